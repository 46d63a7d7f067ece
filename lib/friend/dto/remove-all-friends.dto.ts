import { IdField } from '../../client/input/field.decorators.js';

/** Input of `friends.removeAll`. */
export class RemoveAllFriendsDto {
  /** User whose friends are all removed. */
  @IdField()
  userId!: string;
}
