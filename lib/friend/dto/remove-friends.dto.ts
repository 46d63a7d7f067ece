import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `friends.remove`. */
export class RemoveFriendsDto {
  /** User whose friends are removed. */
  @IdField()
  userId!: string;

  /** Friends to remove: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  targetIds!: readonly string[];
}
