import { IdField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `friends.check`. */
export class CheckFriendsDto {
  /** User to check from. */
  @IdField()
  userId!: string;

  /** Users to check: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  targetIds!: readonly string[];
}
