import type { Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ImConfigError } from '../errors/config.error.js';
import {
  IM_EVENTS,
  type BodyKind,
  type ImEventName,
  type ImEventPayload,
  type ImEventReply,
  type SignaturePlace,
} from './events/event.map.js';
import { ImVerdict } from './verdict.js';

/** What is answered when a handler fails or is late: a verdict, or a function that decides. */
export type ImVerdictFallback<Payload> =
  | 'deliver'
  | 'block'
  /** Runs on the spot and must not fail; when it does, the message is delivered. */
  | ((event: Payload) => ImVerdict);

/** Options of `@OnImEvent` for an event that is answered with a verdict. */
export interface ImVerdictOptions<Payload> {
  /**
   * How long the answer may take, in milliseconds, at most 3000. Default 2500: the platform waits
   * 3000 and delivers the message when it has no answer by then.
   */
  readonly answerWithinMs?: number | undefined;
  /** Answered when the handler fails or is late. Default `deliver`, as the platform itself does. */
  readonly onError?: ImVerdictFallback<Payload> | undefined;
}

/** The options that an event takes: verdict events take `ImVerdictOptions`, the others none. */
export type ImHandlerOptions<Event extends ImEventName> =
  ImEventReply<Event> extends ImVerdict ? [options?: ImVerdictOptions<ImEventPayload<Event>>] : [];

/** A parsed callback. */
export interface ReceivedEvent {
  /** What the handler gets. */
  readonly payload: unknown;
  /** The verdict without the handler; absent when the event is answered without one. */
  readonly fallback: (() => ImVerdict) | undefined;
}

/** What is known about a handler once its class is defined. */
export interface CallbackHandler {
  readonly event: ImEventName;
  readonly bodyKinds: readonly BodyKind[];
  readonly signedIn: SignaturePlace;
  /** How long an answer may take, in milliseconds. */
  readonly answerWithinMs: number;
  readonly receive: (body: unknown) => ReceivedEvent;
}

/** What is known about a callback controller. */
export interface CallbackController {
  readonly path: string;
  /** Name of the app that its callbacks belong to. */
  readonly app: string | undefined;
}

/** Metadata keys of methods and classes. */
export const HANDLER_METADATA = 'nestjs-rongcloud-im:handler';
export const CONTROLLER_METADATA = 'nestjs-rongcloud-im:controller';

const ANSWER_WITHIN_MS = 2_500;
// What a repetition may wait for the first one, with time left for the way back.
const MARGIN_MS = 500;

/** Puts together what `@OnImEvent` says. */
export function createHandler<Event extends ImEventName>(
  event: Event,
  options: ImVerdictOptions<ImEventPayload<Event>> | undefined,
): CallbackHandler {
  const { bodyKinds, parse, platformWaitsMs, signedIn, wantsVerdict } = IM_EVENTS[event];
  if (!wantsVerdict) {
    const answerWithinMs = platformWaitsMs - MARGIN_MS;
    const receive = (body: unknown) => ({ payload: parse(body), fallback: undefined });
    return { event, bodyKinds, signedIn, answerWithinMs, receive };
  }
  const { answerWithinMs = ANSWER_WITHIN_MS, onError = 'deliver' } = options ?? {};
  if (!Number.isInteger(answerWithinMs) || answerWithinMs < 1 || answerWithinMs > platformWaitsMs) {
    throw new ImConfigError(
      `\`answerWithinMs\` of @OnImEvent('${event}') must be a whole number from 1 to ` +
        `${platformWaitsMs}, the time that the platform waits.`,
    );
  }
  const decide = typeof onError === 'function' ? onError : () => ImVerdict[onError]();
  return {
    event,
    bodyKinds,
    signedIn,
    answerWithinMs,
    receive: (body) => {
      const payload = parse(body);
      return { payload, fallback: () => decide(payload) };
    },
  };
}

const reflector = new Reflector();
type Method = Parameters<Reflector['get']>[1];
const handlers = new WeakMap<Method, CallbackHandler>();
const controllers = new WeakMap<Type, CallbackController>();

/** The handler that a controller method is; undefined for any other method. */
export function handlerOf(method: Method): CallbackHandler | undefined {
  const known = handlers.get(method);
  if (known !== undefined) return known;
  const handler = reflector.get<CallbackHandler | undefined>(HANDLER_METADATA, method);
  if (handler !== undefined) handlers.set(method, handler);
  return handler;
}

/** The callback controller that a class is; undefined for any other class. */
export function controllerOf(type: Type): CallbackController | undefined {
  const known = controllers.get(type);
  if (known !== undefined) return known;
  const controller = reflector.get<CallbackController | undefined>(CONTROLLER_METADATA, type);
  if (controller !== undefined) controllers.set(type, controller);
  return controller;
}
