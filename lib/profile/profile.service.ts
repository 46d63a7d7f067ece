import { Injectable } from '@nestjs/common';
import { ImClient } from '../client/im.client.js';
import type { ImInput } from '../client/operation.js';
import type { ImPages, ImPagesOptions } from '../client/pages.js';
import type { ImCallOptions } from '../im.options.js';
import type {
  DeleteProfilesDto,
  GetProfilesDto,
  QueryProfilesDto,
  SetProfileDto,
} from './dto/profile.dto.js';
import { profileOperations } from './profile.operations.js';
import type { GetProfilesResult, QueryProfilesResult, UserProfile } from './profile.results.js';

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

  /**
   * Empties the hosted profiles of users.
   *
   * `POST /user/profile/clean.json`, form, 20 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/user-profiles/clean-user-profiles
   */
  async delete(input: ImInput<DeleteProfilesDto>, options?: ImCallOptions): Promise<void> {
    await this.#client.execute(profileOperations.delete, input, options);
  }

  /**
   * Reads the hosted profiles of users.
   *
   * `POST /user/profile/batch/query.json`, form, 100 users a call, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/user-profiles/query-user-profiles-by-batch
   */
  get(input: ImInput<GetProfilesDto>, options?: ImCallOptions): Promise<GetProfilesResult> {
    return this.#client.execute(profileOperations.get, input, options);
  }

  /**
   * Reads one page of all hosted profiles.
   *
   * `POST /user/profile/query.json`, form, 100 requests a second.
   * @throws ImServiceDisabledError when profile hosting is off.
   * @see https://docs.rongcloud.io/platform-chat-api/user/user-profiles/query-paginated-user-list
   */
  query(input: ImInput<QueryProfilesDto>, options?: ImCallOptions): Promise<QueryProfilesResult> {
    return this.#client.execute(profileOperations.query, input, options);
  }

  /** Reads all pages of `query`, one after the other, as the loop asks for them. */
  queryAll(
    input: ImInput<QueryProfilesDto>,
    options?: ImPagesOptions<QueryProfilesDto>,
  ): ImPages<QueryProfilesDto, UserProfile> {
    return this.#client.pages(profileOperations.query, input, options);
  }
}
