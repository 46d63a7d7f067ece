import type {
  ImConsumption,
  ImDurableDelivery,
  ImDurableEvent,
  ImDurableOutcome,
  ImEventStream,
} from '../../lib/callback/durable/event.stream.js';

export const HANDLED: ImDurableOutcome = { state: 'handled' };
export const UNFINISHED: ImDurableOutcome = { state: 'unfinished' };
export const MINUTE = 60_000;

/** An event with a key that tells it from the others. */
export function durableEvent(
  key: string,
  conversation = 'c',
  others: Partial<ImDurableEvent> = {},
): ImDurableEvent {
  const body = { objectName: 'RC:TxtMsg', content: `{"content":"${key}"}` };
  return {
    key,
    app: 'default',
    event: 'message-routing',
    conversation,
    body,
    receivedAt: 1,
    ...others,
  };
}

/** Appends events one after another. */
export async function appendAll(
  stream: ImEventStream,
  events: readonly ImDurableEvent[],
): Promise<void> {
  for (const event of events) await stream.append(event, MINUTE);
}

/** Takes the events of an app and remembers what it was handed, in that order. */
export class Recorder {
  readonly deliveries: ImDurableDelivery[] = [];
  readonly consumption: ImConsumption;

  constructor(
    stream: ImEventStream,
    handle: (delivery: ImDurableDelivery) => ImDurableOutcome | Promise<ImDurableOutcome> = () =>
      HANDLED,
    { app = 'default', concurrency = 8 } = {},
  ) {
    this.consumption = stream.consume(
      app,
      async (delivery) => {
        this.deliveries.push(delivery);
        return handle(delivery);
      },
      { concurrency },
    );
  }

  get keys(): readonly string[] {
    return this.deliveries.map(({ event }) => event.key);
  }
}
