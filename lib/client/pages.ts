import type { ImCallOptions } from '../im.options.js';
import { firstPage, nextPage, type ImPaging } from './paging.js';

/** Where a reading stopped; plain JSON, to be kept and given back as `resume`. */
export interface ImCheckpoint<Input> {
  /** What the page differs in from the input. */
  readonly page: Partial<Input>;
  /** Items of this page that were read already. */
  readonly skip: number;
}

/** Settings of a reading page by page. */
export interface ImPagesOptions<Input> extends ImCallOptions {
  /** Stop after so many items. */
  readonly maxItems?: number | undefined;
  /** Go on where an earlier reading stopped: its `checkpoint`. */
  readonly resume?: ImCheckpoint<Input> | undefined;
}

/** All items of a list, read page by page as the loop asks for them; each loop reads it anew. */
export interface ImPages<Input, Item> extends AsyncIterable<Item> {
  /** Where the reading stands: right behind the last item. Undefined when all has been read. */
  readonly checkpoint: ImCheckpoint<Input> | undefined;
}

/** Reads pages with `readPage`, from the first one or a checkpoint on. */
export function readPages<Input extends object, Result, Item>(
  paging: ImPaging<Input, Result, Item>,
  input: Input,
  { maxItems = Number.POSITIVE_INFINITY, resume }: ImPagesOptions<Input>,
  readPage: (page: Input) => Promise<Result>,
): ImPages<Input, Item> {
  const start: ImCheckpoint<Input> = resume ?? { page: {}, skip: 0 };
  const firstInput = { ...input, ...firstPage(paging, input) };
  let checkpoint: ImCheckpoint<Input> | undefined = start;

  async function* iterate(): AsyncGenerator<Item, void, undefined> {
    checkpoint = start;
    let left = maxItems;
    while (checkpoint && left > 0) {
      const { page, skip }: ImCheckpoint<Input> = checkpoint;
      const pageInput: Input = { ...firstInput, ...page };
      const result = await readPage(pageInput);
      const list = paging.items(result);
      const change: Partial<Input> | undefined = nextPage(paging, result, pageInput);
      const following = change && { page: change, skip: 0 };
      if (skip >= list.length) checkpoint = following;
      for (const [offset, item] of list.slice(skip, skip + left).entries()) {
        const read = skip + offset + 1;
        checkpoint = read < list.length ? { page, skip: read } : following;
        left -= 1;
        yield item;
      }
    }
  }

  return {
    get checkpoint() {
      return checkpoint;
    },
    [Symbol.asyncIterator]: iterate,
  };
}
