import type { ImVerdict } from '../verdict.js';
import { parseRoutedMessage, type RoutedMessage } from './message-routing.event.js';
import { parsePreMessage, type PreMessage } from './pre-messaging.event.js';
import { parseUserOnlineStatus, type UserOnlineStatus } from './user-online-status.event.js';

/**
 * All events, each as the function that a handler is: what it receives and what it answers. This map
 * drives the types of the decorators.
 */
export interface ImEventMap {
  'message-routing': (event: RoutedMessage) => void;
  'pre-messaging': (event: PreMessage) => ImVerdict;
  'user-online-status': (event: UserOnlineStatus[]) => void;
}

/** Name of an event; it is also the last segment of its address. */
export type ImEventName = keyof ImEventMap;

/** What a handler of an event receives. */
export type ImEventPayload<Event extends ImEventName> = Parameters<ImEventMap[Event]>[0];

/** What a handler of an event answers. */
export type ImEventReply<Event extends ImEventName> = ReturnType<ImEventMap[Event]>;

/** How a body is encoded. */
export type BodyKind = 'form' | 'json';

/** Where the parts of a signature are. */
export type SignaturePlace = 'query' | 'header';

/** What must be known about an event to receive it. */
export interface ImEventDefinition<Payload> {
  /** Encodings that the platform uses for it. */
  readonly bodyKinds: readonly BodyKind[];
  /**
   * Where the platform signs it. Nothing else is accepted: a signature does not say what it is for,
   * and the headers that sign a Server API call would sign a callback as well.
   */
  readonly signedIn: SignaturePlace;
  /** Whether it is answered with a verdict. */
  readonly wantsVerdict: boolean;
  /** How long the platform waits for the answer, in milliseconds. */
  readonly platformWaitsMs: number;
  /**
   * Checks and normalises a body in one pass.
   * @throws ImCallbackError `body-malformed`.
   */
  readonly parse: (body: unknown) => Payload;
}

/** The events at run time; one line for each member of `ImEventMap`. */
export const IM_EVENTS: {
  readonly [Event in ImEventName]: ImEventDefinition<ImEventPayload<Event>>;
} = {
  'message-routing': notice(['form'], parseRoutedMessage),
  'pre-messaging': {
    bodyKinds: ['form'],
    signedIn: 'query',
    wantsVerdict: true,
    platformWaitsMs: 3_000,
    parse: parsePreMessage,
  },
  'user-online-status': notice(['json'], parseUserOnlineStatus),
};

function notice<Payload>(
  bodyKinds: readonly BodyKind[],
  parse: (body: unknown) => Payload,
): ImEventDefinition<Payload> {
  return { bodyKinds, signedIn: 'query', wantsVerdict: false, platformWaitsMs: 5_000, parse };
}
