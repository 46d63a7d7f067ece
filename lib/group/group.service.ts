import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateGroupDto,
  JoinGroupDto,
  QuitGroupDto,
  DismissGroupDto,
  UpdateGroupDto,
  SyncGroupsDto,
  MuteGroupsDto,
  UnmuteGroupsDto,
  CheckMutedGroupsDto,
  QueryMutedGroupsDto,
} from './dto/group.dto.js';
import { groupOperations } from './group.operations.js';
import type {
  ChangeGroupResult,
  CheckMutedGroupsResult,
  GroupMuteStatus,
  QueryMutedGroupsResult,
} from './group.results.js';
import { GroupMembers } from './group.members.js';
import { GroupMuteWhitelist } from './group.mute-whitelist.js';
import { GroupMemberRemarks } from './group.member-remarks.js';

/**
 * Groups: their members and names, who may write in them, and the names that pushes show.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImGroupService {
  /** Who is in a group, and who may not write. */
  readonly members: GroupMembers;
  /** Who may write in a muted group. */
  readonly muteWhitelist: GroupMuteWhitelist;
  /** What pushes call the members of a group. */
  readonly memberRemarks: GroupMemberRemarks;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.members = new GroupMembers(client);
    this.muteWhitelist = new GroupMuteWhitelist(client);
    this.memberRemarks = new GroupMemberRemarks(client);
  }

  /**
   * Creates a group with its first members. A group holds 3000 members unless the app has more. Creating
   * it again adds the members.
   *
   * `POST /group/create.json`, form, 1000 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/create-group
   */
  create(input: ImInput<CreateGroupDto>, options?: ImCallOptions): Promise<ChangeGroupResult> {
    return this.#client.execute(groupOperations.create, input, options);
  }

  /**
   * Adds users to a group. They see messages from then on, unless older ones are enabled in the console.
   *
   * `POST /group/join.json`, form, 1000 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/join-group
   */
  join(input: ImInput<JoinGroupDto>, options?: ImCallOptions): Promise<ChangeGroupResult> {
    return this.#client.execute(groupOperations.join, input, options);
  }

  /**
   * Takes users out of a group. Their clients are not told, unless you send a message.
   *
   * `POST /group/quit.json`, form, 1000 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/quit-group
   */
  quit(input: ImInput<QuitGroupDto>, options?: ImCallOptions): Promise<ChangeGroupResult> {
    return this.#client.execute(groupOperations.quit, input, options);
  }

  /**
   * Dissolves a group. Its history, its mute and its mute whitelist stay, should it be created again.
   *
   * `POST /group/dismiss.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/dismiss-group
   */
  dismiss(input: ImInput<DismissGroupDto>, options?: ImCallOptions): Promise<ChangeGroupResult> {
    return this.#client.execute(groupOperations.dismiss, input, options);
  }

  /**
   * Changes the name that push notifications show, within 5 minutes.
   *
   * `POST /group/refresh.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/refresh-group-info
   */
  update(input: ImInput<UpdateGroupDto>, options?: ImCallOptions): Promise<ChangeGroupResult> {
    return this.#client.execute(groupOperations.update, input, options);
  }

  /**
   * Replaces the groups of a user: the user leaves those that are not listed. Names of groups that exist are
   * changed too.
   *
   * `POST /group/sync.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/sync-group
   */
  async sync(input: ImInput<SyncGroupsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.sync, input, options);
  }

  /**
   * Mutes groups as a whole, but for their mute whitelists. What a server sends still passes. It stays in
   * force when a group is dissolved and created again.
   *
   * `POST /group/ban/add.json`, form, 20 groups a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/ban-group
   */
  async mute(input: ImInput<MuteGroupsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.mute, input, options);
  }

  /**
   * Ends the mute of groups as a whole.
   *
   * `POST /group/ban/rollback.json`, form, 20 groups a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/unban-group
   */
  async unmute(input: ImInput<UnmuteGroupsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(groupOperations.unmute, input, options);
  }

  /**
   * Reads whether groups are muted as a whole.
   *
   * `POST /group/ban/query.json`, form, 20 groups a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/query-banned-state-or-list
   */
  checkMuted(
    input: ImInput<CheckMutedGroupsDto>,
    options?: ImCallOptions,
  ): Promise<CheckMutedGroupsResult> {
    return this.#client.execute(groupOperations.checkMuted, input, options);
  }

  /**
   * Reads one page of the groups that are muted as a whole.
   *
   * `POST /group/ban/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/mute/query-banned-state-or-list
   */
  queryMuted(
    input: ImInput<QueryMutedGroupsDto>,
    options?: ImCallOptions,
  ): Promise<QueryMutedGroupsResult> {
    return this.#client.execute(groupOperations.queryMuted, input, options);
  }

  /** Reads all pages of `queryMuted`, one after the other, as the loop asks for them. */
  queryMutedAll(
    input: ImInput<QueryMutedGroupsDto>,
    options?: ImPagesOptions<QueryMutedGroupsDto>,
  ): ImPages<QueryMutedGroupsDto, GroupMuteStatus> {
    return this.#client.pages(groupOperations.queryMuted, input, options);
  }
}
