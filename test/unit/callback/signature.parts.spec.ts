import { parse } from 'node:querystring';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSignature } from '../../../lib/callback/signature.parts.js';
import { ImCallbackError } from '../../../lib/errors/callback.error.js';

const URL = '/im/callbacks/message-routing';
const PARTS = { signature: 's', nonce: 'n', timestamp: '01408710653491' };

describe('readSignature', () => {
  it.each([
    ['the query', `${URL}?appKey=k&nonce=n&timestamp=01408710653491&signature=s`, {}],
    ['the older query', `${URL}?appKey=k&nonce=n&signTimestamp=01408710653491&signature=s`, {}],
    [
      'the query and no headers',
      `${URL}?${new URLSearchParams(PARTS).toString()}&appKey=k`,
      { 'rc-signature': 'other', 'app-key': 'other', signature: 'other' },
    ],
  ])('reads the text as it came from %s', (_, url, headers) => {
    expect(readSignature(url, headers, 'query')).toEqual({ ...PARTS, appKey: 'k' });
  });

  it.each([
    [
      'RC headers',
      URL,
      {
        'rc-app-key': 'k',
        'rc-nonce': 'n',
        'rc-timestamp': PARTS.timestamp,
        'rc-signature': 's',
        signature: 'another',
      },
    ],
    ['plain headers', URL, { 'app-key': 'k', ...PARTS }],
    ['headers and no query', `${URL}?appKey=q&signature=q`, { 'app-key': 'k', ...PARTS }],
  ])('reads the text as it came from %s', (_, url, headers) => {
    expect(readSignature(url, headers, 'header')).toEqual({ ...PARTS, appKey: 'k' });
  });

  it('reads the oldest query, which has no App Key', () => {
    const url = `${URL}?nonce=n&signTimestamp=01408710653491&signature=s`;
    expect(readSignature(url, {}, 'query')).toEqual({ ...PARTS, appKey: undefined });
  });

  it('does without an App Key, which is not taken from another place', () => {
    const query = `${URL}?${new URLSearchParams(PARTS).toString()}`;
    expect(readSignature(query, { 'app-key': 'k' }, 'query').appKey).toBeUndefined();
    expect(readSignature(`${URL}?appKey=k`, PARTS, 'header').appKey).toBeUndefined();
  });

  it.each([
    [`${URL}?nonce=n&timestamp=1`, {}, 'query'],
    [`${URL}?nonce=n&timestamp=1&signature=`, {}, 'query'],
    [`${URL}?nonce=n&signature=s`, { timestamp: '1' }, 'query'],
    [URL, PARTS, 'query'],
    [URL, { 'rc-signature': 's', 'rc-nonce': 'n', 'rc-timestamp': '1' }, 'query'],
    [URL, { 'rc-signature': 's', nonce: 'n', timestamp: '1' }, 'header'],
    [`${URL}?${new URLSearchParams(PARTS).toString()}`, {}, 'header'],
    [URL, {}, 'header'],
  ] as const)('misses what is in no or in another place (%#)', (url, headers, signedIn) => {
    const read = () => readSignature(url, headers, signedIn);
    expect(read).toThrow(ImCallbackError);
    expect(read).toThrow(expect.objectContaining({ reason: 'signature-missing' }));
  });

  it.each(['nonce', 'timestamp', 'signature', 'appKey'])('refuses two of %s', (name) => {
    const query = new URLSearchParams({ ...PARTS, appKey: 'k' });
    query.append(name, 'x');
    const read = () => readSignature(`${URL}?${query.toString()}`, {}, 'query');
    expect(read).toThrow(expect.objectContaining({ reason: 'signature-invalid' }));
  });

  it('reads a query as node:querystring does', () => {
    const names = ['appKey', 'nonce', 'timestamp', 'signTimestamp', 'signature'];
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names.map((name) => `&${name}=`)) },
      fc.constantFrom(
        '&',
        '=',
        '?',
        '#',
        '%',
        '+',
        '%26',
        '%3D',
        '%6Eonce',
        '&noncE=',
        '__proto__',
      ),
      fc.string({ maxLength: 3 }),
    );
    const complete = fc
      .shuffledSubarray(names, { minLength: 4 })
      .map((subset) => subset.map((name, index) => `${name}=${index}`).join('&'));
    const noise = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const query = fc.tuple(noise, complete, noise).map((parts) => parts.join(''));
    fc.assert(
      fc.property(query, (text) => {
        expect(outcomeOf(() => readSignature(`${URL}?${text}`, {}, 'query'))).toEqual(
          outcomeOf(() => readReference(text)),
        );
      }),
      { numRuns: 5_000, seed: 20_261_125 },
    );
  });

  it.each([998, 999, 1_000, 1_001])(
    'reads the parameters behind %i others as it does',
    (others) => {
      const text = `${'&'.repeat(others)}${new URLSearchParams(PARTS).toString()}`;
      expect(outcomeOf(() => readSignature(`${URL}?${text}`, {}, 'query'))).toEqual(
        outcomeOf(() => readReference(text)),
      );
    },
  );
});

/** What the parts are by the parser of Node; null where they must be refused. */
function readReference(text: string) {
  const { appKey, nonce, timestamp, signTimestamp, signature } = parse(text);
  const parts = { appKey, nonce, timestamp: timestamp ?? signTimestamp, signature };
  for (const [name, part] of Object.entries(parts)) {
    const isRefused = typeof part === 'object' || part === '' || part === undefined;
    if (isRefused && !(name === 'appKey' && typeof part !== 'object')) return null;
  }
  return parts;
}

function outcomeOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}
