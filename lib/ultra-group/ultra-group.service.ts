import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateUltraGroupDto,
  DismissUltraGroupDto,
  JoinUltraGroupDto,
  QuitUltraGroupDto,
  UpdateUltraGroupDto,
  SetUltraGroupMutedDto,
  CheckUltraGroupMutedDto,
  SetUltraGroupNotificationDto,
  GetUltraGroupNotificationDto,
} from './dto/ultra-group.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type {
  CheckUltraGroupMutedResult,
  GetUltraGroupNotificationResult,
} from './ultra-group.results.js';
import { UltraGroupMessages } from './ultra-group.messages.js';
import { UltraGroupExpansion } from './ultra-group.expansion.js';
import { UltraGroupMembers } from './ultra-group.members.js';
import { UltraGroupChannels } from './ultra-group.channels.js';
import { UltraGroupPrivateChannels } from './ultra-group.private-channels.js';
import { UltraGroupUserGroups } from './ultra-group.user-groups.js';
import { UltraGroupMuteWhitelist } from './ultra-group.mute-whitelist.js';
import { UltraGroupV2 } from './ultra-group.v2.js';

/**
 * Ultra groups: groups without a limit of members, with channels. Have them enabled for the app first.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImUltraGroupService {
  /** Messages that were sent. */
  readonly messages: UltraGroupMessages;
  /** Data attached to messages. */
  readonly expansion: UltraGroupExpansion;
  /** Who is in a group, and who may not write. */
  readonly members: UltraGroupMembers;
  /** Channels of a group. */
  readonly channels: UltraGroupChannels;
  /** Who may enter private channels. */
  readonly privateChannels: UltraGroupPrivateChannels;
  /** Roles: groups of users inside a group. */
  readonly userGroups: UltraGroupUserGroups;
  /** Who may write while everybody is muted. */
  readonly muteWhitelist: UltraGroupMuteWhitelist;
  /** A second form of some calls, which one SDK has; it lists members and the groups of a user. */
  readonly v2: UltraGroupV2;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.messages = new UltraGroupMessages(client);
    this.expansion = new UltraGroupExpansion(client);
    this.members = new UltraGroupMembers(client);
    this.channels = new UltraGroupChannels(client);
    this.privateChannels = new UltraGroupPrivateChannels(client);
    this.userGroups = new UltraGroupUserGroups(client);
    this.muteWhitelist = new UltraGroupMuteWhitelist(client);
    this.v2 = new UltraGroupV2(client);
  }

  /**
   * Creates an ultra group with its first member. A user can be in 100 of them; each has at most 50 channels.
   *
   * `POST /ultragroup/create.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/create-ultragroup
   */
  async create(input: ImInput<CreateUltraGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.create, input, options);
  }

  /**
   * Dissolves an ultra group. Its mute stays, should it be created again.
   *
   * `POST /ultragroup/dis.json`, form, 100 requests a second.
   */
  async dismiss(input: ImInput<DismissUltraGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.dismiss, input, options);
  }

  /**
   * Adds one user to an ultra group.
   *
   * `POST /ultragroup/join.json`, form, 100 requests a second.
   */
  async join(input: ImInput<JoinUltraGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.join, input, options);
  }

  /**
   * Takes one user out of an ultra group.
   *
   * `POST /ultragroup/quit.json`, form, 100 requests a second.
   */
  async quit(input: ImInput<QuitUltraGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.quit, input, options);
  }

  /**
   * Changes the name of an ultra group, within 5 minutes.
   *
   * `POST /ultragroup/refresh.json`, form, 100 requests a second.
   */
  async update(input: ImInput<UpdateUltraGroupDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.update, input, options);
  }

  /**
   * Mutes everybody in an ultra group or in one channel, or ends that. Without a channel it covers all.
   *
   * `POST /ultragroup/globalbanned/set.json`, form, 100 requests a second.
   */
  async setMuted(input: ImInput<SetUltraGroupMutedDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.setMuted, input, options);
  }

  /**
   * Reads whether everybody is muted in an ultra group or channel.
   *
   * `POST /ultragroup/globalbanned/get.json`, form, 100 requests a second.
   */
  checkMuted(
    input: ImInput<CheckUltraGroupMutedDto>,
    options?: ImCallOptions,
  ): Promise<CheckUltraGroupMutedResult> {
    return this.#client.execute(ultraGroupOperations.checkMuted, input, options);
  }

  /**
   * Sets what members of an ultra group or channel are notified of, until they choose themselves.
   *
   * `POST /ultragroup/notdisturb/set.json`, form, 100 requests a second.
   */
  async setDefaultNotification(
    input: ImInput<SetUltraGroupNotificationDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.setDefaultNotification, input, options);
  }

  /**
   * Reads what members of an ultra group or channel are notified of by default.
   *
   * `POST /ultragroup/notdisturb/get.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.cn/platform-chat-api/ultragroup/do-not-disturb/get-do-not-disturb
   */
  getDefaultNotification(
    input: ImInput<GetUltraGroupNotificationDto>,
    options?: ImCallOptions,
  ): Promise<GetUltraGroupNotificationResult> {
    return this.#client.execute(ultraGroupOperations.getDefaultNotification, input, options);
  }
}
