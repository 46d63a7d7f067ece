import type { ImDurableEvent } from '../callback/durable/event.stream.js';

/** An event as it is written into Redis. */
export function formatEvent(event: ImDurableEvent): string {
  const { key, app, event: name, conversation, body, receivedAt } = event;
  return JSON.stringify({ key, app, event: name, conversation, body, receivedAt });
}

/**
 * An event that `formatEvent` has written. What cannot be read becomes an event that has no handler, and so a
 * dead letter: it must not hold up what is behind it.
 */
export function parseEvent(text: unknown): ImDurableEvent {
  try {
    const event = JSON.parse(String(text)) as ImDurableEvent | null;
    if (typeof event?.event === 'string') return event;
  } catch {
    // It was written by somebody else.
  }
  const nowhere = { key: '', app: '', conversation: 'unreadable', receivedAt: 0 };
  return { ...nowhere, event: 'unreadable', body: String(text) };
}
