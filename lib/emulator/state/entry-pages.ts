const TOKEN_RADIX = 36;

/** An entry of a list; later entries have higher numbers. */
export interface NumberedEntry {
  readonly entry: number;
}

/** Which page of a list is asked for. */
export interface PageRequest {
  readonly size: number;
  /** Empty for the first page. */
  readonly pageToken: string;
  readonly newestFirst: boolean;
}

/** One page of a list, and the token of the next page when one follows. */
export interface EntryPage<Entry> {
  readonly entries: readonly Entry[];
  readonly next?: string;
}

/** Numbers the entries of lists, so that pages stay right when entries come and go between them. */
export class EntryPages {
  private last = 0;

  /** The number of a further entry. */
  next(): number {
    this.last += 1;
    return this.last;
  }

  /** One page of a list that is oldest first; undefined when the token is not ours. */
  read<Entry extends NumberedEntry>(
    oldestFirst: readonly Entry[],
    { size, pageToken, newestFirst }: PageRequest,
  ): EntryPage<Entry> | undefined {
    const after = pageToken === '' ? undefined : this.entryOf(pageToken);
    if (after === undefined && pageToken !== '') return undefined;
    const ordered = newestFirst ? oldestFirst.toReversed() : oldestFirst;
    const rest = ordered.filter(
      ({ entry }) => after === undefined || (newestFirst ? entry < after : entry > after),
    );
    const entries = rest.slice(0, size);
    const last = entries.at(-1);
    if (last === undefined || rest.length <= size) return { entries };
    return { entries, next: last.entry.toString(TOKEN_RADIX) };
  }

  /** The entry that a token stands for, when it is one that a page can have given. */
  private entryOf(pageToken: string): number | undefined {
    const entry = Number.parseInt(pageToken, TOKEN_RADIX);
    const isOurs = entry.toString(TOKEN_RADIX) === pageToken && entry > 0 && entry <= this.last;
    return isOurs ? entry : undefined;
  }
}
