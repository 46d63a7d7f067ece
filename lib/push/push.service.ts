import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  SendCustomPushDto,
  SendPushDto,
  SendPushToUsersDto,
  SendPushWithMessageDto,
} from './dto/push.dto.js';
import { pushOperations } from './push.operations.js';
import type { SendPushResult, SendPushWithMessageResult } from './push.results.js';

/**
 * Push notifications without a conversation, or to more users than a list holds. Have the service
 * enabled for the app first.
 *
 * Every method throws the errors of `ImClient.execute`. A push is not sent again by itself once it may
 * have left this machine: `ImAmbiguousOutcomeError` says so.
 */
@Injectable()
export class ImPushService {
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sends a system message and a push notification to an audience: 3 times a day at most, together with
   * `send`.
   *
   * `POST /push.json`, JSON, 2 requests an hour.
   * @throws ImServiceDisabledError when the service is off.
   * @see https://docs.rongcloud.io/platform-chat-api/system/send-push-by-tag
   * @example
   * ```ts
   * await push.sendWithMessage({
   *   platform: ['ios', 'android'],
   *   fromuserid: 'news',
   *   audience: { is_to_all: false, tag: ['north'] },
   *   message: textMessage({ content: 'Snow tomorrow' }),
   *   notification: { alert: 'Snow tomorrow' },
   * });
   * ```
   */
  sendWithMessage(
    input: ImInput<SendPushWithMessageDto>,
    options?: ImCallOptions,
  ): Promise<SendPushWithMessageResult> {
    return this.#client.execute(pushOperations.sendWithMessage, input, options);
  }

  /**
   * Sends a push notification alone to an audience: 3 times a day at most, together with
   * `sendWithMessage`. It reaches devices that were seen within 30 days.
   *
   * `POST /push.json`, JSON, 2 requests an hour.
   * @throws ImServiceDisabledError when the service is off.
   * @see https://docs.rongcloud.cn/platform-chat-api/system/send-push-to-all
   */
  send(input: ImInput<SendPushDto>, options?: ImCallOptions): Promise<SendPushResult> {
    return this.#client.execute(pushOperations.send, input, options);
  }

  /**
   * Sends a push notification alone to listed users.
   *
   * `POST /push/user.json`, JSON, 100 users a call, 100 users a second.
   * @see https://docs.rongcloud.io/platform-chat-api/system/send-push-by-user
   */
  sendToUsers(
    input: ImInput<SendPushToUsersDto>,
    options?: ImCallOptions,
  ): Promise<SendPushResult> {
    return this.#client.execute(pushOperations.sendToUsers, input, options);
  }

  /**
   * Sends a push notification alone to an audience of tag rules, through the vendor's paid push service.
   *
   * `POST /push/custom.json`, JSON.
   * @throws ImServiceDisabledError when the service is off.
   * @see https://docs.rongcloud.cn/platform-chat-api/push/push-plus
   */
  sendCustom(input: ImInput<SendCustomPushDto>, options?: ImCallOptions): Promise<SendPushResult> {
    return this.#client.execute(pushOperations.sendCustom, input, options);
  }
}
