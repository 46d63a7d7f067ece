import { ImConfigError } from '../errors/config.error.js';
import type { PreparedCall } from './prepared-call.js';
import { toJsonText } from './input/json-text.js';
import { COMMON_RATE_LIMIT, type ImRateLimit } from './operation.js';

/** A value in a form; a list repeats its key. */
export type ImFormValue = string | number | boolean;

/** A call of an endpoint that this package does not know. */
export type ImRawRequest = ImRawRequestBase &
  (
    | {
        readonly encoding: 'form';
        readonly body: Readonly<Record<string, ImFormValue | readonly ImFormValue[] | undefined>>;
      }
    | { readonly encoding: 'json'; readonly body: object }
  );

interface ImRawRequestBase {
  /** Path as documented, with its leading slash. */
  readonly path: `/${string}`;
  /** A repetition does no harm. Default false. */
  readonly idempotent?: boolean;
  /** Default: 100 requests a second for this path, what the vendor grants most endpoints. */
  readonly rateLimit?: Omit<ImRateLimit, 'unit'>;
}

const PATH = /^(\/[\w.-]*\w)+$/;

/**
 * Encodes a call that no operation describes.
 * @throws ImConfigError when the path is none, such as one with an id pasted in unescaped.
 */
export function prepareRaw(raw: ImRawRequest): PreparedCall {
  if (!PATH.test(raw.path)) {
    throw new ImConfigError(`${JSON.stringify(raw.path)} is not the path of an endpoint.`);
  }
  const rateLimit = raw.rateLimit ?? COMMON_RATE_LIMIT;
  return {
    operation: raw.path,
    method: 'POST',
    path: raw.path,
    encoding: raw.encoding,
    body: raw.encoding === 'form' ? encodeRawForm(raw.body) : toJsonText(raw.body),
    idempotent: raw.idempotent ?? false,
    deduplicated: false,
    rateLimit,
    bucket: rateLimit.bucket ?? raw.path,
    consoleSwitch: undefined,
    cost: 1,
    successCode: undefined,
  };
}

function encodeRawForm(
  body: Readonly<Record<string, ImFormValue | readonly ImFormValue[] | undefined>>,
): string {
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(body)) {
    const values = value === undefined ? [] : [value].flat();
    for (const item of values) form.append(key, String(item));
  }
  return form.toString();
}
