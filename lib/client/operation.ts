import type { ImPaging } from './paging.js';
import type { ImResultConversions } from './result-conversions.js';

/**
 * One endpoint of the Server API, as this package calls it: the only place where its facts stand.
 * Checks, encoding, quota, retries, iterators and reference pages are derived from it.
 */
export interface ImOperation<Input extends object, Result> {
  /** Service, topic and method: `user.blacklist.query`. Errors, hooks and metrics carry it. */
  readonly name: string;
  /** The HTTP method. Absent means POST. */
  readonly http?: 'GET' | 'PUT' | 'DELETE';
  /** Path as on the wire; `{groupId}` stands for the field of this name. */
  readonly path: `/${string}`;
  /** Content type of the body. A GET has none: its fields travel in the query. */
  readonly encoding: 'form' | 'json';
  /** The class that declares the fields of the input. */
  readonly input: new () => Input;
  /** The code of a success where it is not 200. */
  readonly successCode?: number;
  /** A repetition does no harm. Absent means that it may, as for a message. */
  readonly idempotent?: true;
  /** A field that makes a repetition harmful where it is true, such as one that sends a message too. */
  readonly idempotentUnless?: keyof Input & string;
  /** The documented quota. Absent where none is documented: then that of most endpoints holds. */
  readonly rateLimit?: ImRateLimit;
  /** The service that must be switched on in the console, as the vendor's pages name it. */
  readonly consoleSwitch?: string;
  /** The field that lists the targets of one call, and how many fit. */
  readonly targets?: ImTargets<Input>;
  /** Fields of the reply that do not travel as what they are, by their place: `users[].status`. */
  readonly convert?: ImResultConversions;
  /** The vendor's page. Absent where only an SDK knows the operation. */
  readonly docs?: string;
  /** Never there: ties the result type to the literal. */
  readonly [RESULT]?: Result;
}

/**
 * What a method accepts for an input class: any object with its fields. It need not be an instance,
 * and a strict linter must not think so.
 */
export type ImInput<Input> = { [Field in keyof Input]: Input[Field] };

declare const RESULT: unique symbol;

/** The quota that the vendor grants most endpoints. */
export const COMMON_RATE_LIMIT: ImRateLimit = { limit: 100, perSeconds: 1 };

/** The documented quota of an operation. */
export interface ImRateLimit {
  readonly limit: number;
  readonly perSeconds: number;
  /** What one call counts for: one request (default), or each of its targets. */
  readonly unit?: 'targets';
  /** Name of the quota where several operations share one. Absent: the path. */
  readonly bucket?: string;
}

/** The field of an input that lists its targets. */
export interface ImTargets<Input> {
  readonly field: keyof Input & string;
  /** How many targets one call carries. */
  readonly max: number;
}

/** An operation that is read page by page. */
export interface ImPagedOperation<Input extends object, Result, Item> extends ImOperation<
  Input,
  Result
> {
  readonly paging: ImPaging<NoInfer<Input>, Result, Item>;
}

/** Declares an operation; the input type comes from its class, the result type is given. */
export function operation<Result>() {
  return <Input extends object>(literal: ImOperation<Input, Result>): ImOperation<Input, Result> =>
    literal;
}

/** Declares an operation that is read page by page. */
export function pagedOperation<Result>() {
  return <Input extends object, Item>(
    literal: ImPagedOperation<Input, Result, Item>,
  ): ImPagedOperation<Input, Result, Item> => literal;
}
