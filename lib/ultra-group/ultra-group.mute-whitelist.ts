import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddToUltraGroupMuteWhitelistDto,
  RemoveFromUltraGroupMuteWhitelistDto,
  QueryUltraGroupMuteWhitelistDto,
} from './dto/mute-whitelist.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type { QueryUltraGroupMuteWhitelistResult } from './ultra-group.results.js';

/** Mute whitelists: who may write while everybody is muted. Use it as `ultraGroups.muteWhitelist`. */
export class UltraGroupMuteWhitelist {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Lets users write while everybody is muted.
   *
   * `POST /ultragroup/banned/whitelist/add.json`, form, 20 users a call, 100 requests a second.
   */
  async add(
    input: ImInput<AddToUltraGroupMuteWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.muteWhitelist.add, input, options);
  }

  /**
   * Takes users off a mute whitelist.
   *
   * `POST /ultragroup/banned/whitelist/del.json`, form, 20 users a call, 100 requests a second.
   */
  async remove(
    input: ImInput<RemoveFromUltraGroupMuteWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.muteWhitelist.remove, input, options);
  }

  /**
   * Reads one page of a mute whitelist.
   *
   * `POST /ultragroup/banned/whitelist/get.json`, form, 100 requests a second.
   */
  query(
    input: ImInput<QueryUltraGroupMuteWhitelistDto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupMuteWhitelistResult> {
    return this.#client.execute(ultraGroupOperations.muteWhitelist.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryUltraGroupMuteWhitelistDto>,
    options?: ImPagesOptions<QueryUltraGroupMuteWhitelistDto>,
  ): ImPages<QueryUltraGroupMuteWhitelistDto, QueryUltraGroupMuteWhitelistResult['users'][number]> {
    return this.#client.pages(ultraGroupOperations.muteWhitelist.query, input, options);
  }
}
