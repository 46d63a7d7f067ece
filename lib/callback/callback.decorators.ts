import 'reflect-metadata';
import {
  applyDecorators,
  Controller,
  type ControllerOptions,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  Post,
  Res,
  SetMetadata,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import { ImConfigError } from '../errors/config.error.js';
import { type CallbackRequest, EXCHANGE } from './callback.exchange.js';
import { ImCallbackFilter } from './callback.filter.js';
import { ImCallbackGuard } from './callback.guard.js';
import {
  type CallbackController,
  CONTROLLER_METADATA,
  createHandler,
  HANDLER_METADATA,
  type ImHandlerOptions,
} from './callback.handler.js';
import { ImCallbackInterceptor } from './callback.interceptor.js';
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
    UseInterceptors(ImCallbackInterceptor),
    UseFilters(ImCallbackFilter),
  );
}

/**
 * Makes a method of an `@ImCallback` class the handler of an event. Its first parameter is the
 * event, marked with `@ImEvent()`; a wrong payload or reply type does not compile.
 *
 * The platform gets status 200 when the method has succeeded and 500 when it has failed; verdict
 * events are always answered 200, see `ImVerdictOptions`.
 * @throws ImConfigError when the first parameter is not marked with `@ImEvent()`.
 */
export function OnImEvent<Event extends ImEventName>(
  event: Event,
  ...[options]: ImHandlerOptions<Event>
): ImEventDecorator<Event> {
  const handler = createHandler<Event>(event, options);
  return (target, key, descriptor) => {
    const position = checkParameters(target, key, event);
    Post(event)(target, key, descriptor);
    HttpCode(200)(target, key, descriptor);
    SetMetadata(HANDLER_METADATA, handler)(target, key, descriptor);
    // A route that takes the response answers itself: Nest writes none. It comes behind the
    // method's own parameters, so the method does not notice.
    Res()(target, key, position);
  };
}

/** Marks the parameter that receives the event: checked and normalised, whatever pipes there are. */
export const ImEvent: () => ParameterDecorator = createParamDecorator(readEvent);

function readEvent(_: unknown, context: ExecutionContext): unknown {
  const request = context.switchToHttp().getRequest<CallbackRequest>();
  const admitted = request[EXCHANGE]?.admitted;
  if (admitted !== undefined) return admitted.event.payload;
  throw new ImConfigError(
    '@ImEvent() is only for methods with @OnImEvent in an @ImCallback class.',
  );
}

// Where Nest keeps what the parameter decorators of a method said; it does not export the name.
const ROUTE_ARGUMENTS_METADATA = '__routeArguments__';

interface RouteArgument {
  readonly index: number;
  readonly factory?: unknown;
}

/** The position behind the last parameter. */
function checkParameters(target: object, key: string | symbol, event: ImEventName): number {
  const marked = routeArguments(target, key);
  const types: unknown = Reflect.getMetadata('design:paramtypes', target, key);
  const method: unknown = Reflect.get(target, key);
  const count = Math.max(
    typeof method === 'function' ? method.length : 0,
    Array.isArray(types) ? types.length : 0,
    ...marked.map(({ index }) => index + 1),
  );
  const hasEvent = marked.some(({ factory, index }) => index === 0 && factory === readEvent);
  if (count > 0 && !hasEvent) {
    throw new ImConfigError(
      `The first parameter of ${target.constructor.name}.${String(key)} must be the event: ` +
        `write \`${String(key)}(@ImEvent() event: …)\` under @OnImEvent('${event}').`,
    );
  }
  return count;
}

function routeArguments(target: object, key: string | symbol): RouteArgument[] {
  const metadata: unknown = Reflect.getMetadata(ROUTE_ARGUMENTS_METADATA, target.constructor, key);
  return typeof metadata === 'object' && metadata !== null
    ? Object.values(metadata).filter(isRouteArgument)
    : [];
}

function isRouteArgument(value: unknown): value is RouteArgument {
  return (
    typeof value === 'object' &&
    value !== null &&
    'index' in value &&
    typeof value.index === 'number'
  );
}
