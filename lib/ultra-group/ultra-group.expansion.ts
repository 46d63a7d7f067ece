import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SetUltraGroupExpansionDto,
  DeleteUltraGroupExpansionDto,
  QueryUltraGroupExpansionDto,
} from './dto/expansion.dto.js';
import { ultraGroupOperations } from './ultra-group.operations.js';
import type {
  QueryUltraGroupExpansionResult,
  UltraGroupExpansionValue,
} from './ultra-group.results.js';

/** Data attached to messages of ultra groups. Use it as `ultraGroups.expansion`. */
export class UltraGroupExpansion {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Attaches data to a message that was sent as expandable.
   *
   * `POST /ultragroup/message/expansion/set.json`, form, 100 keys a call, 100 requests a second.
   */
  async set(input: ImInput<SetUltraGroupExpansionDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(ultraGroupOperations.expansion.set, input, options);
  }

  /**
   * Takes data off a message.
   *
   * `POST /ultragroup/message/expansion/delete.json`, form, 100 keys a call, 100 requests a second.
   */
  async delete(
    input: ImInput<DeleteUltraGroupExpansionDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(ultraGroupOperations.expansion.delete, input, options);
  }

  /**
   * Reads one page of the data of a message; 300 keys, as many as a message holds, are one page.
   *
   * `POST /ultragroup/message/expansion/query.json`, form, 100 requests a second.
   */
  query(
    input: ImInput<QueryUltraGroupExpansionDto>,
    options?: ImCallOptions,
  ): Promise<QueryUltraGroupExpansionResult> {
    return this.#client.execute(ultraGroupOperations.expansion.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryUltraGroupExpansionDto>,
    options?: ImPagesOptions<QueryUltraGroupExpansionDto>,
  ): ImPages<QueryUltraGroupExpansionDto, [key: string, value: UltraGroupExpansionValue]> {
    return this.#client.pages(ultraGroupOperations.expansion.query, input, options);
  }
}
