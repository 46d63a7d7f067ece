import type { Type } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ImConfigError } from '../errors/config.error.js';
import type { HandlerParameters } from './callback.parameters.js';
import {
  IM_EVENTS,
  type BodyKind,
  type ImEventName,
  type ImEventPayload,
  type ImEventReply,
  type SignaturePlace,
} from './events/event.map.js';
import { ImVerdict } from './verdict.js';

/** Why a handler has not given the verdict. */
export type ImNoVerdictReason =
  /** It threw, or returned no verdict; or an interceptor, a pipe or a later guard of the application failed. */
  | 'handler-failed'
  /** Its time was up. */
  | 'handler-late'
  /** The callback is a repetition, and the handler was not done with the first one in time. */
  | 'still-running'
  /** The claim store has failed, and `onClaimsFailure` is `refuse`. */
  | 'claims-failed';

/** What is answered in place of a handler's verdict: one for all reasons, or a function that decides. */
export type ImVerdictFallback<Payload> =
  | 'deliver'
  | 'block'
  /** Runs on the spot and must not fail; when it does, the message is delivered. */
  | ((event: Payload, reason: ImNoVerdictReason) => ImVerdict);

/** Options of `@OnImEvent` for an event that is answered with a verdict. */
export interface ImVerdictOptions<Payload> {
  /**
   * How long the answer may take, in milliseconds, at most 3000. Default 2500: the platform waits
   * 3000 and delivers the message when it has no answer by then.
   */
  readonly answerWithinMs?: number | undefined;
  /**
   * Answered when there is no verdict of the handler, see `ImNoVerdictReason`. Default `deliver`, as the
   * platform itself does.
   */
  readonly onError?: ImVerdictFallback<Payload> | undefined;
}

/** Options of `@OnImEvent` for an event that is answered with nothing but success. */
export interface ImNoticeOptions {
  /**
   * The callback is answered as soon as the event is safe in the stream of `callbacks.durable`, and the
   * handler runs afterwards, here or in a worker: in order for each conversation, repeated when it
   * fails, set aside as a dead letter when it goes on failing. At least once: a process that dies
   * between the work and its end does it again. Default false.
   *
   * The method takes `@ImEvent()`, `@ImAppName()` and `@ImAbortSignal()` only; no guard, interceptor, pipe or filter
   * is around it.
   */
  readonly durable?: boolean | undefined;
}

/** The options that an event takes. */
export type ImHandlerOptions<Event extends ImEventName> =
  ImEventReply<Event> extends ImVerdict
    ? [options?: ImVerdictOptions<ImEventPayload<Event>>]
    : [options?: ImNoticeOptions];

/** A parsed callback. */
export interface ReceivedEvent {
  /** What the handler gets. */
  readonly payload: unknown;
  /** The verdict without the handler; absent when the event is answered without one. */
  readonly fallback: ((reason: ImNoVerdictReason) => ImVerdict) | undefined;
  /** What a durable handler keeps in order: the key of the conversation. */
  readonly conversation: string | undefined;
}

/** What `@OnImEvent` says. */
export interface HandlerDefinition {
  readonly event: ImEventName;
  readonly bodyKinds: readonly BodyKind[];
  readonly signedIn: SignaturePlace;
  readonly durable: boolean;
  /** How long an answer may take, in milliseconds. */
  readonly answerWithinMs: number;
  /** @throws ImCallbackError `body-malformed`. */
  readonly receive: (body: unknown) => ReceivedEvent;
}

/** What is known about a handler once its class is defined. */
export interface CallbackHandler extends HandlerDefinition, HandlerParameters {}

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

/**
 * Puts together what `@OnImEvent` says.
 * @throws ImConfigError when there is no such event, or an option is wrong.
 */
export function createHandler<Event extends ImEventName>(
  event: Event,
  options: (ImVerdictOptions<ImEventPayload<Event>> & ImNoticeOptions) | undefined = {},
): HandlerDefinition {
  if (!Object.hasOwn(IM_EVENTS, event)) {
    throw new ImConfigError(
      `There is no event '${event}'; there are ${Object.keys(IM_EVENTS).join(', ')}.`,
    );
  }
  const { bodyKinds, conversation, parse, platformWaitsMs, signedIn, wantsVerdict } =
    IM_EVENTS[event];
  const { answerWithinMs = ANSWER_WITHIN_MS, durable = false, onError = 'deliver' } = options;
  if (!Number.isInteger(answerWithinMs) || answerWithinMs < 1 || answerWithinMs > platformWaitsMs) {
    throw new ImConfigError(
      `\`answerWithinMs\` of @OnImEvent('${event}') must be a whole number from 1 to ` +
        `${platformWaitsMs}, the time that the platform waits.`,
    );
  }
  if (durable && wantsVerdict) {
    throw new ImConfigError(
      `@OnImEvent('${event}') cannot be durable: the platform waits for its verdict.`,
    );
  }
  const decide = typeof onError === 'function' ? onError : () => ImVerdict[onError]();
  return {
    event,
    bodyKinds,
    signedIn,
    durable,
    answerWithinMs: wantsVerdict ? answerWithinMs : platformWaitsMs - MARGIN_MS,
    receive: (body) => {
      const payload = parse(body);
      return {
        payload,
        fallback: wantsVerdict ? (reason) => decide(payload, reason) : undefined,
        conversation: durable ? conversation(payload) : undefined,
      };
    },
  };
}

const reflector = new Reflector();
type Method = Parameters<Reflector['get']>[1];
const handlers = new WeakMap<Method, CallbackHandler>();
const controllers = new WeakMap<Type, CallbackController>();

/** The handler that a method is; undefined for any other method. */
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
