import { IdField, TextField } from '../../client/input/field.decorators.js';

/** Input of `users.register`. */
export class RegisterUserDto {
  /** Id of the user in your application. */
  @IdField()
  userId!: string;

  /** Display name, for push notifications: at most 64 characters. */
  @TextField({ maxLength: 64 })
  name!: string;

  /** Address of the avatar, for push notifications: at most 1024 bytes. */
  @TextField({ maxBytes: 1024, optional: true })
  portraitUri?: string | undefined;
}
