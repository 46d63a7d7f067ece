import type { IncomingHttpHeaders } from 'node:http';
import { verifySignature } from '../../signature/verify.js';
import { isBelowMilliseconds, isInSeconds, SECONDS_FORM } from '../instant-unit.js';
import type { Leniency } from '../parameters/leniency.js';

/** An app as far as signatures need it. */
export interface Signer {
  readonly appKey: string;
  readonly appSecret: string;
}

/** The app that signed a request, or why it was not accepted. */
export type Authentication<App extends Signer> =
  { readonly app: App } | { readonly code: 1001 | 1004; readonly reason: string };

const KEY_SECRET_MISMATCH = 1001;
const SIGNATURE_FAILED = 1004;
const LONGEST_NONCE = 18;
const WHOLE_NUMBER = /^\d+$/;

const PLAIN = ['app-key', 'nonce', 'timestamp', 'signature'] as const;
const PREFIXED = ['rc-app-key', 'rc-nonce', 'rc-timestamp', 'rc-signature'] as const;
const PLAIN_SPELLING = 'App-Key, Nonce, Timestamp, Signature';

/**
 * Finds the app that signed a request.
 *
 * The age of the timestamp is not looked at: no window is documented, and the vendor's own Node SDK
 * sends one timestamp for the life of a process, in seconds at that. Seconds are taken for its sake,
 * unless strict.
 */
export function authenticate<App extends Signer>(
  headers: IncomingHttpHeaders,
  apps: ReadonlyMap<string, App>,
  leniency: Leniency,
): Authentication<App> {
  const prefixed = headers['rc-signature'] !== undefined && headers['signature'] === undefined;
  const [appKey, nonce, timestamp, signature] = (prefixed ? PREFIXED : PLAIN).map((name) =>
    single(headers[name]),
  );
  if (!appKey || !nonce || !timestamp || !signature) {
    const missing = PLAIN_SPELLING.split(', ').filter(
      (_name, index) => ![appKey, nonce, timestamp, signature][index],
    );
    return refused(
      `The request lacks ${missing.join(', ')}; send ${PLAIN_SPELLING}, or all four with the prefix RC-`,
    );
  }
  const problem = problemOfParts(nonce, timestamp, leniency);
  if (problem !== undefined) return refused(problem);
  const app = apps.get(appKey);
  if (app === undefined) {
    return {
      code: KEY_SECRET_MISMATCH,
      reason: `No app with the key ${JSON.stringify(appKey)}; this emulator serves ${[...apps.keys()].join(', ')}`,
    };
  }
  if (verifySignature([app.appSecret], { nonce, timestamp }, signature)) {
    if (isInSeconds(Number(timestamp))) leniency.allow('Timestamp', SECONDS_FORM);
    return { app };
  }
  return refused(
    'The signature does not match: it is the hex SHA-1 of app secret, nonce and timestamp, in this order; check the secret',
  );
}

function problemOfParts(
  nonce: string,
  timestamp: string,
  { strict }: Leniency,
): string | undefined {
  if (nonce.length > LONGEST_NONCE) {
    return `Nonce has ${nonce.length} characters, at most ${LONGEST_NONCE} are allowed`;
  }
  if (!WHOLE_NUMBER.test(timestamp)) return 'Timestamp is a whole number of milliseconds';
  const time = Number(timestamp);
  if (isBelowMilliseconds(time) && (strict || !isInSeconds(time))) {
    return 'Timestamp is in milliseconds; this one looks like seconds';
  }
  return undefined;
}

function refused(reason: string): { code: 1004; reason: string } {
  return { code: SIGNATURE_FAILED, reason };
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
