import type { CatalogueOperation } from '../../catalogue/catalogue.types.js';
import { isRecord } from '../is-record.js';
import type { ApiReply } from './api-request.js';

const SUCCESS = 200;

/** The code of a success, which the documented example has. */
export function successCodeOf({ responseExample: body }: CatalogueOperation): number {
  return isRecord(body) && typeof body['code'] === 'number' ? body['code'] : SUCCESS;
}

/**
 * Gives an answer the form of its operation: those with a code of success of their own also have another
 * name for the words of a refusal.
 */
export function inFormOf(operation: CatalogueOperation, reply: ApiReply): ApiReply {
  const code = successCodeOf(operation);
  if (code === SUCCESS || !isRecord(reply.body)) return reply;
  if (reply.code === SUCCESS || reply.code === code) {
    return { ...reply, code, body: { ...reply.body, code } };
  }
  const { errorMessage: msg, ...body } = reply.body;
  return { ...reply, body: { ...body, msg } };
}
