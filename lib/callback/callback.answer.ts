import { isObservable, lastValueFrom } from 'rxjs';
import type { AdmittedCallback, CallbackExchange } from './callback.exchange.js';
import { logFailure } from './callback.failure.js';
import type { ImNoVerdictReason } from './callback.handler.js';
import type { ImCallbackReply, ImClaim } from './claims/claim.store.js';
import { ImAbortedError } from '../errors/aborted.error.js';
import { TimeIsUp, within } from './time-limit.js';
import { ImVerdict } from './verdict.js';
import type { ImCallbackOutcome } from '../im.hooks.js';

/** How a callback is to be answered. */
export interface CallbackAnswer {
  readonly status: 200 | 500;
  /** Body of an answer with status 200. */
  readonly reply: ImCallbackReply;
  /** The verdict that was found just now; absent when there is none, or an older one is repeated. */
  readonly verdict: ImVerdict | undefined;
  readonly outcome: ImCallbackOutcome;
  readonly reason: string | undefined;
}

/** A callback on its way to the handler. */
export interface CallbackRun {
  readonly callback: AdmittedCallback;
  readonly exchange: CallbackExchange;
  /** Runs the handler. */
  readonly handle: () => unknown;
  /** Tells the handler that its time is up; undefined where it does not want to know. */
  readonly controller: AbortController | undefined;
}

type Answer = CallbackAnswer | Promise<CallbackAnswer>;

const NO_VALUE = { defaultValue: undefined };

/**
 * Runs the handler of a callback once, however often the callback is repeated meanwhile or later:
 * a repetition gets the answer of the first. Never fails.
 */
export function answerOnce(run: CallbackRun): Answer {
  const { claims, key, ttlMs } = run.callback;
  const claimed = claims.claim(key, ttlMs);
  return 'state' in claimed
    ? answerClaimed(run, claimed)
    : claimed.then((claim) => answerClaimed(run, claim));
}

function answerClaimed(run: CallbackRun, claim: ImClaim): Answer {
  if (run.callback.claims.isRefusedWithout) return withoutHandler(run, 'claims-failed');
  if (claim.state === 'claimed') return answerByHandler(run);
  if (claim.state === 'done') return duplicate(run, claim.reply);
  return answerAfterAnother(run);
}

async function answerAfterAnother(run: CallbackRun): Promise<CallbackAnswer> {
  if (isTimeUp(run)) return withoutHandler(run, 'still-running');
  const { claims, key } = run.callback;
  const reply = await claims.wait(key);
  if (reply !== undefined) return duplicate(run, reply);
  // Either the first one has failed, and this one has its turn, or there is no time for one.
  return isTimeUp(run) ? withoutHandler(run, 'still-running') : answerOnce(run);
}

// Timers count whole milliseconds: one may end up to a millisecond too early.
function isTimeUp({ exchange }: CallbackRun): boolean {
  return exchange.deadline - performance.now() < 1;
}

function answerByHandler(run: CallbackRun): Answer {
  let result: unknown;
  try {
    result = run.handle();
  } catch (error) {
    return handlerFailed(run, error);
  }
  if (isObservable(result)) result = lastValueFrom(result, NO_VALUE);
  if (!isPromise(result)) return handlerSucceeded(run, result);
  const promise = Promise.resolve(result);
  const awaited = run.callback.event.fallback === undefined ? promise : inTime(run, promise);
  return awaited.then(
    (value) => handlerSucceeded(run, value),
    (error: unknown) => handlerFailed(run, error),
  );
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  );
}

/** The handler's result, unless it takes longer than the platform waits. */
function inTime(run: CallbackRun, result: Promise<unknown>): Promise<unknown> {
  return within(result, run.exchange.deadline - performance.now(), {
    onError: (error) => {
      // It has stopped as it was told to.
      if (run.controller !== undefined && isAbort(error)) return;
      const { logger } = run.callback.app.settings;
      logFailure(logger, `${run.exchange.name} failed after its time was up`, error);
    },
  });
}

/** What Node.js and the web's functions reject with when their signal aborts, and what our client does. */
function isAbort(error: unknown): boolean {
  if (error instanceof ImAbortedError) return true;
  return (
    typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError'
  );
}

function handlerSucceeded(run: CallbackRun, result: unknown): CallbackAnswer {
  if (run.callback.event.fallback === undefined) return settled(run, undefined, 'handled');
  try {
    return settled(run, requireVerdict(result), 'handled');
  } catch (error) {
    return handlerFailed(run, error);
  }
}

function requireVerdict(value: unknown): ImVerdict {
  if (value instanceof ImVerdict) return value;
  throw new TypeError('it returned no ImVerdict');
}

function handlerFailed(run: CallbackRun, error: unknown): CallbackAnswer {
  const { logger } = run.callback.app.settings;
  if (error instanceof TimeIsUp) {
    logger.warn(`${run.exchange.name} is late; its answer will be ignored.`);
    run.controller?.abort();
    return failed(run, 'handler-late');
  }
  logFailure(logger, `${run.exchange.name} failed`, error);
  return failed(run, 'handler-failed');
}

function failed(run: CallbackRun, reason: ImNoVerdictReason): CallbackAnswer {
  const answer = withoutHandler(run, reason);
  // A verdict that was given stands: a repetition gets the same one.
  if (answer.verdict !== undefined) return settled(run, answer.verdict, 'failed', reason);
  const { claims, key } = run.callback;
  claims.release(key);
  return answer;
}

/** The answer to a callback that no handler has answered. */
export function withoutHandler(
  { callback: { app, event }, exchange }: Pick<CallbackRun, 'callback' | 'exchange'>,
  reason: ImNoVerdictReason,
): CallbackAnswer {
  const { fallback } = event;
  const outcome = 'failed';
  if (fallback === undefined) {
    return { status: 500, reply: '', verdict: undefined, outcome, reason };
  }
  let verdict: ImVerdict;
  try {
    verdict = verdictOnTheSpot(fallback(reason));
  } catch (error) {
    const what = `\`onError\` of ${exchange.name} failed, so the message is delivered`;
    logFailure(app.settings.logger, what, error);
    verdict = ImVerdict.deliver();
  }
  return { status: 200, reply: JSON.stringify(verdict), verdict, outcome, reason };
}

function verdictOnTheSpot(value: unknown): ImVerdict {
  if (!isPromise(value)) return requireVerdict(value);
  // It compiles in JavaScript. Nobody waits for it, so nobody else would take its failure.
  Promise.resolve(value).catch(() => undefined);
  throw new TypeError('it returned a promise and must return an ImVerdict on the spot');
}

function settled(
  { callback }: CallbackRun,
  verdict: ImVerdict | undefined,
  outcome: ImCallbackOutcome,
  reason?: string,
): CallbackAnswer {
  const reply = verdict === undefined ? '' : JSON.stringify(verdict);
  callback.claims.settle(callback.key, reply, callback.ttlMs);
  return { status: 200, reply, verdict, outcome, reason: reason ?? noteOf(callback) };
}

function duplicate({ callback }: CallbackRun, reply: ImCallbackReply): CallbackAnswer {
  const reason = noteOf(callback);
  return { status: 200, reply, verdict: undefined, outcome: 'duplicate', reason };
}

/** What is remarkable about a callback that went well. */
export function noteOf({ claims, replayed }: AdmittedCallback): string | undefined {
  if (claims.passedOver) return 'claims-failed';
  return replayed ? 'replayed' : undefined;
}
