import type { EmulatedApp } from '../emulated-app.js';
import { refusal, success, type ApiReply } from '../http/api-request.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import { INVALID_PARAMETER } from '../parameters/parameter-refusal.js';

/** What a handler works with. */
export interface OperationContext {
  readonly app: EmulatedApp;
  /** Checked against the catalogue already. */
  readonly parameters: OperationParameters;
  /** Unix time in milliseconds, by the clock of the emulator. */
  readonly now: number;
  readonly path: string;
}

/** Carries out one operation on the state of an app. */
export type OperationHandler = (context: OperationContext) => ApiReply;

/** Handlers of an area, by method and path: `POST /user/info.json`. */
export type OperationHandlers = Readonly<Record<string, OperationHandler>>;

/** Refuses a call whose parameters are well-formed but make no sense. */
export function invalid({ path }: OperationContext, reason: string): ApiReply {
  return refusal(400, INVALID_PARAMETER, reason, path);
}

/** Takes a call that changes nothing, and tells the developer why. */
export function ignored(reason: string): ApiReply {
  return { ...success(), reason };
}

/** A point in time as the service writes it: without a zone. Its zone is that of the data centre; here UTC. */
export function localTime(timestamp: number): string {
  return new Date(timestamp).toISOString().slice(0, 19).replace('T', ' ');
}

/** One page of a list by number from 1; without a number, the first `unpaged` entries. */
export function pageOf<Entry>(
  entries: readonly Entry[],
  page: number | undefined,
  size: number,
  unpaged: number,
): readonly Entry[] {
  if (page === undefined || page === 0) return entries.slice(0, unpaged);
  return entries.slice((page - 1) * size, page * size);
}
