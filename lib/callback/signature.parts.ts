import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'node:querystring';
import { ImCallbackError } from '../errors/callback.error.js';
import type { SignatureParts } from '../signature/sign.js';
import type { SignaturePlace } from './events/event.map.js';

/** What a callback says about itself, as the text that travelled. */
export interface ReceivedSignature extends SignatureParts {
  readonly signature: string;
  /** Absent where the platform sends it in a form or not at all. */
  readonly appKey: string | undefined;
}

type Source = Readonly<Record<string, string | string[] | undefined>>;

/** Names of the parts in one place; the first that is there counts. */
interface PartNames {
  readonly signature: string;
  readonly nonce: string;
  readonly timestamp: readonly string[];
}

const IN_QUERY: PartNames = {
  signature: 'signature',
  nonce: 'nonce',
  timestamp: ['timestamp', 'signTimestamp'],
};
const IN_RC_HEADERS: PartNames = {
  signature: 'rc-signature',
  nonce: 'rc-nonce',
  timestamp: ['rc-timestamp', 'rc-signtimestamp'],
};
const IN_HEADERS: PartNames = {
  signature: 'signature',
  nonce: 'nonce',
  timestamp: ['timestamp', 'signtimestamp'],
};
const APP_KEY_HEADERS = ['rc-app-key', 'app-key', 'appkey'] as const;

// What `parse` takes at most: a shorter query cannot have more.
const MAX_PARAMETERS = 1_000;
const QUERY_NAMES = ['appKey', 'nonce', 'timestamp', 'signTimestamp', 'signature'] as const;

/**
 * Reads the parts of a callback's signature from the place where the platform signs the event.
 * @throws ImCallbackError when a part is missing there or came twice.
 */
export function readSignature(
  url: string,
  headers: IncomingHttpHeaders,
  signedIn: SignaturePlace,
): ReceivedSignature {
  if (signedIn === 'header') {
    const names = headers['rc-signature'] === undefined ? IN_HEADERS : IN_RC_HEADERS;
    return readParts(headers, names, firstOf(headers, APP_KEY_HEADERS));
  }
  // Not the framework's query: an app may configure how that is parsed, or switch it off.
  const mark = url.indexOf('?');
  const query = mark === -1 ? {} : readQuery(url.slice(mark + 1));
  return readParts(query, IN_QUERY, single(query, 'appKey'));
}

/** The parameters that count; also others, where the query is not a plain one. */
function readQuery(query: string): Source {
  return query.length < MAX_PARAMETERS && !query.includes('%') && !query.includes('+')
    ? readPlainQuery(query)
    : parse(query);
}

/** What `parse` reads of these parameters, at a fraction of its cost: it makes an object of all. */
function readPlainQuery(query: string): Source {
  const values: Record<QueryName, string | string[] | undefined> = {
    appKey: undefined,
    nonce: undefined,
    timestamp: undefined,
    signTimestamp: undefined,
    signature: undefined,
  };
  let start = 0;
  while (start < query.length) {
    const next = query.indexOf('&', start);
    const end = next === -1 ? query.length : next;
    const equals = query.indexOf('=', start);
    const nameEnd = equals === -1 || equals > end ? end : equals;
    const name = nameOf(query, start, nameEnd);
    if (name !== undefined) {
      const value = query.slice(nameEnd + 1, end);
      const first = values[name];
      values[name] = first === undefined ? value : [first, value].flat();
    }
    start = end + 1;
  }
  return values;
}

type QueryName = (typeof QUERY_NAMES)[number];

/** The name that stands there, if it is one that counts: most are told by their length alone. */
function nameOf(query: string, start: number, end: number): QueryName | undefined {
  return QUERY_NAMES.find((name) => name.length === end - start && query.startsWith(name, start));
}

function readParts(
  source: Source,
  names: PartNames,
  appKey: string | undefined,
): ReceivedSignature {
  return {
    signature: required(single(source, names.signature), 'signature'),
    nonce: required(single(source, names.nonce), 'nonce'),
    timestamp: required(firstOf(source, names.timestamp), 'timestamp'),
    appKey,
  };
}

function firstOf(source: Source, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = single(source, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function single(source: Source, name: string): string | undefined {
  const value = source[name];
  if (typeof value !== 'object') return value;
  throw new ImCallbackError('signature-invalid', `The callback has more than one ${name}.`);
}

function required(value: string | undefined, name: string): string {
  if (value !== undefined && value !== '') return value;
  throw new ImCallbackError('signature-missing', `The callback has no ${name}.`);
}
