import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPages, type ImPagesOptions } from '../../../lib/client/pages.js';
import { ImRepeatedPageError } from '../../../lib/errors/repeated-page.error.js';

interface Input {
  readonly userId: string;
  readonly pageToken?: string;
}

function list(pages: readonly (readonly number[])[], options: ImPagesOptions<Input> = {}) {
  const read: string[] = [];
  const result = readPages(
    {
      name: 'list',
      paging: {
        by: 'token',
        items: (page: { items: readonly number[]; next?: string }) => page.items,
        token: ({ next }) => next,
      },
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
    // A list holds an item once; lengths alone matter.
    const pagesOf = fc
      .array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 })
      .map((lengths) =>
        lengths.map((length, page) => Array.from({ length }, (_, index) => page * 10 + index)),
      );
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

describe('readPages of a service that repeats a page', () => {
  it('ends with an error instead of reading for ever', async () => {
    const { result, read } = list([[1, 2], [1, 2], [3]]);
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of result) items.push(item);
    })();
    await expect(reading).rejects.toThrow(ImRepeatedPageError);
    expect(items).toEqual([1, 2]);
    expect(read).toEqual(['ada 0', 'ada 1']);
  });
});

describe('readPages of empty pages', () => {
  const page: { items: readonly number[]; next: string } = { items: [], next: 'same' };

  it('ends with an error where the service asks for the same page again and again', async () => {
    let asked = 0;
    const result = readPages(
      { name: 'list', paging: { by: 'token', items: () => page.items, token: () => page.next } },
      {},
      {},
      () => {
        asked += 1;
        return Promise.resolve(page);
      },
    );
    await expect(readAll(result)).rejects.toThrow(ImRepeatedPageError);
    expect(asked).toBe(3);
  });

  it('ends a numbered list, whatever the reply says', async () => {
    const asked: number[] = [];
    const result = readPages(
      {
        name: 'list',
        paging: {
          by: 'number',
          items: () => page.items,
          page: 'page',
          defaultSize: 2,
          hasNext: () => true,
        },
      },
      { page: 1 },
      {},
      ({ page: number }) => {
        asked.push(number);
        return Promise.resolve(page);
      },
    );
    expect(await readAll(result)).toEqual([]);
    expect(asked).toEqual([1]);
  });
});

describe('readPages by number', () => {
  it('believes a reply that says whether a page follows', async () => {
    const asked: number[] = [];
    const first: { readonly page?: number } = {};
    const result = readPages(
      {
        name: 'list',
        paging: {
          by: 'number',
          items: (page: { items: readonly number[]; hasNext: boolean }) => page.items,
          page: 'page',
          defaultSize: 2,
          hasNext: ({ hasNext }) => hasNext,
        },
      },
      first,
      {},
      ({ page = 0 }) => {
        asked.push(page);
        return Promise.resolve({ items: page === 1 ? [1] : [2, 3], hasNext: page === 1 });
      },
    );
    expect(await readAll(result)).toEqual([1, 2, 3]);
    expect(asked).toEqual([1, 2]);
  });
});

describe('readPages by time', () => {
  interface Message {
    readonly id: number;
    readonly time: number;
  }

  interface History {
    readonly startTime: number;
    readonly includeStart?: boolean;
    readonly pageSize: number;
  }

  const times = fc.array(fc.nat({ max: 12 }), { maxLength: 40 });

  /** The messages as a server hands them out that keeps the documented rules. */
  function serve(messages: readonly Message[], order: 'newest-first' | 'oldest-first') {
    return ({ startTime, includeStart = false, pageSize }: History): Promise<Message[]> => {
      const isNewestFirst = order === 'newest-first';
      const found = messages.filter(({ time }) =>
        isNewestFirst ? time < startTime || (includeStart && time === startTime) : time > startTime,
      );
      const sorted = found.sort((a, b) => (isNewestFirst ? b.time - a.time : a.time - b.time));
      return Promise.resolve(sorted.slice(0, pageSize));
    };
  }

  it.each(['newest-first', 'oldest-first'] as const)(
    'gives every message once, %s, however many share a millisecond',
    async (order) => {
      await fc.assert(
        fc.asyncProperty(times, fc.integer({ min: 1, max: 6 }), async (made, pageSize) => {
          const messages = made.map((time, id) => ({ id, time }));
          // No more than a page of one moment can be told apart by its time.
          const kept = messages.filter(
            ({ id, time }) =>
              messages.slice(0, id).filter((other) => other.time === time).length < pageSize,
          );
          const startTime = order === 'newest-first' ? 12 : -1;
          const result = readPages(
            {
              name: 'history',
              paging: {
                by: 'time',
                order,
                items: (page: readonly Message[]) => page,
                time: ({ time }) => time,
                size: 'pageSize',
                defaultSize: 20,
              },
            },
            { startTime, includeStart: true, pageSize },
            {},
            serve(kept, order),
          );
          const read: number[] = [];
          for await (const { id } of result) read.push(id);
          expect([...read].sort((a, b) => a - b)).toEqual(kept.map(({ id }) => id));
        }),
        { seed: 5, numRuns: 500 },
      );
    },
  );
});
