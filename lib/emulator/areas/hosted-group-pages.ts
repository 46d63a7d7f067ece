import type { ApiReply } from '../http/api-request.js';
import type { PageRequest } from '../state/entry-pages.js';
import { invalid, type OperationContext } from './operation-handler.js';

const DEFAULT_SIZE = 50;
const OLDEST_FIRST = 0;

/** Which page a call asks for. */
export function pageRequestOf({ parameters }: OperationContext): PageRequest {
  return {
    size: parameters.optionalNumber('size') ?? DEFAULT_SIZE,
    // An empty token asks for the first page, as an absent one does.
    pageToken: parameters.optionalText('pageToken') ?? '',
    newestFirst: parameters.optionalNumber('order') !== OLDEST_FIRST,
  };
}

/** Refuses the token of no page. */
export function noPage(context: OperationContext): ApiReply {
  return invalid(context, 'pageToken is none that a page has given');
}
