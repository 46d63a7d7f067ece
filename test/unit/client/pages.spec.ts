import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPages, type ImPagesOptions } from '../../../lib/client/pages.js';

interface Input {
  readonly userId: string;
  readonly pageToken?: string;
}

function list(pages: readonly (readonly number[])[], options: ImPagesOptions<Input> = {}) {
  const read: string[] = [];
  const result = readPages(
    {
      by: 'token',
      items: (page: { items: readonly number[]; next?: string }) => page.items,
      token: ({ next }) => next,
    },
    { userId: 'ada' },
    options,
    ({ userId, pageToken = '0' }) => {
      read.push(`${userId} ${pageToken}`);
      const index = Number(pageToken);
      const items = pages[index] ?? [];
      return Promise.resolve(
        index + 1 < pages.length ? { items, next: String(index + 1) } : { items },
      );
    },
  );
  return { result, read };
}

async function readAll(items: AsyncIterable<number>): Promise<number[]> {
  const all: number[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('readPages', () => {
  it('reads each page once, as the items are asked for', async () => {
    const { result, read } = list([[1, 2], [], [3]]);
    const iterator = result[Symbol.asyncIterator]();
    expect(await iterator.next()).toEqual({ done: false, value: 1 });
    expect(read).toEqual(['ada 0']);
    expect(await readAll({ [Symbol.asyncIterator]: () => iterator })).toEqual([2, 3]);
    expect(read).toEqual(['ada 0', 'ada 1', 'ada 2']);
    expect(result.checkpoint).toBeUndefined();
  });

  it('reads anew in each loop', async () => {
    const { result } = list([[1, 2], [3]]);
    expect([...(await readAll(result)), ...(await readAll(result))]).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('stops at maxItems and resumes at a checkpoint without a gap or a repetition', async () => {
    const pagesOf = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(pagesOf, fc.nat({ max: 12 }), async (pages, maxItems) => {
        const first = list(pages, { maxItems });
        const head = await readAll(first.result);
        const resume = first.result.checkpoint;
        const kept = resume && structuredClone(resume);
        const tail = kept ? await readAll(list(pages, { resume: kept }).result) : [];
        expect(head).toHaveLength(Math.min(maxItems, pages.flat().length));
        expect([...head, ...tail]).toEqual(pages.flat());
      }),
    );
  });
});
