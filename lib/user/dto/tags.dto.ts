import { IdField, IdListField, TextListField } from '../../client/input/field.decorators.js';

/** Input of `users.tags.set`. */
export class SetUserTagsDto {
  /** Id of the user. */
  @IdField()
  userId!: string;

  /** All tags of the user: at most 20, each of at most 40 bytes; an empty list clears them. */
  @TextListField({ minItems: 0, maxItems: 20, maxBytes: 40 })
  tags!: readonly string[];
}

/** Input of `users.tags.setForUsers`. */
export class SetTagsForUsersDto {
  /** Users to change: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  userIds!: readonly string[];

  /** All tags that each of them then has: at most 20, each of at most 40 bytes; an empty list clears them. */
  @TextListField({ minItems: 0, maxItems: 20, maxBytes: 40 })
  tags!: readonly string[];
}

/** Input of `users.tags.get`. */
export class GetTagsDto {
  /** Users to look up: 1 to 50. */
  @IdListField({ maxItems: 50 })
  userIds!: readonly string[];
}
