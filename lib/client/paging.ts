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
      /** Numbered pages from 1; one that is not full is the last. */
      readonly by: 'number';
      /** The field with the number. */
      readonly page: keyof Input & string;
      /** The field with the items on a page, and how many there are without it. */
      readonly size: keyof Input & string;
      readonly defaultSize: number;
    }
  | {
      /** A page begins at the item whose number the input gives as `offset`. */
      readonly by: 'offset';
      /** How many items there are in all. */
      readonly total: (result: Result) => number;
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

/** What changes in the input for the page after this one; undefined when it was the last. */
export function nextPage<Input extends object, Result, Item>(
  paging: ImPaging<Input, Result, Item>,
  result: Result,
  input: Input,
): Partial<Input> | undefined {
  const read = paging.items(result).length;
  switch (paging.by) {
    case 'token': {
      const pageToken = paging.token(result);
      return pageToken ? changed({ pageToken }) : undefined;
    }
    case 'number': {
      const isFull = read >= numberIn(input, paging.size, paging.defaultSize);
      const following = numberIn(input, paging.page, 1) + 1;
      return isFull ? changed({ [paging.page]: following }) : undefined;
    }
    case 'offset': {
      const offset = numberIn(input, 'offset', 0) + read;
      return read > 0 && offset < paging.total(result) ? changed({ offset }) : undefined;
    }
  }
}

function numberIn(input: object, field: string, otherwise: number): number {
  const value: unknown = Reflect.get(input, field);
  return typeof value === 'number' ? value : otherwise;
}

// TypeScript does not see which field an object with a computed key has.
function changed<Input>(change: Readonly<Record<string, unknown>>): Partial<Input> {
  return change as Partial<Input>;
}
