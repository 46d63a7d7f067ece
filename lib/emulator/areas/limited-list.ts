import { success, type ApiReply } from '../http/api-request.js';
import { invalid, type OperationContext } from './operation-handler.js';

/**
 * Adds the values of a parameter to a list that holds so many, all or none. The numbers are documented,
 * the code of a call beyond them is not.
 */
export function addWithin(
  max: number,
  list: Set<string>,
  parameter: string,
  context: OperationContext,
): ApiReply {
  const all = new Set([...list, ...context.parameters.texts(parameter)]);
  if (all.size > max) {
    return invalid(context, `${parameter}: the list holds ${max}, with these it has ${all.size}`);
  }
  for (const value of all) list.add(value);
  return success();
}

/** Takes the values of a parameter off a list; unknown ones make no difference. */
export function removeAll(
  list: Pick<Set<string>, 'delete'>,
  parameter: string,
  { parameters }: OperationContext,
): ApiReply {
  for (const value of parameters.texts(parameter)) list.delete(value);
  return success();
}
