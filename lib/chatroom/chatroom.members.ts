import type { ImClient } from '../client/im.client.js';
import type { NoInputDto } from '../client/input/no-input.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  QueryChatroomMembersDto,
  CheckChatroomMemberDto,
  CheckChatroomMembersDto,
  MuteChatroomMembersDto,
  UnmuteChatroomMembersDto,
  QueryMutedChatroomMembersDto,
  MuteChatroomMembersGloballyDto,
  UnmuteChatroomMembersGloballyDto,
  BlockChatroomMembersDto,
  UnblockChatroomMembersDto,
  QueryBlockedChatroomMembersDto,
} from './dto/members.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type {
  QueryChatroomMembersResult,
  CheckChatroomMemberResult,
  CheckChatroomMembersResult,
  QueryMutedChatroomMembersResult,
  QueryGloballyMutedChatroomMembersResult,
  QueryBlockedChatroomMembersResult,
} from './chatroom.results.js';

/**
 * Members of a chatroom: who is in it, who is muted, who is kept out. Use it as
 * `chatrooms.members`.
 */
export class ChatroomMembers {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Reads up to 500 members from either end of the list, and how many there are; the rest
   * cannot be read.
   *
   * `POST /chatroom/user/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/member/query-member-list
   */
  query(
    input: ImInput<QueryChatroomMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryChatroomMembersResult> {
    return this.#client.execute(chatroomOperations.members.query, input, options);
  }

  /**
   * Reads whether a user is in a chatroom.
   *
   * `POST /chatroom/user/exist.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/chatroom/member/check-member
   */
  check(
    input: ImInput<CheckChatroomMemberDto>,
    options?: ImCallOptions,
  ): Promise<CheckChatroomMemberResult> {
    return this.#client.execute(chatroomOperations.members.check, input, options);
  }

  /**
   * Reads which users are in a chatroom. Who is offline is put out sooner or later.
   *
   * `POST /chatroom/users/exist.json`, form, 1000 users a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/chatroom/member/check-members
   */
  checkMany(
    input: ImInput<CheckChatroomMembersDto>,
    options?: ImCallOptions,
  ): Promise<CheckChatroomMembersResult> {
    return this.#client.execute(chatroomOperations.members.checkMany, input, options);
  }

  /**
   * Mutes users in one chatroom for a while; leaving the room makes no difference. What a
   * server sends for them still passes.
   *
   * `POST /chatroom/user/gag/add.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/gag-user
   */
  async mute(input: ImInput<MuteChatroomMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.members.mute, input, options);
  }

  /**
   * Ends mutes in one chatroom.
   *
   * `POST /chatroom/user/gag/rollback.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/ungag-user
   */
  async unmute(input: ImInput<UnmuteChatroomMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.members.unmute, input, options);
  }

  /**
   * Reads all users who are muted in one chatroom.
   *
   * `POST /chatroom/user/gag/list.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/query-gagged-user
   */
  queryMuted(
    input: ImInput<QueryMutedChatroomMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryMutedChatroomMembersResult> {
    return this.#client.execute(chatroomOperations.members.queryMuted, input, options);
  }

  /**
   * Mutes users in all chatrooms for a while, whitelists or not. What a server sends for them
   * still passes.
   *
   * `POST /chatroom/user/ban/add.json`, form, 20 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when the service is off.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/gag-user-globally
   */
  async muteGlobally(
    input: ImInput<MuteChatroomMembersGloballyDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.members.muteGlobally, input, options);
  }

  /**
   * Ends mutes in all chatrooms.
   *
   * `POST /chatroom/user/ban/remove.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/ungag-user-globally
   */
  async unmuteGlobally(
    input: ImInput<UnmuteChatroomMembersGloballyDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.members.unmuteGlobally, input, options);
  }

  /**
   * Reads all users who are muted in all chatrooms.
   *
   * `POST /chatroom/user/ban/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/query-globally-gagged-user
   */
  queryGloballyMuted(
    input: ImInput<NoInputDto> = {},
    options?: ImCallOptions,
  ): Promise<QueryGloballyMutedChatroomMembersResult> {
    return this.#client.execute(chatroomOperations.members.queryGloballyMuted, input, options);
  }

  /**
   * Puts users out of a chatroom and keeps them out for a while.
   *
   * `POST /chatroom/user/block/add.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/block/block-user
   */
  async block(input: ImInput<BlockChatroomMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.members.block, input, options);
  }

  /**
   * Ends blocks: the users may enter again.
   *
   * `POST /chatroom/user/block/rollback.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/block/unblock-user
   */
  async unblock(input: ImInput<UnblockChatroomMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.members.unblock, input, options);
  }

  /**
   * Reads all users who are blocked from a chatroom.
   *
   * `POST /chatroom/user/block/list.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/block/query-blocked-user
   */
  queryBlocked(
    input: ImInput<QueryBlockedChatroomMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryBlockedChatroomMembersResult> {
    return this.#client.execute(chatroomOperations.members.queryBlocked, input, options);
  }
}
