import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImCallOptions } from '../im.options.js';
import type { SetProfileDto } from './dto/set-profile.dto.js';
import { profileOperations } from './profile.operations.js';

/**
 * Hosted profiles: user data that the service keeps for its clients. Switch profile hosting on in
 * the console first.
 *
 * Every method throws the errors of `ImClient.execute`.
 */
@Injectable()
export class ImProfileService {
  readonly #client: ImClient;

  /** @internal Comes with an `ImApp`. */
  constructor(client: ImClient) {
    this.#client = client;
  }

  /**
   * Sets the hosted profile of a user.
   *
   * `POST /user/profile/set.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/user-profiles/set-user-profiles
   */
  async set(input: ImInput<SetProfileDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(profileOperations.set, input, options);
  }
}
