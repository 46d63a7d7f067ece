import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `friends.getPermission`. */
export class GetFriendPermissionDto {
  /** Users to look up: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  userIds!: readonly string[];
}
