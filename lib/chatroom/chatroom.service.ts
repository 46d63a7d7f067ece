import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateChatroomDto,
  SetChatroomDestroyTypeDto,
  DestroyChatroomsDto,
  GetChatroomDto,
  BindRtcRoomDto,
  MuteChatroomDto,
  UnmuteChatroomDto,
  QueryMutedChatroomsDto,
  CheckChatroomMutedDto,
  StopChatroomDistributionDto,
  ResumeChatroomDistributionDto,
} from './dto/chatroom.dto.js';
import { chatroomOperations } from './chatroom.operations.js';
import type {
  GetChatroomResult,
  QueryMutedChatroomsResult,
  CheckChatroomMutedResult,
} from './chatroom.results.js';
import { ChatroomMembers } from './chatroom.members.js';
import { ChatroomKeepalive } from './chatroom.keepalive.js';
import { ChatroomMuteWhitelist } from './chatroom.mute-whitelist.js';
import { ChatroomEntries } from './chatroom.entries.js';
import { ChatroomLowPriorityMessageTypes } from './chatroom.low-priority-message-types.js';
import { ChatroomUserWhitelist } from './chatroom.user-whitelist.js';
import { ChatroomMessageTypeWhitelist } from './chatroom.message-type-whitelist.js';

/**
 * Chatrooms: rooms that users enter and leave, without a bound, for live events. They end by themselves.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImChatroomService {
  /** Who is in a room, who is muted, who is kept out. */
  readonly members: ChatroomMembers;
  /** Rooms that do not end by themselves. */
  readonly keepalive: ChatroomKeepalive;
  /** Who may write although all are muted. */
  readonly muteWhitelist: ChatroomMuteWhitelist;
  /** Texts by key that all members see: attributes, or KV. */
  readonly entries: ChatroomEntries;
  /** Message types that are dropped first. */
  readonly lowPriorityMessageTypes: ChatroomLowPriorityMessageTypes;
  /** Users who are not put out while they are offline. */
  readonly userWhitelist: ChatroomUserWhitelist;
  /** Message types that are not dropped. */
  readonly messageTypeWhitelist: ChatroomMessageTypeWhitelist;
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
    this.members = new ChatroomMembers(client);
    this.keepalive = new ChatroomKeepalive(client);
    this.muteWhitelist = new ChatroomMuteWhitelist(client);
    this.entries = new ChatroomEntries(client);
    this.lowPriorityMessageTypes = new ChatroomLowPriorityMessageTypes(client);
    this.userWhitelist = new ChatroomUserWhitelist(client);
    this.messageTypeWhitelist = new ChatroomMessageTypeWhitelist(client);
  }

  /**
   * Creates a chatroom. What happens to a room of that id that is there already is not
   * documented. A client's join may create a room too.
   *
   * `POST /chatroom/create_new.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/create
   * @example
   * ```ts
   * await chatrooms.create({ chatroomId: 'live-1', destroyTime: 24 * 60 });
   * ```
   */
  async create(input: ImInput<CreateChatroomDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.create, input, options);
  }

  /**
   * Changes when a chatroom is destroyed by itself. Going back to type 0 may destroy it at
   * once: the time without activity has been counted all along.
   *
   * `POST /chatroom/destroy/set.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/set-destroy-type
   */
  async setDestroyType(
    input: ImInput<SetChatroomDestroyTypeDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.setDestroyType, input, options);
  }

  /**
   * Destroys chatrooms, their entries and their mutes. No number of rooms a call is
   * documented.
   *
   * `POST /chatroom/destroy.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/destroy
   */
  async destroy(input: ImInput<DestroyChatroomsDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.destroy, input, options);
  }

  /**
   * Reads a chatroom.
   *
   * `POST /chatroom/get.json`, form, 100 requests a second.
   * @throws ImNotFoundError when there is no such chatroom.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/get
   */
  get(input: ImInput<GetChatroomDto>, options?: ImCallOptions): Promise<GetChatroomResult> {
    return this.#client.execute(chatroomOperations.get, input, options);
  }

  /**
   * Binds a chatroom to an audio or video room: it is not destroyed by itself while that room
   * is there. Names and encoding of the fields are those of a third party; the vendor only
   * lists the call.
   *
   * `POST /chatroom/correlation/rtc.json`, form, 100 requests a second.
   */
  async bindRtcRoom(input: ImInput<BindRtcRoomDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.bindRtcRoom, input, options);
  }

  /**
   * Mutes all members of a chatroom, until `unmute` or the end of the room. What a server
   * sends still passes.
   *
   * `POST /chatroom/ban/add.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/ban-chatroom
   */
  async mute(input: ImInput<MuteChatroomDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.mute, input, options);
  }

  /**
   * Lets the members of a chatroom write again.
   *
   * `POST /chatroom/ban/rollback.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/unban-chatroom
   */
  async unmute(input: ImInput<UnmuteChatroomDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(chatroomOperations.unmute, input, options);
  }

  /**
   * Reads one page of the chatrooms whose members are all muted.
   *
   * `POST /chatroom/ban/query.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/query-banned-list
   */
  queryMuted(
    input: ImInput<QueryMutedChatroomsDto>,
    options?: ImCallOptions,
  ): Promise<QueryMutedChatroomsResult> {
    return this.#client.execute(chatroomOperations.queryMuted, input, options);
  }

  /** Reads all pages of `queryMuted`, one after the other, as the loop asks for them. */
  queryMutedAll(
    input: ImInput<QueryMutedChatroomsDto>,
    options?: ImPagesOptions<QueryMutedChatroomsDto>,
  ): ImPages<QueryMutedChatroomsDto, string> {
    return this.#client.pages(chatroomOperations.queryMuted, input, options);
  }

  /**
   * Reads whether all members of a chatroom are muted.
   *
   * `POST /chatroom/ban/check.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/chatroom/mute/query-banned-state
   */
  checkMuted(
    input: ImInput<CheckChatroomMutedDto>,
    options?: ImCallOptions,
  ): Promise<CheckChatroomMutedResult> {
    return this.#client.execute(chatroomOperations.checkMuted, input, options);
  }

  /**
   * Stops the delivery of messages to the members of a chatroom. No page documents it; the
   * vendor's SDKs have it.
   *
   * `POST /chatroom/message/stopDistribution.json`, form.
   */
  async stopDistribution(
    input: ImInput<StopChatroomDistributionDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.stopDistribution, input, options);
  }

  /**
   * Resumes the delivery of messages to the members of a chatroom. No page documents it; the
   * vendor's SDKs have it.
   *
   * `POST /chatroom/message/resumeDistribution.json`, form.
   */
  async resumeDistribution(
    input: ImInput<ResumeChatroomDistributionDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(chatroomOperations.resumeDistribution, input, options);
  }
}
