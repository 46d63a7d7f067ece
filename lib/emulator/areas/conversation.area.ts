import { success, type ApiReply } from '../http/api-request.js';
import type { OperationParameters } from '../parameters/operation-parameters.js';
import type { ConversationKey } from '../state/conversation.store.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';

const NOT_SET = 0;
const NOTHING = 5;

/** What users set for conversations. Users and conversations need not exist. */
export const conversationHandlers: OperationHandlers = {
  'POST /conversation/top/set.json': setTop,
  'GET /conversation/attribute/get.json': getAttributes,
  'POST /conversation/notification/set.json': setLevel,
  'POST /conversation/notification/get.json': getLevel,
  'POST /conversation/type/notification/set.json': setLevelOfType,
  'POST /conversation/type/notification/get.json': getLevelOfType,
};

/** Which time is kept when a conversation leaves the top is not documented: here that of the last change. */
function setTop({ app, parameters, now }: OperationContext): ApiReply {
  const top = { top: parameters.flag('setTop'), topTime: now };
  app.state.conversations.setTop(parameters.text('userId'), readConversation(parameters), top);
  return success();
}

function getAttributes({ app, parameters }: OperationContext): ApiReply {
  const { conversations } = app.state;
  const userId = parameters.text('userId');
  const conversation = readConversation(parameters);
  const top = conversations.topOf(userId, conversation);
  const mute = conversations.levelOf(userId, conversation);
  const tags = conversations.tagsOfConversation(userId, conversation);
  return success({
    data: {
      ...conversation,
      ...(top === undefined ? {} : { top }),
      ...(mute === undefined ? {} : { mute: { mute } }),
      tags: tags.map(({ tagId, tagName }) => ({ tagId, tagName })),
    },
  });
}

function setLevel(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const level = readLevel(parameters);
  if (level === undefined) return invalid(context, 'unpushLevel is required, or isMuted');
  app.state.conversations.setLevel(
    parameters.text('requestId'),
    readConversation(parameters),
    level,
    parameters.optionalText('busChannel'),
  );
  return success();
}

/** Which level the older yes or no stands for is not documented: here silence, or none of its own. */
function readLevel(parameters: OperationParameters): number | undefined {
  const level = parameters.optionalNumber('unpushLevel');
  const isMuted = parameters.optionalNumber('isMuted');
  if (level !== undefined || isMuted === undefined) return level;
  return isMuted === 1 ? NOTHING : NOT_SET;
}

/** The level travels under the name of the older yes or no. */
function getLevel({ app, parameters }: OperationContext): ApiReply {
  const level = app.state.conversations.levelOf(
    parameters.text('requestId'),
    readConversation(parameters),
    parameters.optionalText('busChannel'),
  );
  return success({ isMuted: level ?? NOT_SET });
}

function setLevelOfType({ app, parameters }: OperationContext): ApiReply {
  const userId = parameters.text('requestId');
  const conversationType = parameters.number('conversationType');
  const level = parameters.number('unpushLevel');
  app.state.conversations.setLevelOfType(userId, conversationType, level);
  return success();
}

function getLevelOfType({ app, parameters }: OperationContext): ApiReply {
  const userId = parameters.text('requestId');
  const conversationType = parameters.number('conversationType');
  return success({ isMuted: app.state.conversations.levelOfType(userId, conversationType) });
}

function readConversation(parameters: OperationParameters): ConversationKey {
  return {
    targetId: parameters.text('targetId'),
    conversationType: parameters.number('conversationType'),
  };
}
