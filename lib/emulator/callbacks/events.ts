import { callbackCatalogue } from '../../catalogue/callbacks.catalogue.js';

/** The events that the emulator can post to an app server. */
export type ImEmulatorEvent =
  'message-routing' | 'pre-messaging' | 'user-online-status' | 'user-deactivation-result';

/** How the service posts one event. */
export interface EventRules {
  readonly contentType: 'form' | 'json';
  readonly bodyIsArray: boolean;
  /** Where the app key travels; the other signed values are always in the query. */
  readonly appKeyIn: 'query' | 'body';
  readonly timeoutMs: number;
  /** Attempts in all, the first included. */
  readonly attempts: number;
  readonly example: unknown;
}

const DEFAULT_TIMEOUT_MS = 5_000;
const DEFAULT_ATTEMPTS = 3;

/** Where an event departs from the others: a message cannot wait for a second verdict. */
const EXCEPTIONS: Partial<Record<string, Partial<EventRules>>> = {
  'pre-messaging': { appKeyIn: 'body', attempts: 1 },
};

const rules = new Map<string, EventRules>(
  callbackCatalogue.map((callback) => [
    callback.event,
    {
      contentType: callback.contentType,
      bodyIsArray: callback.bodyIsArray === true,
      appKeyIn: 'query',
      timeoutMs: callback.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      attempts: DEFAULT_ATTEMPTS,
      example: callback.example,
      ...EXCEPTIONS[callback.event],
    },
  ]),
);

/** The rules of an event. */
export function rulesOf(event: ImEmulatorEvent): EventRules {
  const found = rules.get(event);
  if (found !== undefined) return found;
  throw new Error(
    `Unknown event ${JSON.stringify(event)}; known are ${[...rules.keys()].join(', ')}.`,
  );
}
