import {
  ChoiceField,
  FlagField,
  IdField,
  IdListField,
  IntegerField,
  JsonField,
} from '../../client/input/field.decorators.js';

/** Input of `chatrooms.create`. */
export class CreateChatroomDto {
  /** Id of the new chatroom, of your choice. */
  @IdField()
  chatroomId!: string;

  /**
   * When the room is destroyed by itself: 0 (default) when nobody entered, left or wrote for
   * `destroyTime`, 1 when `destroyTime` has passed since its creation.
   */
  @ChoiceField([0, 1], { optional: true })
  destroyType?: 0 | 1 | undefined;

  /** Minutes for `destroyType`: 60 to 10080, 7 days; default 60. */
  @IntegerField({ min: 60, max: 10080, optional: true })
  destroyTime?: number | undefined;

  /** True mutes all members from the start; default false. */
  @FlagField('boolean', { optional: true })
  isBan?: boolean | undefined;

  /** Users who may write although all are muted: 1 to 20. */
  @IdListField({ maxItems: 20, optional: true })
  whiteUserIds?: readonly string[] | undefined;

  /** Owner of the entries in `entryInfo`; give both or neither. */
  @IdField({ optional: true })
  entryOwnerId?: string | undefined;

  /**
   * First entries of the room, value by key: at most 20. A key has at most 128 characters, which are
   * letters, digits and `+=-_`, a value at most 4096. The service for chatroom attributes must be on.
   */
  @JsonField({
    entries: { maxEntries: 20, keys: /^[\w+=-]+$/, maxKeyLength: 128, maxValueLength: 4096 },
    optional: true,
  })
  entryInfo?: Readonly<Record<string, string>> | undefined;
}

/** Input of `chatrooms.setDestroyType`. */
export class SetChatroomDestroyTypeDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /**
   * When the room is destroyed by itself: 0 (default) when nobody entered, left or wrote for
   * `destroyTime`, 1 when `destroyTime` has passed since its creation.
   */
  @ChoiceField([0, 1], { optional: true })
  destroyType?: 0 | 1 | undefined;

  /** Minutes for `destroyType`: 60 to 10080, 7 days; default 60. */
  @IntegerField({ min: 60, max: 10080, optional: true })
  destroyTime?: number | undefined;
}

/** Input of `chatrooms.destroy`. */
export class DestroyChatroomsDto {
  /** Chatrooms to destroy: at least 1; how many fit is not documented. */
  @IdListField({})
  chatroomId!: readonly string[];
}

/** Input of `chatrooms.get`. */
export class GetChatroomDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}

/** Input of `chatrooms.bindRtcRoom`. */
export class BindRtcRoomDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Id of the audio or video room. The name has no capital R. */
  @IdField()
  rtcroomId!: string;
}

/** Input of `chatrooms.mute`. */
export class MuteChatroomDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells all members; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.unmute`. */
export class UnmuteChatroomDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;

  /** Goes with the notice; without `needNotify` it has no effect. */
  @JsonField({ optional: true })
  extra?: object | undefined;

  /** True tells all members; default false. */
  @FlagField('boolean', { optional: true })
  needNotify?: boolean | undefined;
}

/** Input of `chatrooms.queryMuted`. */
export class QueryMutedChatroomsDto {
  /** Chatrooms on a page: at most 1000; default 50. */
  @IntegerField({ min: 1, max: 1000, optional: true })
  size?: number | undefined;

  /** Page number, from 1, which is the default. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;
}

/** Input of `chatrooms.checkMuted`. */
export class CheckChatroomMutedDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}

/** Input of `chatrooms.stopDistribution`. */
export class StopChatroomDistributionDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}

/** Input of `chatrooms.resumeDistribution`. */
export class ResumeChatroomDistributionDto {
  /** Id of the chatroom. */
  @IdField()
  chatroomId!: string;
}
