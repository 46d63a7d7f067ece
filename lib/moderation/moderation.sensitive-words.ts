import type { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  AddSensitiveWordDto,
  AddSensitiveWordsDto,
  QuerySensitiveWordsDto,
  RemoveSensitiveWordDto,
  RemoveSensitiveWordsDto,
} from './dto/sensitive-words.dto.js';
import { moderationOperations } from './moderation.operations.js';
import type { AddSensitiveWordsResult, QuerySensitiveWordsResult } from './moderation.results.js';

/**
 * Words that block text messages or are replaced in them: 50, unless you buy more. A change takes effect
 * after about 15 minutes. What your server sends is looked at only when the console says so. Use it as
 * `moderation.sensitiveWords`.
 */
export class ModerationSensitiveWords {
  readonly #client: ImClient;

  /** @internal */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Adds a word that blocks messages, or one that is replaced in them.
   *
   * `POST /sensitiveword/add.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/moderation/add-sensitive-word
   * @example
   * ```ts
   * await moderation.sensitiveWords.add({ word: 'casino', replaceWord: '***' });
   * ```
   */
  async add(input: ImInput<AddSensitiveWordDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(moderationOperations.sensitiveWords.add, input, options);
  }

  /**
   * Adds words. When not all of them fit, none is added.
   *
   * `POST /sensitiveword/batch/add.json`, JSON, 50 words a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/moderation/batch-add-sensitive-word
   */
  addMany(
    input: ImInput<AddSensitiveWordsDto>,
    options?: ImCallOptions,
  ): Promise<AddSensitiveWordsResult> {
    return this.#client.execute(moderationOperations.sensitiveWords.addMany, input, options);
  }

  /**
   * Removes a word.
   *
   * `POST /sensitiveword/delete.json`, form.
   */
  async remove(input: ImInput<RemoveSensitiveWordDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(moderationOperations.sensitiveWords.remove, input, options);
  }

  /**
   * Removes words.
   *
   * `POST /sensitiveword/batch/delete.json`, form, 50 words a call, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/moderation/batch-remove-sensitive-word
   */
  async removeMany(
    input: ImInput<RemoveSensitiveWordsDto>,
    options?: ImCallOptions,
  ): Promise<void> {
    await this.#client.execute(moderationOperations.sensitiveWords.removeMany, input, options);
  }

  /**
   * Reads all words of a kind; without `type` those that block.
   *
   * `POST /sensitiveword/list.json`, form, 100 requests a second.
   * @see https://docs.rongcloud.io/platform-chat-api/moderation/query-sensitive-word
   */
  query(
    input: ImInput<QuerySensitiveWordsDto>,
    options?: ImCallOptions,
  ): Promise<QuerySensitiveWordsResult> {
    return this.#client.execute(moderationOperations.sensitiveWords.query, input, options);
  }
}
