import type { ImCallbackReply, ImClaim } from './claim.store.js';
import type { AdmittedCallback } from './callback.exchange.js';
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

class HandlerLate extends Error {}

/**
 * Runs the handler of a callback once, however often the callback is repeated meanwhile or later:
 * a repetition gets the answer of the first. Never fails.
 */
export async function answerOnce(run: CallbackRun): Promise<CallbackAnswer> {
  const { app, claimKey, ttlMs } = run.callback;
  const { claims } = app.settings.callbacks;
  try {
    for (;;) {
      const claimed = claims.claim(claimKey, ttlMs);
      const claim: ImClaim = 'state' in claimed ? claimed : await claimed;
      if (claim.state === 'claimed') return await answerByHandler(run);
      if (claim.state === 'done') return duplicate(run, claim.reply);

      const waitMs = run.deadline - performance.now();
      if (waitMs <= 0) return withoutHandler(run, 'still-running');
      // Nothing comes back when the first one has failed: this one then has its turn.
      const reply = await claims.wait(claimKey, waitMs);
      if (reply !== undefined) return duplicate(run, reply);
    }
  } catch (error) {
    logFailure(run, 'The claim store failed', error);
    return withoutHandler(run, 'claims-failed');
  }
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
    if (error instanceof HandlerLate) {
      const { logger } = callback.app.settings;
      logger.warn(`${run.name} is late; its answer will be ignored.`);
      return failed(run, 'handler-late');
    }
    logFailure(run, `${run.name} failed`, error);
    return failed(run, 'handler-failed');
  }
}

function requireVerdict(value: unknown): ImVerdict {
  if (value instanceof ImVerdict) return value;
  throw new TypeError('it returned no ImVerdict');
}

/** The handler's result, unless it takes longer than the platform waits. */
function inTime(run: CallbackRun): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new HandlerLate());
    }, run.deadline - performance.now());
    run.handle().then(
      (result) => {
        clearTimeout(timer);
        resolve(result);
      },
      (error: unknown) => {
        clearTimeout(timer);
        if (isLate) logFailure(run, `${run.name} failed after its time was up`, error);
        else reject(toError(error));
      },
    );
  });
}

function failed(run: CallbackRun, reason: string): CallbackAnswer {
  const answer = withoutHandler(run, reason);
  // A verdict that was given stands: a repetition gets the same one.
  if (answer.status === 200) return settled(run, answer.reply, 'failed', reason);
  const { app, claimKey } = run.callback;
  remember(run, () => app.settings.callbacks.claims.release(claimKey));
  return answer;
}

/** The answer to a callback that no handler has answered. */
function withoutHandler(run: CallbackRun, reason: string): CallbackAnswer {
  const { fallback } = run.callback.event;
  if (fallback === undefined) return { status: 500, reply: '', outcome: 'failed', reason };
  let verdict: ImVerdict;
  try {
    verdict = requireVerdict(fallback());
  } catch (error) {
    logFailure(run, `\`onError\` of ${run.name} failed, so the message is delivered`, error);
    verdict = ImVerdict.deliver();
  }
  return { status: 200, reply: JSON.stringify(verdict), outcome: 'failed', reason };
}

function settled(
  run: CallbackRun,
  reply: ImCallbackReply,
  outcome: ImCallbackOutcome,
  reason: string | undefined,
): CallbackAnswer {
  const { app, claimKey, ttlMs } = run.callback;
  remember(run, () => app.settings.callbacks.claims.settle(claimKey, reply, ttlMs));
  return { status: 200, reply, outcome, reason: reason ?? noteOf(run) };
}

function duplicate(run: CallbackRun, reply: ImCallbackReply): CallbackAnswer {
  return { status: 200, reply, outcome: 'duplicate', reason: noteOf(run) };
}

function noteOf({ callback }: CallbackRun): string | undefined {
  return callback.replayed ? 'replayed' : undefined;
}

/** The answer does not wait for the store: a repetition that comes in between waits for it. */
function remember(run: CallbackRun, write: () => void | Promise<void>): void {
  const report = (error: unknown): void => {
    logFailure(run, 'The claim store failed, so a repetition may be handled again', error);
  };
  try {
    write()?.catch(report);
  } catch (error) {
    report(error);
  }
}

function logFailure({ callback }: CallbackRun, what: string, error: unknown): void {
  const { message, stack } = toError(error);
  callback.app.settings.logger.error(`${what}: ${message}`, stack);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('something was thrown that is not an Error');
}
