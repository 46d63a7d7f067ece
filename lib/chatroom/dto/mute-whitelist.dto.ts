import { FlagField, IdField, IdListField, JsonField } from '../../client/input/field.decorators.js';

/** Input of `chatrooms.muteWhitelist.add`. */
export class AddToChatroomMuteWhitelistDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to add: 1 to 20, as many as the list holds. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells all members; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.muteWhitelist.remove`. */
export class RemoveFromChatroomMuteWhitelistDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to remove: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells all members; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.muteWhitelist.query`. */
export class QueryChatroomMuteWhitelistDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}
