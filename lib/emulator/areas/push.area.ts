import { randomUUID } from 'node:crypto';
import { success, type ApiReply } from '../http/api-request.js';
import { readBroadcast } from './message-broadcast.area.js';
import { invalid, type OperationContext, type OperationHandlers } from './operation-handler.js';
import { readAudience, reaches, usersOf } from './push-audience.js';

/** Pushes. The emulator has no push service: only a message that goes with one arrives anywhere. */
export const pushHandlers: OperationHandlers = {
  'POST /push.json': push,
  'POST /push/user.json': () => success({ id: randomUUID() }),
  'POST /push/custom.json': () => success({ id: randomUUID() }),
};

/** The message is a system message, which is not reported to any callback, as those to everybody. */
function push(context: OperationContext): ApiReply {
  const { app, parameters } = context;
  const id = randomUUID();
  const sent = parameters.object('message');
  if (sent === undefined) return success({ id });
  const fromUserId = parameters.optionalText('fromuserid');
  if (fromUserId === undefined) return invalid(context, 'fromuserid is required with a message');
  const audience = readAudience(parameters);
  const toUserIds = usersOf(audience, app.state);
  const content = { objectName: String(sent['objectName']), content: String(sent['content']) };
  const message = { ...readBroadcast(context, { fromUserId, ...content }), toUserIds };
  app.flow.broadcast(message, toUserIds, {
    isFor: (device) => reaches(audience, device),
  });
  const answer = success({ id, messageUID: message.messageUID });
  if (audience.packageName === undefined) return answer;
  return { ...answer, reason: 'The emulator knows of no packages: packageName narrows nothing' };
}
