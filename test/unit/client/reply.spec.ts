import { describe, expect, it } from '@jest/globals';
import { isSuccess, readReply } from '../../../lib/client/reply.js';

function reply(body: object, status = 200) {
  return readReply(status, {}, JSON.stringify(body));
}

describe('isSuccess', () => {
  it('takes 200, 0 and no code at all, each with a 2xx', () => {
    expect(
      [{ code: 200 }, { code: '200' }, { code: 0 }, {}].map((body) => isSuccess(reply(body))),
    ).toEqual([true, true, true, true]);
    expect(isSuccess(reply({ code: 200 }, 500))).toBe(false);
    expect(isSuccess(readReply(200, {}, 'no JSON'))).toBe(false);
  });

  it('takes the code that an operation has of its own there only', () => {
    expect(isSuccess(reply({ code: 10_000 }))).toBe(false);
    expect(isSuccess(reply({ code: 10_000 }), 10_000)).toBe(true);
    expect(isSuccess(reply({ code: 200 }), 10_000)).toBe(true);
    expect(isSuccess(reply({ code: 'new' }))).toBe(false);
    expect(isSuccess(reply({ code: 1004 }), 10_000)).toBe(false);
  });
});

describe('readReply', () => {
  it('finds the words of a refusal under each of their names', () => {
    const bodies = [{ errorMessage: 'a' }, { message: 'a' }, { msg: 'a' }];
    expect(bodies.map((body) => reply(body).message)).toEqual(['a', 'a', 'a']);
  });
});
