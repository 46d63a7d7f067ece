import type { ImClient } from '../client/im.client.js';
import type { NoInputDto } from '../client/input/no-input.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  QueryGroupMembersDto,
  MuteGroupMembersDto,
  MuteGroupMembersGloballyDto,
  UnmuteGroupMembersDto,
  UnmuteGroupMembersGloballyDto,
  QueryMutedGroupMembersDto,
} from './dto/members.dto.js';
import { groupOperations } from './group.operations.js';
import type {
  QueryGroupMembersResult,
  QueryMutedGroupMembersResult,
  QueryGloballyMutedGroupMembersResult,
} from './group.results.js';

/** Members: who is in a group, and who may not write. Use it as `groups.members`. */
export class GroupMembers {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Reads all members of a group, in one piece.
   *
   * `POST /group/user/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/query-group-member
   */
  query(
    input: ImInput<QueryGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryGroupMembersResult> {
    return this.#client.execute(groupOperations.members.query, input, options);
  }

  /**
   * Mutes users in one group, also when they leave and join again. What a server sends for them still
   * passes; a repetition starts the time anew.
   *
   * `POST /group/user/gag/add.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/gag-user
   */
  async mute(input: ImInput<MuteGroupMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.members.mute, input, options);
  }

  /**
   * Mutes users in every group; 100 at a time in one app.
   *
   * `POST /group/user/gag/add.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/gag-user
   */
  async muteGlobally(
    input: ImInput<MuteGroupMembersGloballyDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(groupOperations.members.muteGlobally, input, options);
  }

  /**
   * Ends the mute of users in one group.
   *
   * `POST /group/user/gag/rollback.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/ungag-user
   */
  async unmute(input: ImInput<UnmuteGroupMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.members.unmute, input, options);
  }

  /**
   * Ends the mute of users in every group; those of single groups stay.
   *
   * `POST /group/user/gag/rollback.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/ungag-user
   */
  async unmuteGlobally(
    input: ImInput<UnmuteGroupMembersGloballyDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(groupOperations.members.unmuteGlobally, input, options);
  }

  /**
   * Reads all users who are muted in one group.
   *
   * `POST /group/user/gag/list.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/query-gagged-user
   */
  queryMuted(
    input: ImInput<QueryMutedGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryMutedGroupMembersResult> {
    return this.#client.execute(groupOperations.members.queryMuted, input, options);
  }

  /**
   * Reads all users who are muted in every group.
   *
   * `POST /group/user/gag/list.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/query-gagged-user
   */
  queryGloballyMuted(
    input: ImInput<NoInputDto> = {},
    options?: ImCallOptions,
  ): Promise<QueryGloballyMutedGroupMembersResult> {
    return this.#client.execute(groupOperations.members.queryGloballyMuted, input, options);
  }
}
