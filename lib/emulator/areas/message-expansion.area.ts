import { success, type ApiReply } from '../http/api-request.js';
import { channelTypeOf } from '../state/conversation-type.js';
import type { StoredMessage } from '../state/stored-message.js';
import { checkExpansion, MAX_EXPANSION_VALUES } from './expansion-values.js';
import { changeOf, findMessage, noMessage, type MessagePlace } from './message-of-conversation.js';
import {
  ignored,
  invalid,
  pageOf,
  type OperationContext,
  type OperationHandler,
  type OperationHandlers,
} from './operation-handler.js';

const EXPANSION_CHANGE = 'RC:MsgExMsg';
const VALUES_PER_PAGE = 300;

/** Expansions of messages that were sent with one. */
export const messageExpansionHandlers: OperationHandlers = {
  'POST /message/expansion/set.json': onMessage(placeInConversation, set),
  'POST /message/expansion/delete.json': onMessage(placeInConversation, remove),
  'POST /message/expansion/query.json': (context) =>
    query(context.app.state.messages.find(context.parameters.text('msgUID')), context),
  'POST /ultragroup/message/expansion/set.json': onMessage(placeInUltraGroup, set),
  'POST /ultragroup/message/expansion/delete.json': onMessage(placeInUltraGroup, remove),
  'POST /ultragroup/message/expansion/query.json': (context) =>
    query(findMessage(context, placeInUltraGroup(context)[0]), context),
};

/** Where a message is; a one-to-one conversation is named by the other one of its two users. */
function placeInConversation({ parameters }: OperationContext): readonly MessagePlace[] {
  const messageUID = parameters.text('msgUID');
  const channelType = channelTypeOf(parameters.number('conversationType'));
  const targetId = parameters.text('targetId');
  if (channelType !== 'PERSON') return [{ messageUID, channelType, targetId }];
  const userId = parameters.text('userId');
  return [
    { messageUID, channelType, targetId, fromUserId: userId },
    { messageUID, channelType, targetId: userId, fromUserId: targetId },
  ];
}

function placeInUltraGroup({ parameters }: OperationContext): readonly [MessagePlace] {
  const messageUID = parameters.text('msgUID');
  return [{ messageUID, channelType: 'ULTRAGROUP', targetId: parameters.text('groupId') }];
}

/** Handles a change of a message that was sent with an expansion; the code for another is not documented. */
function onMessage(
  placesOf: (context: OperationContext) => readonly MessagePlace[],
  change: (stored: StoredMessage, context: OperationContext) => ApiReply,
): OperationHandler {
  return (context) => {
    const messageUID = context.parameters.text('msgUID');
    const stored = placesOf(context)
      .map((place) => findMessage(context, place))
      .find((found) => found !== undefined);
    if (stored === undefined) return ignored(noMessage(messageUID));
    if (stored.message.expansion === true) return change(stored, context);
    return invalid(context, `The message ${messageUID} was sent without an expansion`);
  };
}

function set(stored: StoredMessage, context: OperationContext): ApiReply {
  const { parameters, now } = context;
  const values = checkExpansion('extraKeyVal', parameters.object('extraKeyVal') ?? {});
  const { size } = new Set([...stored.expansion.keys(), ...values.keys()]);
  if (size > MAX_EXPANSION_VALUES) {
    return invalid(
      context,
      `A message holds ${MAX_EXPANSION_VALUES} values, with these it has ${size}`,
    );
  }
  tell(stored, { put: Object.fromEntries(values) }, context, () => {
    stored.expand(values, now);
  });
  return success();
}

function remove(stored: StoredMessage, context: OperationContext): ApiReply {
  const del = context.parameters.texts('extraKey');
  tell(stored, { del }, context, () => {
    stored.unexpand(del);
  });
  return success();
}

/**
 * Tells the devices of the conversation of a change, which takes effect by that. Ultra groups have no
 * choice about the operator's own devices, and only for them it is documented how callbacks hear of it.
 */
function tell(
  stored: StoredMessage,
  change: object,
  context: OperationContext,
  keep: () => void,
): void {
  const { app, parameters } = context;
  const { messageUID, channelType } = stored.message;
  const isUltraGroup = channelType === 'ULTRAGROUP';
  const message = changeOf(stored, context, {
    fromUserId: parameters.text('userId'),
    toUserId: parameters.text(isUltraGroup ? 'groupId' : 'targetId'),
    objectName: EXPANSION_CHANGE,
    content: JSON.stringify({ mid: messageUID, ...change }),
  });
  app.flow.publish(message, {
    includeSender: isUltraGroup || parameters.flag('isSyncSender'),
    keep,
    unreported: !isUltraGroup || !app.switches.routeExpansionChanges,
  });
}

function query(stored: StoredMessage | undefined, { parameters }: OperationContext): ApiReply {
  const page = parameters.optionalNumber('pageNo');
  const values = pageOf([...(stored?.expansion ?? [])], page, VALUES_PER_PAGE, VALUES_PER_PAGE);
  const answer = success({ extraContent: Object.fromEntries(values) });
  if (stored !== undefined) return answer;
  return { ...answer, reason: noMessage(parameters.text('msgUID')) };
}
