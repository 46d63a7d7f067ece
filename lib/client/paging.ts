import type { ImCheckpoint } from './pages.js';

/** How the pages of an operation follow each other. */
export type ImPaging<Input, Result, Item> = {
  /** The items of one page. */
  readonly items: (result: Result) => readonly Item[];
} & (
  | {
      /** The reply brings a token for the next page; the input takes it as `pageToken`. */
      readonly by: 'token';
      readonly token: (result: Result) => string | undefined;
    }
  | {
      /** Numbered pages from 1; one that is not full is the last, if the reply does not tell. */
      readonly by: 'number';
      /** The field with the number. */
      readonly page: keyof Input & string;
      /** The field with the items on a page, where there is one. */
      readonly size?: keyof Input & string;
      /** How many items there are on a full page without it. */
      readonly defaultSize: number;
      /** Whether the reply says that another page follows; an empty page is the last all the same. */
      readonly hasNext?: (result: Result) => boolean;
    }
  | {
      /** A page begins at the item whose number the input gives as `offset`. */
      readonly by: 'offset';
      /** How many items there are in all. */
      readonly total: (result: Result) => number;
    }
  | {
      /**
       * A page begins at a time, the `startTime` of the input. The newest item first, it goes back from
       * there, and the input says with `includeStart` whether that moment belongs to it; the oldest
       * first, that moment does not.
       */
      readonly by: 'time';
      readonly order: 'newest-first' | 'oldest-first';
      /** When an item was made, in Unix milliseconds. */
      readonly time: (item: Item) => number;
      readonly size: keyof Input & string;
      readonly defaultSize: number;
    }
);

/** What changes in the input for the first page. */
export function firstPage<Input extends object, Result, Item>(
  paging: ImPaging<Input, Result, Item>,
  input: Input,
): Partial<Input> {
  // Without a number, some operations send up to thousands of items at once.
  const isUnnumbered = paging.by === 'number' && numberIn(input, paging.page, 0) === 0;
  return isUnnumbered ? changed({ [paging.page]: 1 }) : {};
}

/** Where the reading goes on after a page; undefined when it was the last. */
export function nextPage<Input extends object, Result, Item>(
  paging: ImPaging<Input, Result, Item>,
  result: Result,
  input: Input,
): ImCheckpoint<Input> | undefined {
  const items = paging.items(result);
  switch (paging.by) {
    case 'token': {
      const pageToken = paging.token(result);
      return pageToken ? from({ pageToken }) : undefined;
    }
    case 'number': {
      const size = paging.size ? numberIn(input, paging.size, paging.defaultSize) : undefined;
      const isFull = items.length >= (size ?? paging.defaultSize);
      const following = numberIn(input, paging.page, 1) + 1;
      const hasNext = items.length > 0 && (paging.hasNext?.(result) ?? isFull);
      return hasNext ? from({ [paging.page]: following }) : undefined;
    }
    case 'offset': {
      const offset = numberIn(input, 'offset', 0) + items.length;
      return items.length > 0 && offset < paging.total(result) ? from({ offset }) : undefined;
    }
    case 'time': {
      const size = numberIn(input, paging.size, paging.defaultSize);
      return items.length < size ? undefined : nextByTime(paging.order, items.map(paging.time));
    }
  }
}

/**
 * The page after one whose items were made at these times. It begins with the last of these moments
 * once more, as others may have been made in it, and passes over those that were read; unless that
 * moment fills the page, which it would do again.
 */
function nextByTime<Input>(
  order: 'newest-first' | 'oldest-first',
  times: readonly number[],
): ImCheckpoint<Input> | undefined {
  const last = times.at(-1);
  if (last === undefined) return undefined;
  const ofLast = times.filter((time) => time === last).length;
  const again = ofLast < times.length;
  const skip = again ? ofLast : 0;
  if (order === 'newest-first') return from({ startTime: last, includeStart: again }, skip);
  return from({ startTime: again ? last - 1 : last }, skip);
}

function numberIn(input: object, field: string, otherwise: number): number {
  const value: unknown = Reflect.get(input, field);
  return typeof value === 'number' ? value : otherwise;
}

// TypeScript does not see which field an object with a computed key has.
function changed<Input>(change: Readonly<Record<string, unknown>>): Partial<Input> {
  return change as Partial<Input>;
}

function from<Input>(change: Readonly<Record<string, unknown>>, skip = 0): ImCheckpoint<Input> {
  return { page: changed(change), skip };
}
