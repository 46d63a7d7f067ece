import { success, type ApiReply } from '../http/api-request.js';
import { unlessRepeated } from './message-of-call.js';
import { changeOf, findMessage, noMessage } from './message-of-conversation.js';
import {
  ignored,
  invalid,
  type OperationContext,
  type OperationHandlers,
} from './operation-handler.js';

/** Other contents for messages that are sent already; a repeated `msgRandom` is handled once. */
export const messageUpdateHandlers: OperationHandlers = {
  'POST /message/private/modify.json': (context) => update('PERSON', 'targetId', context),
  'POST /message/group/modify.json': (context) => update('GROUP', 'groupId', context),
  'POST /ultragroup/msg/modify.json': unlessRepeated(
    (context) => update('ULTRAGROUP', 'groupId', context),
    ignored,
  ),
};

/** That callbacks hear of it is documented for ultra groups only, and so is that the type stays the same. */
function update(
  channelType: 'PERSON' | 'GROUP' | 'ULTRAGROUP',
  target: string,
  context: OperationContext,
): ApiReply {
  const { app, parameters } = context;
  const messageUID = parameters.text('msgUID');
  const targetId = parameters.text(target);
  const fromUserId = parameters.text('fromUserId');
  const stored = findMessage(context, { messageUID, channelType, targetId, fromUserId });
  if (stored === undefined) return ignored(noMessage(messageUID));
  const { objectName } = stored.message;
  const { objectName: named = objectName } = parameters.values;
  if (named !== objectName) return invalid(context, `objectName stays ${objectName}`);
  const content = parameters.text('content');
  app.flow.publish(
    changeOf(stored, context, { fromUserId, toUserId: targetId, objectName, content }),
    {
      includeSender: true,
      keep: (kept) => {
        stored.update(kept.content);
      },
      unreported: channelType !== 'ULTRAGROUP',
    },
  );
  return success();
}
