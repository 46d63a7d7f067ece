import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  KickHostedGroupMembersDto,
  KickFromAllHostedGroupsDto,
  QueryHostedGroupMembersDto,
  GetHostedGroupMembersDto,
  SetHostedGroupMemberDto,
  FollowHostedGroupMembersDto,
  UnfollowHostedGroupMembersDto,
  QueryFollowedHostedGroupMembersDto,
} from './dto/members.dto.js';
import { hostedGroupOperations } from './hosted-group.operations.js';
import type {
  QueryHostedGroupMembersResult,
  GetHostedGroupMembersResult,
  QueryFollowedHostedGroupMembersResult,
  HostedGroupMember,
} from './hosted-group.results.js';

/** Members: who is in a hosted group, in which role, and who follows whom. Use it as `hostedGroups.members`. */
export class HostedGroupMembers {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Removes users from a hosted group.
   *
   * `POST /entrust/group/member/kick.json`, form, 100 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/kick-group
   */
  async kick(input: ImInput<KickHostedGroupMembersDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.members.kick, input, options);
  }

  /**
   * Removes a user from every hosted group that belongs to somebody else.
   *
   * `POST /entrust/group/member/kick/all.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/kick-mem-all-group
   */
  async kickFromAllGroups(
    input: ImInput<KickFromAllHostedGroupsDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(hostedGroupOperations.members.kickFromAllGroups, input, options);
  }

  /**
   * Reads one page of the members of a hosted group, by the time of joining.
   *
   * `POST /entrust/group/member/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/query-group-member
   */
  query(
    input: ImInput<QueryHostedGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryHostedGroupMembersResult> {
    return this.#client.execute(hostedGroupOperations.members.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryHostedGroupMembersDto>,
    options?: ImPagesOptions<QueryHostedGroupMembersDto>,
  ): ImPages<QueryHostedGroupMembersDto, HostedGroupMember> {
    return this.#client.pages(hostedGroupOperations.members.query, input, options);
  }

  /**
   * Reads the member data of given users in a hosted group.
   *
   * `POST /entrust/group/member/specific/query.json`, form, 100 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/query-specific-group-member
   */
  get(
    input: ImInput<GetHostedGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<GetHostedGroupMembersResult> {
    return this.#client.execute(hostedGroupOperations.members.get, input, options);
  }

  /**
   * Sets a member's nickname and extra data in a hosted group.
   *
   * `POST /entrust/group/member/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/update-group-member-info
   */
  async set(input: ImInput<SetHostedGroupMemberDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.members.set, input, options);
  }

  /**
   * Lets a member follow others: their messages get through when the group is muted for the member.
   *
   * `POST /entrust/group/member/follow.json`, form, 100 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/set-group-mem-follow
   */
  async follow(
    input: ImInput<FollowHostedGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(hostedGroupOperations.members.follow, input, options);
  }

  /**
   * Ends following members in a group.
   *
   * `POST /entrust/group/member/unfollow.json`, form, 100 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/delete-group-mem-follow
   */
  async unfollow(
    input: ImInput<UnfollowHostedGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(hostedGroupOperations.members.unfollow, input, options);
  }

  /**
   * Reads all members whom a member follows.
   *
   * `POST /entrust/group/member/followed/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-member/query-group-mem-follow
   */
  queryFollowed(
    input: ImInput<QueryFollowedHostedGroupMembersDto>,
    options?: ImCallOptions,
  ): Promise<QueryFollowedHostedGroupMembersResult> {
    return this.#client.execute(hostedGroupOperations.members.queryFollowed, input, options);
  }
}
