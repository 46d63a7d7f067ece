import type { ImClient } from '../client/im.client.js';
import type { NoInputDto } from '../client/input/no-input.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { AddFilteredWordDto, RemoveFilteredWordDto } from './dto/word-filter.dto.js';
import { moderationOperations } from './moderation.operations.js';
import type { QueryFilteredWordsResult } from './moderation.results.js';

/**
 * Words that block messages, by older calls that only one of the vendor's SDKs has; prefer
 * `moderation.sensitiveWords`. Use it as `moderation.wordFilter`.
 */
export class ModerationWordFilter {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Adds a word that blocks messages. An older call: prefer `sensitiveWords.add`.
   *
   * `POST /wordfilter/add.json`, form.
   */
  async add(input: ImInput<AddFilteredWordDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(moderationOperations.wordFilter.add, input, options);
  }

  /**
   * Removes a word that blocks messages. An older call: prefer `sensitiveWords.remove`.
   *
   * `POST /wordfilter/delete.json`, form.
   */
  async remove(input: ImInput<RemoveFilteredWordDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(moderationOperations.wordFilter.remove, input, options);
  }

  /**
   * Reads the words that block messages. An older call: prefer `sensitiveWords.query`.
   *
   * `POST /wordfilter/list.json`, form.
   */
  query(
    input: ImInput<NoInputDto> = {},
    options?: ImCallOptions,
  ): Promise<QueryFilteredWordsResult> {
    return this.#client.execute(moderationOperations.wordFilter.query, input, options);
  }
}
