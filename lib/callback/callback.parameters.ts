import 'reflect-metadata';
import { ImConfigError } from '../errors/config.error.js';
import type { ImEventName } from './events/event.map.js';

/** What a parameter of a handler receives from us. */
export type HandlerParameter = 'event' | 'signal' | 'app';

// By the class and the name of a method: what its parameters receive, by position.
const PARAMETERS_METADATA = 'nestjs-rongcloud-im:parameters';
// Where Nest keeps what its parameter decorators said; it does not export the name.
const ROUTE_ARGUMENTS_METADATA = '__routeArguments__';

/** Where the parameters of a handler are. */
export interface HandlerParameters {
  /** The position behind the last one. */
  readonly count: number;
  /** The position of the signal, if there is one. */
  readonly signalAt: number | undefined;
  /** The position of the name of the app, if it is asked for. */
  readonly appAt: number | undefined;
}

/** What the parameters of a handler receive beside the event. */
export interface HandlerContext {
  /** Name of the app that the event is of. */
  readonly app: string;
  readonly signal: AbortSignal | undefined;
}

/** Puts what a handler receives where its parameters are. */
export function fillParameters(
  parameters: unknown[],
  { appAt, signalAt }: HandlerParameters,
  event: unknown,
  { app, signal }: HandlerContext,
): unknown[] {
  parameters[0] = event;
  if (signalAt !== undefined) parameters[signalAt] = signal;
  if (appAt !== undefined) parameters[appAt] = app;
  return parameters;
}

/**
 * Marks a parameter. It is no parameter of Nest's, so that no pipe of the application can strip
 * what it receives.
 */
export function markParameter(kind: HandlerParameter): ParameterDecorator {
  return (target, key, index) => {
    if (key === undefined) throw new ImConfigError('A constructor receives no event.');
    const marked = { ...markedParameters(target, key), [index]: kind };
    Reflect.defineMetadata(PARAMETERS_METADATA, marked, target.constructor, key);
  };
}

/**
 * Finds the parameters of a handler.
 * @throws ImConfigError when the first one is not the event, or a durable handler has more.
 */
export function handlerParameters(
  target: object,
  key: string | symbol,
  { event, durable }: { readonly event: ImEventName; readonly durable: boolean },
): HandlerParameters {
  const marked = markedParameters(target, key);
  const count = parameterCount(target, key, Object.keys(marked));
  const name = `${target.constructor.name}.${String(key)}`;
  if (count > 0 && marked[0] !== 'event') {
    throw new ImConfigError(
      `The first parameter of ${name} must be the event: ` +
        `write \`${String(key)}(@ImEvent() event: …)\` under @OnImEvent('${event}').`,
    );
  }
  if (durable && Object.keys(marked).length < count) {
    throw new ImConfigError(
      `${name} is durable: it runs after the callback was answered, perhaps in another process, so it ` +
        'can take the event, @ImAppName() and @ImAbortSignal() only, nothing of the request.',
    );
  }
  const positionOf = (wanted: HandlerParameter): number | undefined => {
    const found = Object.entries(marked).find(([, kind]) => kind === wanted);
    return found && Number(found[0]);
  };
  return { count, signalAt: positionOf('signal'), appAt: positionOf('app') };
}

function markedParameters(
  target: object,
  key: string | symbol,
): Readonly<Record<string, HandlerParameter>> {
  const marked: unknown = Reflect.getMetadata(PARAMETERS_METADATA, target.constructor, key);
  return isMarked(marked) ? marked : {};
}

function isMarked(metadata: unknown): metadata is Readonly<Record<string, HandlerParameter>> {
  return typeof metadata === 'object' && metadata !== null;
}

function parameterCount(target: object, key: string | symbol, marked: readonly string[]): number {
  const types: unknown = Reflect.getMetadata('design:paramtypes', target, key);
  const method: unknown = Reflect.get(target, key);
  return Math.max(
    typeof method === 'function' ? method.length : 0,
    Array.isArray(types) ? types.length : 0,
    ...marked.map((index) => Number(index) + 1),
    ...routeArguments(target, key).map((index) => index + 1),
  );
}

function routeArguments(target: object, key: string | symbol): number[] {
  const metadata: unknown = Reflect.getMetadata(ROUTE_ARGUMENTS_METADATA, target.constructor, key);
  if (typeof metadata !== 'object' || metadata === null) return [];
  return Object.values(metadata).flatMap((argument: unknown) =>
    typeof argument === 'object' &&
    argument !== null &&
    'index' in argument &&
    typeof argument.index === 'number'
      ? argument.index
      : [],
  );
}
