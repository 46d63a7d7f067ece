import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CheckUltraGroupMemberDto,
  MuteUltraGroupMembersDto,
  UnmuteUltraGroupMembersDto,
  QueryMutedUltraGroupMembersDto,
} from './dto/members.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type {
  CheckUltraGroupMemberResult,
  QueryMutedUltraGroupMembersResult,
} from './ultra-group.results.js';

/** Members: who is in an ultra group, and who may not write. Use it as `ultraGroups.members`. */
export class UltraGroupMembers {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Reads whether a user is in an ultra group.
   *
   * `POST /ultragroup/member/exist.json`, form, 100 requests a second.
   */
  check(
    input: ImInput<CheckUltraGroupMemberDto>,
    options?: ImCallOptions,
  ): Promise<CheckUltraGroupMemberResult> {
    return this.#client.execute(ultraGroupOperations.members.check, input, options);
  }

  /**
   * Mutes members in an ultra group or in one channel until they are unmuted, also when they leave.
   *
   * `POST /ultragroup/userbanned/add.json`, form, 20 users a call, 100 requests a second.
   */
  async mute(input: ImInput<MuteUltraGroupMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.members.mute, input, options);
  }

  /**
   * Ends the mute of members.
   *
   * `POST /ultragroup/userbanned/del.json`, form, 20 users a call, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/mute/unban-user
   */
  async unmute(input: ImInput<UnmuteUltraGroupMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.members.unmute, input, options);
  }

  /**
   * Reads one page of the muted members.
   *
   * `POST /ultragroup/userbanned/get.json`, form, 100 requests a second.
   */
  queryMuted(
    input: ImInput<QueryMutedUltraGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryMutedUltraGroupMembersResult> {
    return this.#client.execute(ultraGroupOperations.members.queryMuted, input, options);
  }

  /** Reads all pages of `queryMuted`, one after the other, as the loop asks for them. */
  queryMutedAll(
    input: ImInput<QueryMutedUltraGroupMembersDto>,
    options?: ImPagesOptions<QueryMutedUltraGroupMembersDto>,
  ): ImPages<QueryMutedUltraGroupMembersDto, QueryMutedUltraGroupMembersResult['users'][number]> {
    return this.#client.pages(ultraGroupOperations.members.queryMuted, input, options);
  }
}
