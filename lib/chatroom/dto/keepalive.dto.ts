import { IdField } from '../../client/input/field.decorators.js';

/** Input of `chatrooms.keepalive.add`. */
export class AddToChatroomKeepaliveDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}

/** Input of `chatrooms.keepalive.remove`. */
export class RemoveFromChatroomKeepaliveDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}
