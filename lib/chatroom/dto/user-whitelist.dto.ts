import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `chatrooms.userWhitelist.add`. */
export class AddToChatroomUserWhitelistDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to add: 1 to 5, as many as the list holds. */
  @IdListField({ maxItems: 5 })
  userId!: readonly string[];
}

/** Input of `chatrooms.userWhitelist.remove`. */
export class RemoveFromChatroomUserWhitelistDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to remove: 1 to 5. */
  @IdListField({ maxItems: 5 })
  userId!: readonly string[];
}

/** Input of `chatrooms.userWhitelist.query`. */
export class QueryChatroomUserWhitelistDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}
