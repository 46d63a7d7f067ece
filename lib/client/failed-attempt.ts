import { ImAbortedError } from '../errors/aborted.error.js';
import { ImAmbiguousOutcomeError } from '../errors/ambiguous-outcome.error.js';
import { ImApiError } from '../errors/api.error.js';
import { ERROR_CODES } from '../errors/error-codes.js';
import type { ImError } from '../errors/im.error.js';
import { ImNetworkError } from '../errors/network.error.js';
import { ImResponseParseError } from '../errors/response-parse.error.js';
import { ImTimeoutError } from '../errors/timeout.error.js';
import type { ImFailedCall } from '../errors/transport.error.js';
import type { ImAttempt } from './attempt.js';
import { apiFailure, kindOf } from './api-failure.js';
import type { EndpointOutcome } from './endpoints.js';
import type { Reply } from './reply.js';
import type { TransportFailure } from './transport-failure.js';

/** What a failed attempt means for its call. */
export interface FailedAttempt {
  /** What the caller gets if no other attempt follows. */
  readonly error: ImError;
  /** Another attempt does no harm. */
  readonly repeatable: boolean;
  /** The service refused for a quota, which rests this long. */
  readonly pauseMs?: number;
}

/** What is known about the call when an attempt fails. */
export interface FailureContext {
  readonly call: ImFailedCall;
  readonly idempotent: boolean;
  /** The service drops a repetition. */
  readonly deduplicated: boolean;
  readonly consoleSwitch: string | undefined;
  readonly attempt: ImAttempt;
  /** The window of the operation's quota. */
  readonly windowMs: number;
}

/** What an attempt says about its host; undefined when it says nothing. */
export function endpointOutcome(
  result: Reply | TransportFailure,
  left: boolean,
): EndpointOutcome | undefined {
  if (!('reason' in result)) return result.status >= 500 ? 'failing' : 'answered';
  if (result.reason === 'aborted') return undefined;
  if (result.reason === 'too-large') return 'answered';
  return result.reason === 'network' && !left ? 'unreachable' : 'failing';
}

/** Judges an attempt that brought no reply. */
export function judgeTransport(failure: TransportFailure, context: FailureContext): FailedAttempt {
  const { call, idempotent, attempt } = context;
  const { operation, endpoint = 'the service' } = call;
  const options = failure.cause === undefined ? undefined : { cause: failure.cause };
  if (failure.reason === 'aborted') {
    return final(
      new ImAbortedError(`${operation} was aborted${maybeApplied(attempt.left)}.`, call),
    );
  }
  if (failure.reason === 'too-large') {
    const message = `The answer of ${endpoint} to ${operation} was too large to read; the operation was applied.`;
    return final(new ImResponseParseError(message, call));
  }
  if (attempt.left && !idempotent) {
    return unknownOutcome(context, `no answer came from ${endpoint}`, options);
  }
  const error =
    failure.reason === 'timeout'
      ? new ImTimeoutError(
          `${operation} got no answer from ${endpoint} in time. Try again later, or raise \`timeoutMs\` or \`deadlineMs\`.`,
          call,
        )
      : new ImNetworkError(
          `${operation} could not reach ${endpoint}${describeCause(failure.cause)}. ` +
            'Check the network, the address and any proxy.',
          call,
          options,
        );
  return { error, repeatable: true };
}

/** Judges a reply that is not a success. */
export function judgeReply(reply: Reply, context: FailureContext): FailedAttempt {
  const { call, idempotent, windowMs } = context;
  // A number that is none of the vendor's comes from a gateway too.
  const isGateway = reply.code === undefined || !(reply.code in ERROR_CODES);
  if (reply.code === undefined && reply.status < 300) {
    return final(
      new ImResponseParseError(
        `The answer of ${call.endpoint ?? 'the service'} to ${call.operation} was not one of the service ` +
          `(HTTP ${reply.status}). Check for a proxy on the way; the operation may have been applied.`,
        call,
      ),
    );
  }
  const kind = kindOf(reply);
  if (kind === 'server' && isGateway && !idempotent) {
    return unknownOutcome(context, `a gateway answered with HTTP ${reply.status}`);
  }
  const pauseMs = kind === 'rate-limit' ? (retryAfter(reply) ?? windowMs) : undefined;
  return {
    error: apiFailure(reply, {
      call,
      consoleSwitch: context.consoleSwitch,
      pauseMs: pauseMs ?? 0,
      redact: (text) => context.attempt.redact(text),
    }),
    repeatable: kind === 'rate-limit' || (kind === 'server' && idempotent),
    ...(pauseMs !== undefined && { pauseMs }),
  };
}

function final(error: ImError): FailedAttempt {
  return { error, repeatable: false };
}

function unknownOutcome(
  { call, deduplicated }: FailureContext,
  what: string,
  options?: ErrorOptions,
): FailedAttempt {
  const advice = deduplicated
    ? 'Every attempt carried the same `msgRandom`, so that it was applied once at most; '
    : 'It is not repeated by itself, as that could apply it twice; ';
  const error = new ImAmbiguousOutcomeError(
    `${call.operation} left this machine, but ${what}: it may have been applied or not. ${advice}` +
      'look for its effect before you repeat it.',
    call,
    options,
  );
  return { error, repeatable: deduplicated };
}

/** The error of a call that failed after an attempt of unknown outcome, whatever it failed with. */
export function afterUnknownOutcome(error: unknown, call: ImFailedCall): unknown {
  if (error instanceof ImAmbiguousOutcomeError || error instanceof ImAbortedError) return error;
  const why =
    error instanceof ImApiError && error.status !== undefined
      ? 'refused, as the service refuses one of what it has applied; or for the reason of the cause'
      : 'not made, or failed before it left this machine';
  return new ImAmbiguousOutcomeError(
    `${call.operation} left this machine, but no answer came: it may have been applied or not. Its ` +
      `repetition was ${why}. Look for its effect before you repeat it.`,
    call,
    { cause: error },
  );
}

function maybeApplied(left: boolean): string {
  return left ? ' after it had left this machine; it may have been applied' : ' before it was sent';
}

function describeCause(cause: unknown): string {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}

function retryAfter({ headers }: Reply): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
