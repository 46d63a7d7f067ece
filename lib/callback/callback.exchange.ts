import type { IncomingHttpHeaders } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import type { ImCallbackError } from '../errors/callback.error.js';
import type { ImApp } from '../im.app.js';
import type { CallbackClaims } from './claims/callback.claims.js';
import type { CallbackHandler, ReceivedEvent } from './callback.handler.js';
import type { ImCallbackResponder } from './callback.responder.js';

/** Where a request keeps what is known about its callback. */
export const EXCHANGE = Symbol('nestjs-rongcloud-im:exchange');

/** Where a request keeps why its body could not be read, for the guard to raise. */
export const BODY_REFUSAL = Symbol('nestjs-rongcloud-im:body-refusal');

/** A callback from the moment it is received until it is answered. */
export class CallbackExchange {
  /** When it came, by `performance.now()`. */
  readonly startedAt = performance.now();
  /** When it must be answered, by `performance.now()`. */
  readonly deadline: number;
  /** Whose it is, once that is known. */
  app: ImApp | undefined;
  /** What the guard has found to be genuine. */
  admitted: AdmittedCallback | undefined;
  /** Its end has been told. */
  isReported = false;

  /** @param responder Who answers it. */
  constructor(
    readonly handler: CallbackHandler,
    private readonly context: ExecutionContext,
    readonly responder: ImCallbackResponder,
  ) {
    this.deadline = this.startedAt + handler.answerWithinMs;
  }

  /** Class and method of the handler, for log lines. */
  get name(): string {
    return `${this.context.getClass().name}.${this.context.getHandler().name}`;
  }
}

/** A callback that has passed the guard. */
export interface AdmittedCallback {
  readonly app: ImApp;
  readonly event: ReceivedEvent;
  /** The parsed body, as it came. */
  readonly body: unknown;
  readonly claims: CallbackClaims;
  /** What a repetition of it is recognised by. */
  readonly key: string;
  /** How long it must be remembered, in milliseconds. */
  readonly ttlMs: number;
  /** Its signature has been seen with another callback, which is only counted. */
  readonly replayed: boolean;
}

/** What is used of a request of Express or Fastify. */
export interface CallbackRequest {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly ip?: string;
  /** Parameters in the path. */
  readonly params?: unknown;
  /** The route that Express has found. */
  readonly route?: { readonly path?: unknown };
  /** The route that Fastify has found. */
  readonly routeOptions?: { readonly url?: unknown };
  body?: unknown;
  [EXCHANGE]?: CallbackExchange;
  [BODY_REFUSAL]?: ImCallbackError;
}

const EVENT_NAME = /^[\w-]{1,64}$/;

/** The event that an address ends in, for callbacks that are refused before their handler is known. */
export function eventInUrl(url: string): string {
  const path = pathOf(url);
  const event = path.slice(path.lastIndexOf('/') + 1);
  // It goes to the log, and anybody can call an address.
  return EVENT_NAME.test(event) ? event : 'of an unreadable name';
}

/**
 * The place that a request came to: its path as the framework understood it. The path as it was
 * sent will not do, as it is not signed and can be written in many ways that lead to one route.
 */
export function placeOf({ params, route, routeOptions, url }: CallbackRequest): string {
  const pattern = route?.path ?? routeOptions?.url;
  if (typeof pattern !== 'string') return pathOf(url);
  return hasFields(params) ? `${pattern}:${JSON.stringify(params)}` : pattern;
}

function hasFields(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
