import { describe, expect, it } from '@jest/globals';
import { operation } from '../../../lib/client/operation.js';
import { cutIntoParts, type ImPart } from '../../../lib/client/parts.js';
import { ImAbortedError } from '../../../lib/errors/aborted.error.js';
import { ImConfigError } from '../../../lib/errors/config.error.js';
import { ImValidationError } from '../../../lib/errors/validation.error.js';
import { userOperations } from '../../../lib/user/user.operations.js';
import { BlockUsersDto } from '../../../lib/user/dto/block.dto.js';

/** An operation with a target list, whose result is whatever a test says. */
const get = operation<unknown>()(userOperations.get);
const block = operation<unknown>()({ ...userOperations.block, input: BlockUsersDto });

async function collect<Result>(parts: AsyncIterable<ImPart<BlockUsersDto, Result>>) {
  const all: ImPart<BlockUsersDto, Result>[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

function* ids(count: number) {
  for (let index = 0; index < count; index += 1) yield `u${index}`;
}

describe('cutIntoParts', () => {
  it('cuts any iterable by the limit of one call, and keeps the rest of the input', async () => {
    const sent = await collect(
      cutIntoParts(block, { userId: ids(45), minute: 3 }, ({ userId }) =>
        Promise.resolve(userId.length),
      ),
    );
    expect(sent.map((part) => 'result' in part && part.result)).toEqual([20, 20, 5]);
    expect(sent.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(sent[2]?.input).toEqual({ userId: ['u40', 'u41', 'u42', 'u43', 'u44'], minute: 3 });
  });

  it('reads no further than the loop goes', async () => {
    let taken = 0;
    function* counted() {
      for (const id of ids(1000)) {
        taken += 1;
        yield id;
      }
    }
    const parts = cutIntoParts(block, { userId: counted(), minute: 3 }, () => Promise.resolve());
    for await (const _part of parts) break;
    expect(taken).toBe(20);
  });

  it('yields the error of a part and goes on', async () => {
    const error = new ImValidationError('user.block', []);
    const sent = await collect(
      cutIntoParts(block, { userId: ids(41), minute: 3 }, ({ userId }) =>
        userId.includes('u20') ? Promise.reject(error) : Promise.resolve('ok'),
      ),
    );
    expect(sent.map((part) => ('error' in part ? part.error : part.result))).toEqual([
      'ok',
      error,
      'ok',
    ]);
  });

  it('stops when the call was aborted, and refuses operations without targets', async () => {
    const aborted = new ImAbortedError('aborted', { app: 'a', operation: 'o', attempts: 0 });
    await expect(
      collect(cutIntoParts(block, { userId: ids(41), minute: 3 }, () => Promise.reject(aborted))),
    ).rejects.toBe(aborted);
    await expect(
      cutIntoParts(get, { userId: 'u1' }, () => Promise.resolve()).next(),
    ).rejects.toThrow(ImConfigError);
  });
});
