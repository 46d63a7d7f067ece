import type { ApiReply } from '../http/api-request.js';
import type { Chatroom } from '../state/chatroom.js';
import { ignored, type OperationContext, type OperationHandler } from './operation-handler.js';

/** The chatroom that a call is about. */
export function roomOf({ app, parameters }: OperationContext): Chatroom | undefined {
  return app.state.chatrooms.find(parameters.text('chatroomId'));
}

/**
 * Handles a call on a chatroom. A code for a room that is not there is documented for one operation
 * only: the others change nothing then.
 */
export function withRoom(
  handle: (room: Chatroom, context: OperationContext) => ApiReply,
): OperationHandler {
  return (context) => {
    const room = roomOf(context);
    if (room !== undefined) return handle(room, context);
    return ignored(`There is no chatroom ${context.parameters.text('chatroomId')}`);
  };
}
