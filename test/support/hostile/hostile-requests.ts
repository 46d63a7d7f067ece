import fc from 'fast-check';
import { IM_EVENTS, type ImEventName } from '../../../lib/callback/events/event.map.js';
import { APP } from '../callback-app.js';
import { PLAIN_HEADERS, RC_HEADERS, signatureOf } from '../callback-client.js';
import { CALLBACK_PATH } from '../callback-controller.js';
import { EVENT_NAMES } from '../event-controller.js';
import { encodeBody, EVENT_VARIANTS } from '../event-variants.js';
import { hostileBody, type HostileBody, largeBody, TYPES } from './hostile-bodies.js';

/** A request that must be refused. */
export interface HostileRequest {
  /** What is wrong with it, for the message of a failure. */
  readonly wrong: string;
  readonly event: ImEventName;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** The statuses that it may be answered with. */
  readonly answers: readonly number[];
}

type Parts = Readonly<Record<string, string>>;

/** A signature that must not be taken: its text in the query, and its headers. */
interface HostileSignature {
  readonly wrong: string;
  readonly query: string;
  readonly headers: Parts;
}

const nonce = fc.stringMatching(/^[1-9]\d{17}$/);
const part = fc.constantFrom('nonce', 'timestamp', 'signature');

/** Parts in the place where an event is signed. */
function inPlace(event: ImEventName, wrong: string, parts: Parts): HostileSignature {
  if (IM_EVENTS[event].signedIn === 'query') {
    return { wrong, query: new URLSearchParams(parts).toString(), headers: {} };
  }
  const named = Object.entries(parts).map(([name, value]) => [RC_HEADERS[name], value]);
  return { wrong, query: '', headers: Object.fromEntries(named) as Parts };
}

const wrongDigests = fc.oneof(
  fc.stringMatching(/^[0-9a-f]{40}$/),
  fc.stringMatching(/^[0-9A-F]{40}$/),
  fc.stringMatching(/^[0-9a-f]{0,39}$/),
  fc.stringMatching(/^[0-9a-f]{41,80}$/),
  fc.stringMatching(/^[ -~]{1,60}$/),
);

const wrongTimes = fc.oneof(
  fc.integer({ min: 1_800_000, max: 10 ** 12 }).map((age) => String(Date.now() - age)),
  fc.integer({ min: 1_800_000, max: 10 ** 12 }).map((age) => String(Date.now() + age)),
  fc.constantFrom('0', '-1', '1e13', '0x18f', '9'.repeat(400), 'NaN', 'Infinity', '1408710653'),
  fc.stringMatching(/^[!-~]{1,20}$/).filter((text) => !/^\d+$/.test(text)),
);

/** What is changed in a signature that is right otherwise. */
function brokenParts(event: ImEventName): fc.Arbitrary<HostileSignature> {
  const broken = (wrong: string, parts: Parts) => inPlace(event, wrong, parts);
  return fc.oneof(
    part.map((name) => {
      const { [name]: _missing, ...others } = signatureOf();
      return broken(`no ${name}`, others);
    }),
    part.map((name) => broken(`empty ${name}`, { ...signatureOf(), [name]: '' })),
    wrongDigests.map((signature) => broken('a wrong digest', { ...signatureOf(), signature })),
    wrongTimes.map((timestamp) => broken('a wrong time', signatureOf({ timestamp }))),
    nonce.map((other) => broken('another nonce', { ...signatureOf({ nonce: '1' }), nonce: other })),
    fc
      .stringMatching(/^[!-~]{1,30}$/)
      .filter((secret) => secret !== APP.appSecret)
      .map((appSecret) => broken('another secret', signatureOf({ appSecret }))),
    fc
      .stringMatching(/^[!-~]{1,30}$/)
      .filter((appKey) => appKey !== APP.appKey)
      .map((appKey) => broken('another app', signatureOf({ appKey }))),
  );
}

/** Each part in a place of its own, so that none has all. */
function mixedParts(event: ImEventName): fc.Arbitrary<HostileSignature> {
  const place = fc.constantFrom('query', 'rc', 'plain', 'nowhere');
  return fc
    .tuple(place, place, place)
    .filter((places) => !isComplete(event, places))
    .map(([nonceIn, timestampIn, signatureIn]) => {
      const places = { nonce: nonceIn, timestamp: timestampIn, signature: signatureIn };
      const parts = signatureOf();
      const query = new URLSearchParams();
      const headers: Record<string, string> = {};
      for (const [name, where] of Object.entries(places)) {
        const value = parts[name] ?? '';
        if (where === 'query') query.set(name, value);
        if (where === 'rc') headers[RC_HEADERS[name] ?? ''] = value;
        if (where === 'plain') headers[PLAIN_HEADERS[name] ?? ''] = value;
      }
      const wrong = `parts in ${Object.values(places).join(', ')}`;
      return { wrong, query: query.toString(), headers };
    });
}

function isComplete(event: ImEventName, [first, ...others]: readonly string[]): boolean {
  const isOne = first !== 'nowhere' && others.every((other) => other === first);
  return isOne && (first === 'query') === (IM_EVENTS[event].signedIn === 'query');
}

/** Text in the query that is no signature, or more than one. */
const brokenQuery: fc.Arbitrary<HostileSignature> = fc.oneof(
  fc
    .tuple(fc.constantFrom('nonce', 'timestamp', 'signature', 'appKey'), fc.boolean())
    .map(([name, isSame]) => {
      const parts = signatureOf();
      const value = isSame ? (parts[name] ?? '') : 'x';
      const query = `${new URLSearchParams(parts).toString()}&${name}=${value}`;
      return { wrong: `two of ${name}`, query, headers: {} };
    }),
  fc.constantFrom('%', '%z', '%ff', '%00', '%c3%28', '%u0041', '%ed%a0%80').map((escape) => {
    const { signature, ...parts } = signatureOf();
    const query = `${new URLSearchParams(parts).toString()}&signature=${signature ?? ''}${escape}`;
    return { wrong: `a signature with ${escape}`, query, headers: {} };
  }),
  fc.stringMatching(/^[!"$-~]{0,200}$/).map((query) => ({ wrong: 'noise', query, headers: {} })),
  fc.constantFrom('__proto__', 'signature[]', 'signature[0]', 'signature.x').map((name) => {
    const { signature = '', ...parts } = signatureOf();
    const query = `${new URLSearchParams(parts).toString()}&${name}=${signature}`;
    return { wrong: `${name} for signature`, query, headers: {} };
  }),
);

// Made once: what is made anew for each request takes longer than the request.
const hostileSignatures = new Map(
  EVENT_NAMES.map((event) => [event, fc.oneof(brokenParts(event), mixedParts(event), brokenQuery)]),
);

function hostileSignature(event: ImEventName): fc.Arbitrary<HostileSignature> {
  return hostileSignatures.get(event) ?? brokenQuery;
}

function address(event: string, query: string): string {
  return `/${CALLBACK_PATH}/${event}?${query}`;
}

/** A body that would be taken, with a signature that must not. */
const forged = fc.constantFrom(...EVENT_VARIANTS).chain(({ body, event, kind }) =>
  hostileSignature(event).map(({ headers, query, wrong }): HostileRequest => ({
    wrong: `${event} with ${wrong}`,
    event,
    path: address(event, query),
    headers: { ...headers, 'Content-Type': TYPES[kind] },
    body: encodeBody(kind, body),
    answers: [401],
  })),
);

/** A signature that would be taken, with a body that must not. */
function signedBody(of: fc.Arbitrary<HostileBody>): fc.Arbitrary<HostileRequest> {
  return of.map(({ answers, body, event, headers, wrong }) => {
    const signed = inPlace(event, '', signatureOf());
    return {
      wrong: `${event}: ${wrong}`,
      event,
      path: address(event, signed.query),
      headers: { ...signed.headers, ...headers },
      body,
      answers,
    };
  });
}

const wrongInBoth = hostileBody.chain(({ answers, body, event, headers, wrong }) =>
  hostileSignature(event).map((signature): HostileRequest => ({
    wrong: `${event} with ${signature.wrong}: ${wrong}`,
    event,
    path: address(event, signature.query),
    headers: { ...signature.headers, ...headers },
    body,
    answers: [401, ...answers],
  })),
);

const wrongAddress = fc
  .tuple(
    fc.constantFrom(...EVENT_VARIANTS),
    fc.constantFrom('%00', '%', '%ff', '/', '//', '/..', ';a', '%2e', '%2F', '.json', '%zz', '/*'),
  )
  .map(([{ body, event, kind }, end]): HostileRequest => {
    return {
      wrong: `${event} at an address that ends in ${end}`,
      event,
      path: `/${CALLBACK_PATH}/${event}${end}?signature=${'0'.repeat(40)}`,
      headers: { 'Content-Type': TYPES[kind] },
      body: encodeBody(kind, body),
      answers: [400, 401, 404],
    };
  });

/** Requests of all kinds that must be refused. */
export const hostileRequest = fc.oneof(
  { weight: 45, arbitrary: forged },
  { weight: 45, arbitrary: signedBody(hostileBody) },
  { weight: 9, arbitrary: wrongInBoth },
  { weight: 1, arbitrary: wrongAddress },
);

/** Validly signed events that are too large. */
export const largeRequest = signedBody(largeBody);
