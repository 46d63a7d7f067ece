import { ImAbortedError } from '../errors/aborted.error.js';
import { ImAmbiguousOutcomeError } from '../errors/ambiguous-outcome.error.js';
import type { ImError } from '../errors/im.error.js';
import { ImRateLimitError } from '../errors/rate-limit.error.js';
import { ImTimeoutError } from '../errors/timeout.error.js';
import type { ImFailedCall } from '../errors/transport.error.js';
import type { ImRequestEvent } from '../im.hooks.js';
import type { ImCallOptions, ImResponseMeta } from '../im.options.js';
import type { ImSettings } from '../im.settings.js';
import { positive } from '../whole-number.option.js';
import { ImAttempt } from './attempt.js';
import type { Closing } from './closing.js';
import { DEDUPLICATION_MS } from './deduplication.js';
import type { ChosenEndpoint, Endpoints } from './endpoints.js';
import {
  afterUnknownOutcome,
  endpointOutcome,
  judgeReply,
  judgeTransport,
  type FailedAttempt,
  type FailureContext,
} from './failed-attempt.js';
import { backoffMs } from './backoff.js';
import { callHook } from './hook.js';
import type { PreparedCall } from './prepared-call.js';
import type { Quota } from './quota.js';
import { isSuccess, type Reply } from './reply.js';
import type { Transport } from './transport.js';
import { TransportFailure } from './transport-failure.js';
import { wait, waitFor } from './wait.js';

/** What a call needs of its app. */
export interface CallContext {
  readonly app: string;
  readonly settings: ImSettings;
  readonly quota: Quota;
  readonly endpoints: Endpoints;
  readonly transport: Transport;
  readonly closing: Closing;
  /** The clock, in milliseconds. */
  readonly now: () => number;
}

/** One call under way: quota, host, attempt, judgement, and again until it has ended. */
export class Call {
  readonly #startedAt: number;
  readonly #timeoutMs: number;
  #deadlineAt: number;
  #sentAt = 0;
  #outcomeUnknown = false;
  #attempts = 0;
  #endpoint: string | undefined;
  #requestId: string | undefined;

  constructor(
    readonly context: CallContext,
    readonly prepared: PreparedCall,
    readonly options: ImCallOptions,
  ) {
    const { settings, now } = context;
    this.#startedAt = now();
    this.#timeoutMs = positive('timeoutMs', options.timeoutMs, settings.timeoutMs);
    const deadlineMs = positive('deadlineMs', options.deadlineMs, settings.deadlineMs);
    this.#deadlineAt = this.#startedAt + deadlineMs;
  }

  /** How far the call has got, as its error says. */
  progress(): ImFailedCall {
    return {
      app: this.context.app,
      operation: this.prepared.operation,
      endpoint: this.#endpoint,
      requestId: this.#requestId,
      attempts: this.#attempts,
    };
  }

  durationMs(): number {
    return this.context.now() - this.#startedAt;
  }

  /** Makes attempts until one succeeds or no other may follow. */
  async toEnd(): Promise<object> {
    try {
      return await this.#attemptToEnd();
    } catch (error) {
      throw this.#outcomeUnknown ? afterUnknownOutcome(error, this.progress()) : error;
    }
  }

  async #attemptToEnd(): Promise<object> {
    let failed: FailedAttempt | undefined;
    for (;;) {
      this.#refuseAborted();
      const taken = this.context.quota.take(this.prepared, this.#remainingMs());
      const delayMs = typeof taken === 'number' ? taken : await this.#inTime(taken);
      if (delayMs > 0) await this.#waitForQuota(delayMs, failed);
      const given = this.context.settings.appSecret();
      const secret = typeof given === 'string' ? given : await this.#inTime(given);
      this.#refuseAborted();

      const timeoutMs = Math.min(this.#timeoutMs, this.#remainingMs());
      if (timeoutMs <= 0) throw failed?.error ?? this.#outOfTime();
      const chosen = this.context.endpoints.choose(this.prepared.idempotent);
      const attempt = new ImAttempt({
        appKey: this.context.settings.appKey,
        secret,
        endpoint: chosen.endpoint,
        request: this.prepared,
        timeoutMs,
        signal: this.options.signal,
      });
      const result = await this.#send(attempt, chosen);
      if (!(result instanceof TransportFailure) && isSuccess(result, this.prepared.successCode)) {
        this.#tellResponse(result);
        return result.body;
      }
      failed = this.#judge(result, attempt);
      await this.#prepareRepetition(failed);
    }
  }

  async #send(attempt: ImAttempt, chosen: ChosenEndpoint): Promise<Reply | TransportFailure> {
    const { transport, settings, closing } = this.context;
    const { hooks, logger } = settings;
    this.#attempts += 1;
    this.#endpoint = attempt.endpoint;
    this.#requestId = attempt.requestId;
    if (hooks.onRequest) callHook(hooks.onRequest, this.#requestEvent(), logger);

    this.#sentAt = this.context.now();
    const result = await transport.send(attempt);
    this.#reportEndpoint(chosen, result, attempt);
    if (result instanceof TransportFailure) {
      return closing.begun ? new TransportFailure('aborted') : result;
    }
    if (hooks.onResponse) {
      const durationMs = this.context.now() - this.#sentAt;
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
    // A time-out that a caller made shorter, or the end of a deadline, says nothing about the host.
    const isCutShort =
      result instanceof TransportFailure &&
      result.reason === 'timeout' &&
      attempt.timeoutMs < this.context.settings.timeoutMs;
    const outcome = isCutShort ? undefined : endpointOutcome(result, attempt.left);
    if (outcome) this.context.endpoints.report(chosen, outcome);
    else this.context.endpoints.abandon(chosen);
  }

  #judge(result: Reply | TransportFailure, attempt: ImAttempt): FailedAttempt {
    const context: FailureContext = {
      call: this.progress(),
      idempotent: this.prepared.idempotent,
      deduplicated: this.prepared.deduplicated,
      consoleSwitch: this.prepared.consoleSwitch,
      attempt,
      windowMs: this.prepared.rateLimit.perSeconds * 1000,
    };
    return result instanceof TransportFailure
      ? judgeTransport(result, context)
      : judgeReply(result, context);
  }

  /** Returns when the next attempt may be prepared; throws the error when none may follow. */
  async #prepareRepetition({ error, repeatable, pauseMs }: FailedAttempt): Promise<void> {
    const { settings } = this.context;
    const { retry, limiter, hooks, logger } = settings;
    if (error instanceof ImAmbiguousOutcomeError) this.#repeatWhileRemembered();
    if (pauseMs !== undefined) await this.context.quota.pause(this.prepared, pauseMs);
    const exhausted = this.options.retry === false || this.#attempts >= retry.attempts;
    const delayMs = pauseMs ?? backoffMs(retry, this.#attempts);
    if (!repeatable || exhausted || delayMs >= this.#remainingMs()) throw error;
    if (hooks.onRetry) callHook(hooks.onRetry, { ...this.#requestEvent(), error, delayMs }, logger);
    // A pause of the limiter is waited for where the next attempt takes its quota.
    if (pauseMs === undefined || !limiter) await this.#wait(delayMs);
  }

  /** The service drops repetitions as long as it remembers the attempt: none may be made after that. */
  #repeatWhileRemembered(): void {
    this.#outcomeUnknown = true;
    this.#deadlineAt = Math.min(this.#deadlineAt, this.#sentAt + DEDUPLICATION_MS);
  }

  async #waitForQuota(delayMs: number, failed: FailedAttempt | undefined): Promise<void> {
    if (delayMs > this.#remainingMs()) throw failed?.error ?? this.#outOfQuota(delayMs);
    const { app, settings } = this.context;
    const { operation } = this.prepared;
    callHook(
      settings.hooks.onWait,
      { app, operation, bucket: this.prepared.bucket, delayMs },
      settings.logger,
    );
    await this.#wait(delayMs);
  }

  async #wait(delayMs: number): Promise<void> {
    await wait(delayMs, this.#signals());
    this.#refuseAborted();
  }

  /** What somebody else's promise brings, unless the call must end before. */
  async #inTime<Value>(promise: Promise<Value>): Promise<Value> {
    const end = await waitFor(promise, this.#remainingMs(), this.#signals());
    this.#refuseAborted();
    if (typeof end === 'string') throw this.#outOfTime();
    return end.value;
  }

  #signals(): readonly (AbortSignal | undefined)[] {
    return [this.options.signal, this.context.closing.signal];
  }

  #refuseAborted(): void {
    if (!this.options.signal?.aborted && !this.context.closing.begun) return;
    const again = this.#attempts > 0 ? ' again' : '';
    const before = this.#outcomeUnknown ? '; it may have been applied before' : '';
    throw new ImAbortedError(
      `${this.prepared.operation} was aborted before it was sent${again}${before}.`,
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
      `${this.prepared.operation} was not sent: its quota (documented: ${limit} ` +
        `${unit ?? 'requests'} in ${perSeconds} s) is used up for ${Math.ceil(delayMs)} ms, longer ` +
        'than the call may take. Send less, raise `deadlineMs`, or have the quota raised and tell ' +
        'it to `new LocalRateLimiter({ limits })`.',
      { ...this.progress(), code: undefined, status: undefined },
      'local',
      delayMs,
    );
  }

  #tellResponse({ status, headers }: Reply): void {
    if (!this.options.onResponse) return;
    const { requestId, endpoint } = this.#requestEvent();
    const meta: ImResponseMeta = {
      requestId,
      status,
      endpoint,
      attempts: this.#attempts,
      durationMs: this.durationMs(),
      headers,
    };
    callHook(this.options.onResponse, meta, this.context.settings.logger);
  }

  #requestEvent(): ImRequestEvent {
    return {
      app: this.context.app,
      operation: this.prepared.operation,
      attempt: this.#attempts,
      requestId: this.#requestId ?? '',
      endpoint: this.#endpoint ?? '',
    };
  }

  #remainingMs(): number {
    return this.#deadlineAt - this.context.now();
  }
}
