import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import { ModerationSensitiveWords } from './moderation.sensitive-words.js';
import { ModerationWordFilter } from './moderation.word-filter.js';

/**
 * Moderation: the words that messages may not hold. What your own server decides about a message comes
 * by the `pre-messaging` callback instead.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImModerationService {
  /** Words that block messages or are replaced in them. */
  readonly sensitiveWords: ModerationSensitiveWords;
  /** Words that block messages, by the older calls. */
  readonly wordFilter: ModerationWordFilter;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.sensitiveWords = new ModerationSensitiveWords(client);
    this.wordFilter = new ModerationWordFilter(client);
  }
}
