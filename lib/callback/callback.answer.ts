import type { AdmittedCallback } from './callback.exchange.js';
import { logFailure } from './callback.failure.js';
import type { ImCallbackReply } from './claim.store.js';
import { TimeIsUp, within } from './time-limit.js';
import { ImVerdict } from './verdict.js';
import type { ImCallbackOutcome } from '../im.hooks.js';

/** How a callback is to be answered. */
export interface CallbackAnswer {
  readonly status: 200 | 500;
  /** Body of an answer with status 200. */
  readonly reply: ImCallbackReply;
  readonly outcome: ImCallbackOutcome;
  readonly reason: string | undefined;
}

/** A callback on its way to the handler. */
export interface CallbackRun {
  readonly callback: AdmittedCallback;
  /** Name of the handler, for log lines. */
  readonly name: string;
  /** When the answer must be there, by `performance.now()`. */
  readonly deadline: number;
  /** Runs the handler. */
  readonly handle: () => Promise<unknown>;
}

/**
 * Runs the handler of a callback once, however often the callback is repeated meanwhile or later:
 * a repetition gets the answer of the first. Never fails.
 */
export async function answerOnce(run: CallbackRun): Promise<CallbackAnswer> {
  const { claims, claimKey, ttlMs } = run.callback;
  for (;;) {
    const claimed = claims.claim(claimKey, ttlMs);
    const claim = 'state' in claimed ? claimed : await claimed;
    if (claim.state === 'claimed') return answerByHandler(run);
    if (claim.state === 'done') return duplicate(run, claim.reply);

    if (isTimeUp(run)) return withoutHandler(run, 'still-running');
    const reply = await claims.wait(claimKey);
    if (reply !== undefined) return duplicate(run, reply);
    // Either the first one has failed, and this one has its turn, or there is no time for one.
    if (isTimeUp(run)) return withoutHandler(run, 'still-running');
  }
}

// Timers count whole milliseconds: one may end up to a millisecond too early.
function isTimeUp({ deadline }: CallbackRun): boolean {
  return deadline - performance.now() < 1;
}

async function answerByHandler(run: CallbackRun): Promise<CallbackAnswer> {
  const { callback } = run;
  try {
    if (callback.event.fallback === undefined) {
      await run.handle();
      return settled(run, '', 'handled', undefined);
    }
    const verdict = await inTime(run);
    return settled(run, JSON.stringify(requireVerdict(verdict)), 'handled', undefined);
  } catch (error) {
    const { logger } = callback.app.settings;
    if (error instanceof TimeIsUp) {
      logger.warn(`${run.name} is late; its answer will be ignored.`);
      return failed(run, 'handler-late');
    }
    logFailure(logger, `${run.name} failed`, error);
    return failed(run, 'handler-failed');
  }
}

function requireVerdict(value: unknown): ImVerdict {
  if (value instanceof ImVerdict) return value;
  throw new TypeError('it returned no ImVerdict');
}

/** The handler's result, unless it takes longer than the platform waits. */
function inTime(run: CallbackRun): Promise<unknown> {
  return within(run.handle(), run.deadline - performance.now(), {
    onError: (error) => {
      const { logger } = run.callback.app.settings;
      logFailure(logger, `${run.name} failed after its time was up`, error);
    },
  });
}

function failed(run: CallbackRun, reason: string): CallbackAnswer {
  const answer = withoutHandler(run, reason);
  // A verdict that was given stands: a repetition gets the same one.
  if (answer.status === 200) return settled(run, answer.reply, 'failed', reason);
  const { claims, claimKey } = run.callback;
  claims.release(claimKey);
  return answer;
}

/** The answer to a callback that no handler has answered. */
function withoutHandler(run: CallbackRun, reason: string): CallbackAnswer {
  const { app, event } = run.callback;
  const { fallback } = event;
  if (fallback === undefined) return { status: 500, reply: '', outcome: 'failed', reason };
  let verdict: ImVerdict;
  try {
    verdict = verdictOnTheSpot(fallback());
  } catch (error) {
    const what = `\`onError\` of ${run.name} failed, so the message is delivered`;
    logFailure(app.settings.logger, what, error);
    verdict = ImVerdict.deliver();
  }
  return { status: 200, reply: JSON.stringify(verdict), outcome: 'failed', reason };
}

function verdictOnTheSpot(value: unknown): ImVerdict {
  if (typeof value !== 'object' || value === null || !('then' in value)) {
    return requireVerdict(value);
  }
  // It compiles in JavaScript. Nobody waits for it, so nobody else would take its failure.
  Promise.resolve(value).catch(() => undefined);
  throw new TypeError('it returned a promise and must return an ImVerdict on the spot');
}

function settled(
  run: CallbackRun,
  reply: ImCallbackReply,
  outcome: ImCallbackOutcome,
  reason: string | undefined,
): CallbackAnswer {
  const { claims, claimKey, ttlMs } = run.callback;
  claims.settle(claimKey, reply, ttlMs);
  return { status: 200, reply, outcome, reason: reason ?? noteOf(run) };
}

function duplicate(run: CallbackRun, reply: ImCallbackReply): CallbackAnswer {
  return { status: 200, reply, outcome: 'duplicate', reason: noteOf(run) };
}

function noteOf({ callback }: CallbackRun): string | undefined {
  if (callback.claims.passedOver) return 'claims-failed';
  return callback.replayed ? 'replayed' : undefined;
}
