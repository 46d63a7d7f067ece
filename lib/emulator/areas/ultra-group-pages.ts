import { pageOf, type OperationContext } from './operation-handler.js';

/** The page of a list that a call asks for: the first when it does not say, or names one before it. */
export function readPage<Entry>(
  entries: readonly Entry[],
  { parameters }: OperationContext,
  defaultSize: number,
  sizeName = 'pageSize',
): readonly Entry[] {
  const size = parameters.optionalNumber(sizeName) ?? defaultSize;
  const page = Math.max(parameters.optionalNumber('page') ?? 1, 1);
  return pageOf(entries, page, size, size);
}
