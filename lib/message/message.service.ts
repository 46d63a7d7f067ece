import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { SendPrivateMessageDto } from './dto/send-private-message.dto.js';
import { messageOperations } from './message.operations.js';
import type { SendPrivateMessageResult } from './message.results.js';

/**
 * Messages. Contents come from builders such as `textMessage`, spread into the input.
 *
 * Every method throws the errors of `ImClient.execute`. A message is not sent again by itself once it
 * may have left this machine: `ImAmbiguousOutcomeError` says so.
 */
@Injectable()
export class ImMessageService {
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sends a message to users, one to one.
   *
   * `POST /message/private/publish.json`, form, 1000 recipients a call, 6000 recipients a minute.
   * Longer lists: `client.inParts(messageOperations.sendPrivate, …)`.
   * @throws ImAmbiguousOutcomeError when the message may have been sent or not.
   * @see https://docs.rongcloud.io/platform-chat-api/message/send-private
   * @example
   * ```ts
   * await messages.sendPrivate({
   *   fromUserId: 'ada',
   *   toUserId: ['bob'],
   *   ...textMessage({ content: 'Hello' }),
   * });
   * ```
   */
  sendPrivate(
    input: ImInput<SendPrivateMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendPrivateMessageResult> {
    return this.#client.execute(messageOperations.sendPrivate, input, options);
  }
}
