import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  CreateUltraGroupChannelDto,
  DeleteUltraGroupChannelDto,
  QueryUltraGroupChannelsDto,
  SetUltraGroupChannelTypeDto,
} from './dto/channels.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type { QueryUltraGroupChannelsResult, UltraGroupChannel } from './ultra-group.results.js';

/** Channels: the rooms of an ultra group, open to all members or private. Use it as `ultraGroups.channels`. */
export class UltraGroupChannels {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Creates a channel in an ultra group.
   *
   * `POST /ultragroup/channel/create.json`, form, 100 requests a second.
   */
  async create(input: ImInput<CreateUltraGroupChannelDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.channels.create, input, options);
  }

  /**
   * Deletes a channel.
   *
   * `POST /ultragroup/channel/del.json`, form, 100 requests a second.
   */
  async delete(input: ImInput<DeleteUltraGroupChannelDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.channels.delete, input, options);
  }

  /**
   * Reads one page of the channels of an ultra group.
   *
   * `POST /ultragroup/channel/get.json`, form, 100 requests a second.
   */
  query(
    input: ImInput<QueryUltraGroupChannelsDto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupChannelsResult> {
    return this.#client.execute(ultraGroupOperations.channels.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryUltraGroupChannelsDto>,
    options?: ImPagesOptions<QueryUltraGroupChannelsDto>,
  ): ImPages<QueryUltraGroupChannelsDto, UltraGroupChannel> {
    return this.#client.pages(ultraGroupOperations.channels.query, input, options);
  }

  /**
   * Makes a public channel private or a private one public; the default channel stays public.
   *
   * `POST /ultragroup/channel/type/change.json`, form, 100 requests a second.
   */
  async setType(
    input: ImInput<SetUltraGroupChannelTypeDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.channels.setType, input, options);
  }
}
