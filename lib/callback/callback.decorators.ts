import {
  applyDecorators,
  Controller,
  type ControllerOptions,
  HttpCode,
  Post,
  Res,
  SetMetadata,
  UseFilters,
  UseGuards,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import { ImCallbackFilter } from './callback.filter.js';
import { ImCallbackGuard } from './callback.guard.js';
import {
  type CallbackController,
  CONTROLLER_METADATA,
  createHandler,
  HANDLER_METADATA,
  type ImHandlerOptions,
} from './callback.handler.js';
import { handlerParameters, markParameter } from './callback.parameters.js';
import { receivingMethod } from './callback.receiving-method.js';
import { UnknownEventRoute } from './unknown-event.route.js';
import type { ImEventName, ImEventPayload, ImEventReply } from './events/event.map.js';

/** Options of `@ImCallback`, beside those of any Nest controller. */
export interface ImCallbackControllerOptions extends Omit<ControllerOptions, 'path'> {
  /**
   * Name of the app whose callbacks come here. Needed with several apps where the platform sends no
   * App Key; callbacks of other apps are refused.
   */
  readonly app?: string | undefined;
}

/** A method that receives an event; more parameters may follow the first. */
export type ImEventHandler<Event extends ImEventName> = (
  event: ImEventPayload<Event>,
  ...others: never[]
) => ImEventReply<Event> | Promise<ImEventReply<Event>> | Observable<ImEventReply<Event>>;

/** What `@OnImEvent` decorates: only a method with the payload and the reply of its event. */
export type ImEventDecorator<Event extends ImEventName> = <Handler extends ImEventHandler<Event>>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<Handler>,
) => void;

/**
 * Makes a controller receive callbacks of the IM service: each `@OnImEvent` method is
 * `POST <path>/<event>`. Enter these addresses in the console.
 *
 * It is an ordinary Nest controller whose callbacks are verified, deduplicated and answered.
 *
 * @example
 * ```ts
 * @ImCallback('im/callbacks')
 * export class ChatCallbacks {
 *   @OnImEvent('user-online-status')
 *   presence(@ImEvent() changes: UserOnlineStatus[]): void {}
 * }
 * ```
 */
export function ImCallback(
  path: string,
  { app, ...options }: ImCallbackControllerOptions = {},
): ClassDecorator {
  const controller: CallbackController = { path, app };
  return applyDecorators(
    Controller({ ...options, path }),
    SetMetadata(CONTROLLER_METADATA, controller),
    UseGuards(ImCallbackGuard),
    UseFilters(ImCallbackFilter),
    UnknownEventRoute(),
  );
}

/**
 * Makes a method of an `@ImCallback` class the handler of an event. Its first parameter is the
 * event, marked with `@ImEvent()`; a wrong payload or reply type does not compile.
 *
 * The platform gets status 200 when the method has succeeded and 500 when it has failed; verdict
 * events are always answered 200, see `ImVerdictOptions`. A durable handler runs after the answer, see
 * `ImNoticeOptions`.
 *
 * In a provider, the method listens: it runs in the process that has received the callback, after
 * the answer, whenever the handler of the controller has succeeded. What it throws is logged.
 * @throws ImConfigError when the event is unknown, the first parameter is not marked with `@ImEvent()`,
 * or a durable handler takes anything but the event, the name of its app and a signal.
 */
export function OnImEvent<Event extends ImEventName>(
  event: Event,
  ...[options]: ImHandlerOptions<Event>
): ImEventDecorator<Event> {
  const definition = createHandler<Event>(event, options);
  return (target, key, descriptor: Omit<PropertyDescriptor, 'value'> & { value?: unknown }) => {
    const parameters = handlerParameters(target, key, definition);
    descriptor.value = receivingMethod(descriptor.value, parameters);
    Post(event)(target, key, descriptor);
    HttpCode(200)(target, key, descriptor);
    SetMetadata(HANDLER_METADATA, { ...definition, ...parameters })(target, key, descriptor);
    // A route that takes the response answers itself: Nest writes none. It comes behind the
    // method's own parameters, so the method does not notice.
    Res()(target, key, parameters.count);
  };
}

/** Marks the parameter that receives the event: checked and normalised, whatever pipes there are. */
export function ImEvent(): ParameterDecorator {
  return markParameter('event');
}

/**
 * Marks a parameter that receives an `AbortSignal`. It aborts when the handler's answer can no longer
 * count: a verdict's when its time is up (`answerWithinMs`), a durable handler's when its process
 * stops. Hand it on to what the handler waits for; that this rejects then is no failure.
 */
export function ImAbortSignal(): ParameterDecorator {
  return markParameter('signal');
}

/**
 * Marks a parameter that receives the name of the app that the event is of, `default` unless named: with
 * several apps, the event itself does not tell.
 */
export function ImAppName(): ParameterDecorator {
  return markParameter('app');
}
