import { ImApiError, type ImRefusedCall } from '../errors/api.error.js';
import { ImAuthError } from '../errors/auth.error.js';
import { ERROR_CODES, ERROR_STATUSES, type ImErrorKind } from '../errors/error-codes.js';
import { ImInvalidParameterError } from '../errors/invalid-parameter.error.js';
import { ImNotFoundError } from '../errors/not-found.error.js';
import { ImPermissionError } from '../errors/permission.error.js';
import { ImQuotaError } from '../errors/quota.error.js';
import { ImRateLimitError } from '../errors/rate-limit.error.js';
import { ImServerError } from '../errors/server.error.js';
import { ImServiceDisabledError } from '../errors/service-disabled.error.js';
import type { ImFailedCall } from '../errors/transport.error.js';
import type { PreparedCall } from './prepared-call.js';
import type { Reply } from './reply.js';

/** The code of a service that is not switched on. */
export const SERVICE_DISABLED = 1009;

const NOTABLE_CLOCK_OFFSET_MS = 30_000;
const LONGEST_SERVER_MESSAGE = 300;

const PLAIN_ERRORS = {
  permission: ImPermissionError,
  'not-found': ImNotFoundError,
  'invalid-parameter': ImInvalidParameterError,
  quota: ImQuotaError,
  server: ImServerError,
} as const;

/** What a refusal calls for. */
export function kindOf({ code, status }: Reply): ImErrorKind | undefined {
  const known = code === undefined ? undefined : ERROR_CODES[code]?.kind;
  return known ?? ERROR_STATUSES[status] ?? (status >= 500 ? 'server' : undefined);
}

/** What the error of a refused call is made of, besides the reply. */
export interface RefusalContext {
  readonly call: ImFailedCall;
  /** What the operation needs to be switched on. */
  readonly consoleSwitch: string | undefined;
  /** How long the quota is paused, for a refusal by quota. */
  readonly pauseMs: number;
  /** Takes out what must not appear, should the service's message quote it. */
  readonly redact: (text: string) => string;
}

/** The error of a refused call. */
export function apiFailure(reply: Reply, context: RefusalContext): ImApiError {
  const { call, pauseMs, consoleSwitch } = context;
  const refused: ImRefusedCall = { ...call, code: reply.code, status: reply.status };
  const message = describe(refused, reply, context);
  const kind = kindOf(reply);
  switch (kind) {
    case undefined:
      return new ImApiError(message, refused);
    case 'auth': {
      const offset = clockOffset(reply);
      return new ImAuthError(message + describeOffset(offset), refused, offset);
    }
    case 'rate-limit':
      return new ImRateLimitError(message, refused, 'server', pauseMs);
    case 'service-disabled':
      return new ImServiceDisabledError(message, refused, 'server', consoleSwitch);
    default:
      return new PLAIN_ERRORS[kind](message, refused);
  }
}

/** The error of a call that is held back, as the service was found to be off. */
export function heldBack(
  { operation, consoleSwitch }: PreparedCall,
  call: ImFailedCall,
  heldBackMs: number,
): ImServiceDisabledError {
  return new ImServiceDisabledError(
    `${operation} was not sent: a call before was refused with code ${SERVICE_DISABLED}, as the service ` +
      `is not enabled. ${adviceFor(consoleSwitch)} This is remembered for ` +
      `${Math.ceil(heldBackMs / 1000)} s more; the next call after that is sent.`,
    { ...call, code: SERVICE_DISABLED, status: undefined },
    'local',
    consoleSwitch,
  );
}

function adviceFor(consoleSwitch: string | undefined): string {
  return `Enable ${consoleSwitch ?? 'it'} in the console.`;
}

function describe(
  call: ImRefusedCall,
  reply: Reply,
  { redact, consoleSwitch }: RefusalContext,
): string {
  const known = call.code === undefined ? undefined : ERROR_CODES[call.code];
  const what = known ? `: ${known.meaning}` : '';
  const code = call.code === undefined ? '' : `code ${call.code}, `;
  const words =
    reply.message === undefined ? '' : ` The service says: ${quote(redact(reply.message))}.`;
  const isNamed = consoleSwitch !== undefined && call.code === SERVICE_DISABLED;
  const advice = isNamed ? adviceFor(consoleSwitch) : known?.advice;
  return `${call.operation} was refused (${code}HTTP ${reply.status})${what}.${words}${advice === undefined ? '' : ` ${advice}`}`;
}

function quote(message: string): string {
  return JSON.stringify(message.slice(0, LONGEST_SERVER_MESSAGE));
}

function clockOffset({ headers }: Reply): number | undefined {
  const { date } = headers;
  const serverTime = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  const offset = Date.now() - serverTime;
  return Math.abs(offset) > NOTABLE_CLOCK_OFFSET_MS ? offset : undefined;
}

function describeOffset(offset: number | undefined): string {
  if (offset === undefined) return '';
  const seconds = Math.round(Math.abs(offset) / 1000);
  return ` This machine's clock is ${seconds} s ${offset > 0 ? 'ahead of' : 'behind'} the service's: set it right first.`;
}
