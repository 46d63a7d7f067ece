import { IdField, TextField } from '../../client/input/field.decorators.js';

/** Input of `users.update`. */
export class UpdateUserDto {
  /** Id of the user. */
  @IdField()
  userId!: string;

  /** New display name, at most 64 characters; absent leaves the old one. */
  @TextField({ maxLength: 64, optional: true })
  name?: string | undefined;

  /** New address of the avatar, at most 1024 bytes; absent leaves the old one. */
  @TextField({ maxBytes: 1024, optional: true })
  portraitUri?: string | undefined;
}
