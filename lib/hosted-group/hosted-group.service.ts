import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateHostedGroupDto,
  ImportHostedGroupDto,
  UpdateHostedGroupDto,
  GetHostedGroupsDto,
  JoinHostedGroupDto,
  QuitHostedGroupDto,
  DismissHostedGroupDto,
  TransferHostedGroupOwnerDto,
  AddHostedGroupManagersDto,
  RemoveHostedGroupManagersDto,
  QueryHostedGroupsDto,
  QueryJoinedHostedGroupsDto,
} from './dto/hosted-group.dto.js';
import { hostedGroupOperations } from './hosted-group.operations.js';
import type {
  GetHostedGroupsResult,
  JoinHostedGroupResult,
  AddHostedGroupManagersResult,
  QueryHostedGroupsResult,
  QueryJoinedHostedGroupsResult,
  JoinedHostedGroup,
  ListedHostedGroup,
} from './hosted-group.results.js';
import { HostedGroupMembers } from './hosted-group.members.js';
import { HostedGroupRemarkName } from './hosted-group.remark-name.js';

/**
 * Hosted groups: the service keeps their profiles, owners, administrators and permissions. Switch
 * profile hosting on in the console first.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImHostedGroupService {
  /** Who is in a group, in which role, and who follows whom. */
  readonly members: HostedGroupMembers;
  /** What a user calls a group. */
  readonly remarkName: HostedGroupRemarkName;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.members = new HostedGroupMembers(client);
    this.remarkName = new HostedGroupRemarkName(client);
  }

  /**
   * Creates a hosted group with an owner, profile and permissions.
   *
   * `POST /entrust/group/create.json`, form, 30 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/create-group
   */
  async create(input: ImInput<CreateHostedGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.create, input, options);
  }

  /**
   * Makes a hosted group of an ordinary one; its members stay.
   *
   * `POST /entrust/group/import.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/import-group
   */
  async import(input: ImInput<ImportHostedGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.import, input, options);
  }

  /**
   * Changes a hosted group's profile, permissions and custom fields.
   *
   * `POST /entrust/group/profile/update.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/update-group
   */
  async update(input: ImInput<UpdateHostedGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.update, input, options);
  }

  /**
   * Reads the profiles of hosted groups.
   *
   * `POST /entrust/group/profile/query.json`, form, 50 groups a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/query-group-profiles
   */
  get(input: ImInput<GetHostedGroupsDto>, options?: ImCallOptions): Promise<GetHostedGroupsResult> {
    return this.#client.execute(hostedGroupOperations.get, input, options);
  }

  /**
   * Adds users to a hosted group at once, whatever its permissions say.
   *
   * `POST /entrust/group/join.json`, form, 100 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/join-group
   */
  join(
    input: ImInput<JoinHostedGroupDto>,
    options?: ImCallOptions,
  ): Promise<JoinHostedGroupResult> {
    return this.#client.execute(hostedGroupOperations.join, input, options);
  }

  /**
   * Makes users leave a hosted group.
   *
   * `POST /entrust/group/quit.json`, form, 100 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/quit-group
   */
  async quit(input: ImInput<QuitHostedGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.quit, input, options);
  }

  /**
   * Dissolves a hosted group.
   *
   * `POST /entrust/group/dismiss.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/diss-group
   */
  async dismiss(input: ImInput<DismissHostedGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(hostedGroupOperations.dismiss, input, options);
  }

  /**
   * Gives a hosted group to a new owner. With `isQuit` a second run would make the new owner leave.
   *
   * `POST /entrust/group/transfer/owner.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/transfer-group
   */
  async transferOwner(
    input: ImInput<TransferHostedGroupOwnerDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(hostedGroupOperations.transferOwner, input, options);
  }

  /**
   * Makes members administrators of a hosted group, which has 10 at most. Look at `userIds` of the
   * result: it lists those who are no members.
   *
   * `POST /entrust/group/manager/add.json`, form, 10 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/add-group-manager
   */
  addManagers(
    input: ImInput<AddHostedGroupManagersDto>,
    options?: ImCallOptions,
  ): Promise<AddHostedGroupManagersResult> {
    return this.#client.execute(hostedGroupOperations.addManagers, input, options);
  }

  /**
   * Turns administrators back into ordinary members.
   *
   * `POST /entrust/group/manager/remove.json`, form, 10 users a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-manage/remove-group-manager
   */
  async removeManagers(
    input: ImInput<RemoveHostedGroupManagersDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(hostedGroupOperations.removeManagers, input, options);
  }

  /**
   * Reads one page of all hosted groups, by the time they were made.
   *
   * `POST /entrust/group/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-query/query-app-all-group
   */
  query(
    input: ImInput<QueryHostedGroupsDto>,
    options?: ImCallOptions,
  ): Promise<QueryHostedGroupsResult> {
    return this.#client.execute(hostedGroupOperations.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryHostedGroupsDto>,
    options?: ImPagesOptions<QueryHostedGroupsDto>,
  ): ImPages<QueryHostedGroupsDto, ListedHostedGroup> {
    return this.#client.pages(hostedGroupOperations.query, input, options);
  }

  /**
   * Reads one page of the hosted groups that a user has joined, by the time of joining.
   *
   * `POST /entrust/joined/group/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/group/group-profile/group-query/query-member-join-group
   */
  queryJoined(
    input: ImInput<QueryJoinedHostedGroupsDto>,
    options?: ImCallOptions,
  ): Promise<QueryJoinedHostedGroupsResult> {
    return this.#client.execute(hostedGroupOperations.queryJoined, input, options);
  }

  /** Reads all pages of `queryJoined`, one after the other, as the loop asks for them. */
  queryJoinedAll(
    input: ImInput<QueryJoinedHostedGroupsDto>,
    options?: ImPagesOptions<QueryJoinedHostedGroupsDto>,
  ): ImPages<QueryJoinedHostedGroupsDto, JoinedHostedGroup> {
    return this.#client.pages(hostedGroupOperations.queryJoined, input, options);
  }
}
