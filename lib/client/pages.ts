import type { ImCallOptions } from '../im.options.js';
import { ImRepeatedPageError } from '../errors/repeated-page.error.js';
import type { ImPagedOperation } from './operation.js';
import { firstPage, nextPage } from './paging.js';

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
  { name, paging }: Pick<ImPagedOperation<Input, Result, Item>, 'name' | 'paging'>,
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
    const watch = new PageWatch(name);
    while (checkpoint && left > 0) {
      const { page, skip }: ImCheckpoint<Input> = checkpoint;
      const pageInput: Input = { ...firstInput, ...page };
      const result = await readPage(pageInput);
      const list = paging.items(result);
      watch.refuseRepetition(page, list);
      const following = nextPage(paging, result, pageInput);
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

/** Remembers the page before, so that a service that repeats it is not asked for ever. */
class PageWatch {
  #page = '';
  #list = '';

  constructor(readonly operation: string) {}

  /** Refuses items that came before, and a page that was asked for before, be it an empty one. */
  refuseRepetition(page: object, list: readonly unknown[]): void {
    const pageText = JSON.stringify(page);
    const listText = JSON.stringify(list);
    if (pageText === this.#page || (list.length > 0 && listText === this.#list)) {
      throw new ImRepeatedPageError(this.operation);
    }
    this.#page = pageText;
    this.#list = listText;
  }
}
