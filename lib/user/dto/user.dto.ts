import {
  ChoiceField,
  IdField,
  IdListField,
  InstantField,
  IntegerField,
  TextField,
} from '../../client/input/field.decorators.js';

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

/** Input of `users.expireTokens`. */
export class ExpireTokensDto {
  /** Users whose tokens end: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];

  /** Tokens issued before this instant stop working. */
  @InstantField()
  time!: Date | number;
}

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

/** Input of `users.get`. */
export class GetUserDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}

/** Input of `users.queryTestUsers`. */
export class QueryTestUsersDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Users on a page: at most 100; default 20. */
  @IntegerField({ min: 1, max: 100, optional: true })
  pageSize?: number | undefined;

  /** 0 (default) oldest registration first, 1 newest first. */
  @ChoiceField([0, 1], { optional: true })
  order?: 0 | 1 | undefined;
}

/** Input of `users.deleteTestUsers`. */
export class DeleteTestUsersDto {
  /** Users to delete: 1 to 100. */
  @IdListField({ maxItems: 100 })
  userId!: readonly string[];
}

/** Input of `users.checkOnline`. */
export class CheckOnlineDto {
  /** Id of the user. */
  @IdField()
  userId!: string;
}

/** Input of `users.queryGroups`. */
export class QueryGroupsOfUserDto {
  /** Id of the user. */
  @IdField()
  userId!: string;

  /** Page number, from 1. Absent or 0: the first 5000 groups, not paged. */
  @IntegerField({ min: 0, optional: true })
  page?: number | undefined;

  /** Groups on a page: at most 1000; default 50. */
  @IntegerField({ min: 1, max: 1000, optional: true })
  size?: number | undefined;
}
