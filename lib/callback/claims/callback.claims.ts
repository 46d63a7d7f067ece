import type { ImApp } from '../../im.app.js';
import { logFailure } from '../callback.failure.js';
import type { ImCallbackReply, ImClaim, ImClaimStore } from './claim.store.js';
import { TimeIsUp, within } from '../time-limit.js';

/** What the store may take of a callback's time, in milliseconds: the handler needs the rest. */
const STORE_MS = 1_000;

const CLAIMED: ImClaim = { state: 'claimed' };

/**
 * The claim store as one callback uses it. A store that fails or does not answer in time is passed
 * over from then on: a callback that may be handled twice is better than one that is lost.
 */
export class CallbackClaims {
  readonly #store: ImClaimStore;
  #storeMsLeft = STORE_MS;
  #passedOver = false;

  /** @param deadline When the callback must be answered, by `performance.now()`. */
  constructor(
    private readonly app: ImApp,
    private readonly deadline: number,
  ) {
    this.#store = app.settings.callbacks.claims;
  }

  /** The store has failed: nothing is known of this callback, and nothing is remembered. */
  get passedOver(): boolean {
    return this.#passedOver;
  }

  /** It has failed, and the app would rather not handle the callback than handle it twice. */
  get isRefusedWithout(): boolean {
    return this.#passedOver && this.app.settings.callbacks.onClaimsFailure === 'refuse';
  }

  bind(signature: string, callbackKey: string, ttlMs: number): boolean | Promise<boolean> {
    if (this.#passedOver) return true;
    try {
      const bound = this.#store.bind(signature, callbackKey, ttlMs);
      return typeof bound === 'boolean' ? bound : this.#inTime(bound, true);
    } catch (error) {
      this.#passOver(error);
      return true;
    }
  }

  claim(callbackKey: string, ttlMs: number): ImClaim | Promise<ImClaim> {
    if (this.#passedOver) return CLAIMED;
    try {
      const claim = this.#store.claim(callbackKey, ttlMs);
      return 'state' in claim ? claim : this.#claimInTime(callbackKey, claim);
    } catch (error) {
      this.#passOver(error);
      return CLAIMED;
    }
  }

  #claimInTime(callbackKey: string, claim: Promise<ImClaim>): Promise<ImClaim> {
    // The callback is handled without it; a repetition must not wait for what is never settled.
    return this.#inTime(claim, CLAIMED, ({ state }) => {
      if (state === 'claimed') this.#giveBack(callbackKey);
    });
  }

  /**
   * Waits until another one has handled the callback. Undefined when that one has failed, the store
   * has failed, or the time is up.
   */
  async wait(callbackKey: string): Promise<ImCallbackReply | undefined> {
    const waitMs = Math.ceil(this.deadline - performance.now());
    try {
      return await within(this.#store.wait(callbackKey, waitMs), waitMs);
    } catch (error) {
      if (!(error instanceof TimeIsUp)) this.#passOver(error);
      return undefined;
    }
  }

  /** Does not wait for the store: a repetition that comes in between waits for it. */
  settle(callbackKey: string, reply: ImCallbackReply, ttlMs: number): void {
    if (this.#passedOver) return;
    try {
      this.#store.settle(callbackKey, reply, ttlMs)?.catch((error: unknown) => {
        this.#notSettled(callbackKey, error);
      });
    } catch (error) {
      this.#notSettled(callbackKey, error);
    }
  }

  /** Does not wait for the store either. */
  release(callbackKey: string): void {
    if (!this.#passedOver) this.#giveBack(callbackKey);
  }

  // Without it, a repetition would wait in vain until the claim expires.
  #notSettled(callbackKey: string, error: unknown): void {
    this.#forgotten(error);
    this.release(callbackKey);
  }

  #giveBack(callbackKey: string): void {
    try {
      this.#store.release(callbackKey)?.catch((error: unknown) => {
        this.#forgotten(error);
      });
    } catch (error) {
      this.#forgotten(error);
    }
  }

  async #inTime<Answer>(
    answer: PromiseLike<Answer>,
    answerWithout: Answer,
    onLate?: (answer: Answer) => void,
  ): Promise<Answer> {
    const askedAt = performance.now();
    const limitMs = Math.min(this.#storeMsLeft, this.deadline - askedAt);
    try {
      return await within(answer, limitMs, onLate && { onValue: onLate });
    } catch (error) {
      this.#passOver(error);
      return answerWithout;
    } finally {
      this.#storeMsLeft -= performance.now() - askedAt;
    }
  }

  #passOver(error: unknown): void {
    this.#passedOver = true;
    const what = 'The claim store failed, so a callback is handled without it';
    logFailure(this.app.settings.logger, what, error);
  }

  #forgotten(error: unknown): void {
    const what = 'The claim store failed, so a repetition may be handled again';
    logFailure(this.app.settings.logger, what, error);
  }
}
