import { success, type ApiReply } from '../http/api-request.js';
import type { OperationContext, OperationHandlers } from './operation-handler.js';

/** Push tags. */
export const userTagHandlers: OperationHandlers = {
  'POST /user/tag/set.json': setTags,
  'POST /user/tag/batch/set.json': setTagsOfMany,
  'POST /user/tags/get.json': getTags,
};

function setTags({ app, parameters }: OperationContext): ApiReply {
  app.state.tags.set(parameters.text('userId'), parameters.texts('tags'));
  return success();
}

function setTagsOfMany({ app, parameters }: OperationContext): ApiReply {
  const tags = parameters.texts('tags');
  for (const userId of parameters.texts('userIds')) app.state.tags.set(userId, tags);
  return success();
}

function getTags({ app, parameters }: OperationContext): ApiReply {
  const entries = parameters
    .texts('userIds')
    .map((userId): [string, readonly string[]] => [userId, app.state.tags.get(userId) ?? []]);
  return success({ result: Object.fromEntries(entries) });
}
