import { describe, expect, it } from '@jest/globals';
import { readSignature } from '../../../lib/callback/signature.parts.js';
import { ImCallbackError } from '../../../lib/errors/callback.error.js';

const URL = '/im/callbacks/message-routing';
const PARTS = { signature: 's', nonce: 'n', timestamp: '01408710653491' };

describe('readSignature', () => {
  it.each([
    ['the query', `${URL}?appKey=k&nonce=n&timestamp=01408710653491&signature=s`, {}],
    ['the older query', `${URL}?appKey=k&nonce=n&signTimestamp=01408710653491&signature=s`, {}],
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
    [
      'the query before headers',
      `${URL}?${new URLSearchParams(PARTS).toString()}&appKey=k`,
      {
        'rc-signature': 'other',
      },
    ],
  ])('reads the text as it came from %s', (_, url, headers) => {
    expect(readSignature(url, headers)).toEqual({ ...PARTS, appKey: 'k' });
  });

  it('does without an App Key', () => {
    expect(readSignature(URL, PARTS).appKey).toBeUndefined();
  });

  it.each([
    [`${URL}?nonce=n&timestamp=1`, {}],
    [`${URL}?nonce=n&timestamp=1&signature=`, {}],
    [`${URL}?nonce=n&signature=s`, { timestamp: '1' }],
    [URL, { 'rc-signature': 's', nonce: 'n', timestamp: '1' }],
    [URL, {}],
  ])('misses what is in no or in another place (%#)', (url, headers) => {
    const read = () => readSignature(url, headers);
    expect(read).toThrow(ImCallbackError);
    expect(read).toThrow(expect.objectContaining({ reason: 'signature-missing' }));
  });

  it.each(['nonce', 'timestamp', 'signature', 'appKey'])('refuses two of %s', (name) => {
    const query = new URLSearchParams({ ...PARTS, appKey: 'k' });
    query.append(name, 'x');
    const read = () => readSignature(`${URL}?${query.toString()}`, {});
    expect(read).toThrow(expect.objectContaining({ reason: 'signature-invalid' }));
  });
});
