import type { ImDurableEvent } from '../callback/durable/event.stream.js';

/** An event as it is written into Redis. */
export function formatEvent(event: ImDurableEvent): string {
  const { key, app, event: name, conversation, body, receivedAt } = event;
  return JSON.stringify({ key, app, event: name, conversation, body, receivedAt });
}

/** An event that `formatEvent` has written. */
export function parseEvent(text: unknown): ImDurableEvent {
  return JSON.parse(String(text)) as ImDurableEvent;
}
