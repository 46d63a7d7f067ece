import {
  ChoiceField,
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  JsonField,
} from '../../client/input/field.decorators.js';

/** Input of `chatrooms.members.query`. */
export class QueryChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** How many members to read: 1 to 500. */
  @IntegerField({ min: 1, max: 500 })
  count!: number;

  /** 1 who entered first comes first, 2 who entered last. */
  @ChoiceField([1, 2])
  order!: 1 | 2;
}

/** Input of `chatrooms.members.check`. */
export class CheckChatroomMemberDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Id of the user. */
  @IdField()
  userId!: string;
}

/** Input of `chatrooms.members.checkMany`. */
export class CheckChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to look up: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  userId!: readonly string[];
}

/** Input of `chatrooms.members.mute`. */
export class MuteChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to mute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Length in minutes: 1 to 43200, 30 days. */
  @IntegerField({ min: 1, max: 43200 })
  minute!: number;

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells all members; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.members.unmute`. */
export class UnmuteChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to unmute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells all members; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.members.queryMuted`. */
export class QueryMutedChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}

/** Input of `chatrooms.members.muteGlobally`. */
export class MuteChatroomMembersGloballyDto {
  /** Users to mute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Length in minutes: 1 to 43200, 30 days. */
  @IntegerField({ min: 1, max: 43200 })
  minute!: number;

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells the muted users; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.members.unmuteGlobally`. */
export class UnmuteChatroomMembersGloballyDto {
  /** Users to unmute: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells the unmuted users; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.members.block`. */
export class BlockChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to block: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Length in minutes: 1 to 43200, 30 days. */
  @IntegerField({ min: 1, max: 43200 })
  minute!: number;

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells all members and the blocked users; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.members.unblock`. */
export class UnblockChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Users to let in again: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells the unblocked users; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.members.queryBlocked`. */
export class QueryBlockedChatroomMembersDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}
