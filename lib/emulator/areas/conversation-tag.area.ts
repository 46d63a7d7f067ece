import { success, type ApiReply } from '../http/api-request.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import { MAX_TAGS, type ConversationKey } from '../state/conversation.store.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

/** Tags of conversations. What a tag that does not exist leads to is not documented. */
export const conversationTagHandlers: OperationHandlers = {
  'POST /user/conversation/tag/set.json': setTags,
  'POST /user/conversation/tag/del.json': deleteTags,
  'GET /user/conversation/tag/get.json': queryTags,
  'POST /tag/conversation/set.json': addConversations,
  'POST /tag/conversation/del.json': removeConversations,
  'GET /tag/conversation/get.json': queryConversations,
};

function setTags(context: OperationContext): ApiReply {
  const { app, parameters, now: createTime } = context;
  const tags = parameters.objects('tags').map(({ tagId, tagName }) => ({
    tagId: String(tagId),
    tagName: String(tagName),
    createTime,
  }));
  if (app.state.conversations.setTags(parameters.text('userId'), tags)) return success();
  return invalid(context, `a user has ${MAX_TAGS} tags at most`);
}

function deleteTags({ app, parameters }: OperationContext): ApiReply {
  app.state.conversations.deleteTags(parameters.text('userId'), parameters.texts('tagIds'));
  return success();
}

function queryTags({ app, parameters }: OperationContext): ApiReply {
  const userId = parameters.text('userId');
  return success({ data: { userId, tags: app.state.conversations.tagsOf(userId) } });
}

function addConversations(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const unknown = unknownTag(context);
  if (unknown !== undefined) return invalid(context, unknown);
  const conversations = readConversations(parameters);
  app.state.conversations.tag(parameters.text('userId'), parameters.text('tagId'), conversations);
  return success();
}

function removeConversations(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const unknown = unknownTag(context);
  if (unknown !== undefined) return ignored(unknown);
  const conversations = readConversations(parameters);
  app.state.conversations.untag(parameters.text('userId'), parameters.text('tagId'), conversations);
  return success();
}

function queryConversations(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const tagId = parameters.text('tagId');
  const conversations = app.state.conversations.taggedWith(parameters.text('userId'), tagId);
  const reply = success({ data: { tagId, conversations } });
  const reason = unknownTag(context);
  return reason === undefined ? reply : { ...reply, reason };
}

function unknownTag({ app, parameters }: OperationContext): string | undefined {
  const userId = parameters.text('userId');
  const tagId = parameters.text('tagId');
  if (app.state.conversations.hasTag(userId, tagId)) return undefined;
  return `${userId} has no tag ${tagId}`;
}

function readConversations(parameters: OperationParameters): readonly ConversationKey[] {
  return parameters.objects('conversations').map(({ targetId, conversationType }) => ({
    targetId: String(targetId),
    conversationType: Number(conversationType),
  }));
}
