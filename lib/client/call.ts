import { ImAbortedError } from '../errors/aborted.error.js';
import { ImConfigError } from '../errors/config.error.js';
import type { ImError } from '../errors/im.error.js';
import { ImRateLimitError } from '../errors/rate-limit.error.js';
import { ImTimeoutError } from '../errors/timeout.error.js';
import type { ImFailedCall } from '../errors/transport.error.js';
import type { ImRequestEvent } from '../im.hooks.js';
import type { ImCallOptions } from '../im.options.js';
import { ImAttempt } from './attempt.js';
import type { ChosenEndpoint } from './endpoints.js';
import type { Executor } from './executor.js';
import {
  endpointOutcome,
  judgeReply,
  judgeTransport,
  type FailedAttempt,
  type FailureContext,
} from './failed-attempt.js';
import { callHook } from './hook.js';
import type { ImRateLimit } from './operation.js';
import { isSuccess, type Reply } from './reply.js';
import type { EncodedRequest } from './transport.js';
import { TransportFailure } from './transport-failure.js';
import { wait } from './wait.js';

/** A call that is checked and encoded. */
export interface PreparedCall extends EncodedRequest {
  /** Name of the operation. */
  readonly operation: string;
  readonly idempotent: boolean;
  readonly rateLimit: ImRateLimit;
  /** What the call counts for in its quota. */
  readonly cost: number;
}

/** One call under way: quota, host, attempt, judgement, and again until it has ended. */
export class Call {
  readonly #startedAt = performance.now();
  readonly #deadlineAt: number;
  #attempts = 0;
  #endpoint: string | undefined;
  #requestId: string | undefined;

  constructor(
    readonly executor: Executor,
    readonly prepared: PreparedCall,
    readonly options: ImCallOptions,
  ) {
    this.#deadlineAt = this.#startedAt + (options.deadlineMs ?? executor.settings.deadlineMs);
  }

  /** How far the call has got, as its error says. */
  progress(): ImFailedCall {
    return {
      app: this.executor.app,
      operation: this.prepared.operation,
      endpoint: this.#endpoint,
      requestId: this.#requestId,
      attempts: this.#attempts,
    };
  }

  durationMs(): number {
    return performance.now() - this.#startedAt;
  }

  /** Makes attempts until one succeeds or no other may follow. */
  async toEnd(): Promise<object> {
    let failed: FailedAttempt | undefined;
    for (;;) {
      this.#refuseAborted();
      const quota = this.#takeQuota();
      const delayMs = typeof quota === 'number' ? quota : await quota;
      if (delayMs > 0) await this.#waitForQuota(delayMs, failed);

      const secret = await this.#secret();
      const timeoutMs = Math.min(
        this.options.timeoutMs ?? this.executor.settings.timeoutMs,
        this.#remainingMs(),
      );
      if (timeoutMs <= 0) throw failed?.error ?? this.#outOfTime();
      const attempt = new ImAttempt(
        this.executor.settings.appKey,
        secret,
        timeoutMs,
        this.options.signal,
      );
      const result = await this.#send(attempt);
      if (!(result instanceof TransportFailure) && isSuccess(result)) {
        this.#tellResponse(result);
        return result.body;
      }
      failed = this.#judge(result, attempt);
      await this.#prepareRepetition(failed);
    }
  }

  async #send(attempt: ImAttempt): Promise<Reply | TransportFailure> {
    const { endpoints, transport, settings, closing } = this.executor;
    const { hooks, logger } = settings;
    const chosen = endpoints.choose(this.prepared.idempotent);
    this.#attempts += 1;
    this.#endpoint = chosen.endpoint;
    this.#requestId = attempt.requestId;
    if (hooks.onRequest) callHook(hooks.onRequest, this.#requestEvent(), logger);

    const sentAt = hooks.onResponse ? performance.now() : 0;
    const result = await transport.send(chosen.endpoint, this.prepared, attempt);
    this.#reportEndpoint(chosen, result, attempt);
    if (result instanceof TransportFailure) {
      return closing.signal.aborted ? new TransportFailure('aborted') : result;
    }
    if (hooks.onResponse) {
      const durationMs = performance.now() - sentAt;
      const { status, code } = result;
      callHook(hooks.onResponse, { ...this.#requestEvent(), status, code, durationMs }, logger);
    }
    return result;
  }

  #reportEndpoint(
    chosen: ChosenEndpoint,
    result: Reply | TransportFailure,
    attempt: ImAttempt,
  ): void {
    const outcome = endpointOutcome(result, attempt.left);
    if (outcome) this.executor.endpoints.report(chosen, outcome);
    else this.executor.endpoints.abandon(chosen);
  }

  #judge(result: Reply | TransportFailure, attempt: ImAttempt): FailedAttempt {
    const context: FailureContext = {
      call: this.progress(),
      idempotent: this.prepared.idempotent,
      attempt,
      windowMs: this.prepared.rateLimit.perSeconds * 1000,
    };
    return result instanceof TransportFailure
      ? judgeTransport(result, context)
      : judgeReply(result, context);
  }

  /** Returns when the next attempt may be prepared; throws the error when none may follow. */
  async #prepareRepetition({ error, repeatable, pauseMs }: FailedAttempt): Promise<void> {
    const { settings } = this.executor;
    const { retry, limiter, hooks, logger } = settings;
    if (pauseMs !== undefined) {
      await limiter?.pause(settings.appKey, this.#bucket(), pauseMs);
    }
    const exhausted = this.options.retry === false || this.#attempts >= retry.attempts;
    // A pause of the limiter is waited for where the next attempt takes its quota.
    const delayMs = pauseMs === undefined ? this.#backoffMs() : limiter ? 0 : pauseMs;
    if (!repeatable || exhausted || delayMs >= this.#remainingMs()) throw error;
    if (hooks.onRetry) callHook(hooks.onRetry, { ...this.#requestEvent(), error, delayMs }, logger);
    await this.#wait(delayMs);
  }

  #backoffMs(): number {
    const { baseDelayMs, maxDelayMs } = this.executor.settings.retry;
    return Math.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (this.#attempts - 1));
  }

  #takeQuota(): number | Promise<number> {
    const { limiter, appKey } = this.executor.settings;
    if (!limiter) return 0;
    const { limit, perSeconds } = this.prepared.rateLimit;
    return limiter.take({
      app: appKey,
      bucket: this.#bucket(),
      cost: this.prepared.cost,
      limit,
      perSeconds,
      maxWaitMs: this.#remainingMs(),
    });
  }

  async #waitForQuota(delayMs: number, failed: FailedAttempt | undefined): Promise<void> {
    if (delayMs > this.#remainingMs()) throw failed?.error ?? this.#outOfQuota(delayMs);
    const { app, settings } = this.executor;
    const { operation } = this.prepared;
    callHook(
      settings.hooks.onWait,
      { app, operation, bucket: this.#bucket(), delayMs },
      settings.logger,
    );
    await this.#wait(delayMs);
  }

  async #wait(delayMs: number): Promise<void> {
    const { closing } = this.executor;
    const signals = this.options.signal ? [this.options.signal, closing.signal] : [closing.signal];
    await wait(delayMs, AbortSignal.any(signals));
    this.#refuseAborted();
  }

  async #secret(): Promise<string> {
    try {
      return await this.executor.settings.appSecret();
    } catch (cause) {
      throw new ImConfigError('`appSecret` could not be read: its function failed.', { cause });
    }
  }

  #refuseAborted(): void {
    if (!this.options.signal?.aborted && !this.executor.closing.signal.aborted) return;
    throw new ImAbortedError(
      `${this.prepared.operation} was aborted before it was sent${this.#attempts > 0 ? ' again' : ''}.`,
      this.progress(),
    );
  }

  #outOfTime(): ImError {
    return new ImTimeoutError(
      `${this.prepared.operation} was not sent: its deadline had passed. Raise \`deadlineMs\`.`,
      this.progress(),
    );
  }

  #outOfQuota(delayMs: number): ImError {
    const { limit, perSeconds, unit } = this.prepared.rateLimit;
    return new ImRateLimitError(
      `${this.prepared.operation} was not sent: the quota of ${limit} ${unit ?? 'requests'} in ` +
        `${perSeconds} s is used up for ${Math.ceil(delayMs)} ms, longer than the call may take. ` +
        'Send less, raise `deadlineMs`, or raise the quota in the console.',
      { ...this.progress(), code: undefined, status: undefined },
      'local',
      delayMs,
    );
  }

  #tellResponse({ status, headers }: Reply): void {
    this.options.onResponse?.({
      requestId: this.#requestId ?? '',
      status,
      endpoint: this.#endpoint ?? '',
      attempts: this.#attempts,
      durationMs: this.durationMs(),
      headers,
    });
  }

  #requestEvent(): ImRequestEvent {
    return {
      app: this.executor.app,
      operation: this.prepared.operation,
      attempt: this.#attempts,
      requestId: this.#requestId ?? '',
      endpoint: this.#endpoint ?? '',
    };
  }

  #bucket(): string {
    return this.prepared.rateLimit.bucket ?? this.prepared.path;
  }

  #remainingMs(): number {
    return this.#deadlineAt - performance.now();
  }
}
