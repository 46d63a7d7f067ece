import type { ImVerdictKind } from './callback/verdict.js';

/**
 * Functions that are told what happens, synchronously and on the spot: keep them short.
 *
 * No payload holds a secret, a signature, a token or a body. A hook that throws is logged once and
 * never harms the call.
 */
export interface ImHooks {
  /** An attempt is about to be sent. */
  readonly onRequest?: ((event: ImRequestEvent) => void) | undefined;
  /** An attempt was answered, well or badly. */
  readonly onResponse?: ((event: ImResponseEvent) => void) | undefined;
  /** A call failed for good. */
  readonly onError?: ((event: ImErrorEvent) => void) | undefined;
  /** An attempt failed and will be repeated. */
  readonly onRetry?: ((event: ImRetryEvent) => void) | undefined;
  /** A call waits for a quota. */
  readonly onWait?: ((event: ImWaitEvent) => void) | undefined;
  /** A callback was answered. */
  readonly onCallback?: ((event: ImCallbackEvent) => void) | undefined;
  /** A verdict was given. */
  readonly onVerdict?: ((event: ImVerdictEvent) => void) | undefined;
  /** A durable handler has ended, well or badly. */
  readonly onDurableEvent?: ((event: ImDurableEventReport) => void) | undefined;
}

/** What every event about a call says. */
export interface ImCallEvent {
  /** Name of the app (`default` unless named). */
  readonly app: string;
  /** Name of the operation, such as `user.register`. */
  readonly operation: string;
}

/** What every event about one attempt says. */
export interface ImRequestEvent extends ImCallEvent {
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly requestId: string;
  /** Base address the attempt goes to. */
  readonly endpoint: string;
}

export interface ImResponseEvent extends ImRequestEvent {
  readonly status: number;
  /** The service's own code, when the body held one. */
  readonly code: number | undefined;
  readonly durationMs: number;
}

export interface ImRetryEvent extends ImRequestEvent {
  readonly error: Error;
  readonly delayMs: number;
}

export interface ImErrorEvent extends ImCallEvent {
  readonly error: Error;
  readonly attempts: number;
  readonly durationMs: number;
}

export interface ImWaitEvent extends ImCallEvent {
  /** The quota that is used up: operations with one quota share a bucket. */
  readonly bucket: string;
  readonly delayMs: number;
}

/** How a callback was answered. */
export type ImCallbackOutcome =
  /** The handler ran and its answer was sent. */
  | 'handled'
  /** The event is safe in the stream, where its durable handler finds it. */
  | 'stored'
  /** Known already: the first answer was sent again, the handler did not run. */
  | 'duplicate'
  /** Signature, freshness, form or content was refused; `reason` says which. */
  | 'rejected'
  /** The handler failed or was too late. */
  | 'failed';

export interface ImCallbackEvent {
  /** Name of the app; undefined when the callback could not be given to one. */
  readonly app: string | undefined;
  readonly event: string;
  readonly outcome: ImCallbackOutcome;
  /**
   * Why a callback was refused (`signature-invalid` and the other reasons of `ImCallbackError`) or failed
   * (`handler-failed`, `handler-late`, `still-running`, `claims-failed`, `stream-failed`, …).
   */
  readonly reason: string | undefined;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly durationMs: number;
}

/** A verdict that was given just now; one that is given again to a repetition is not told. */
export interface ImVerdictEvent {
  /** Name of the app. */
  readonly app: string;
  readonly event: string;
  readonly verdict: ImVerdictKind;
  /** Whether the handler has decided, or `onError` in its place. */
  readonly by: 'handler' | 'onError';
  /** Why the handler has not decided, an `ImNoVerdictReason`; undefined where it has. */
  readonly reason: string | undefined;
  readonly durationMs: number;
  /** Whether the answer was written while the platform still waited: else the message was delivered. */
  readonly inTime: boolean;
}

/** How one attempt of a durable handler has ended. */
export type ImDurableEventOutcome =
  /** It is done. */
  | 'handled'
  /** It failed and is tried again. */
  | 'retried'
  /** It failed too often, and the event is a dead letter. */
  | 'dead'
  /** The process stops; another one takes the event. */
  | 'unfinished';

export interface ImDurableEventReport {
  /** Name of the app. */
  readonly app: string;
  readonly event: string;
  readonly outcome: ImDurableEventOutcome;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** What failed. */
  readonly reason: string | undefined;
  readonly durationMs: number;
  /** Time since the callback was answered, in milliseconds: how far handlers are behind. */
  readonly lagMs: number;
}
