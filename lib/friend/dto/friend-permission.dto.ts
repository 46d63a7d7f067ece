import { ChoiceField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `friends.setPermission`. */
export class SetFriendPermissionDto {
  /** Users to change: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  userIds!: readonly string[];

  /** Who may add them: 1 anybody, 2 whom they approve, 3 nobody. */
  @ChoiceField([1, 2, 3])
  permissionType!: 1 | 2 | 3;
}

/** Input of `friends.getPermission`. */
export class GetFriendPermissionDto {
  /** Users to look up: 1 to 100, none with a comma in its id. */
  @IdListField({ maxItems: 100, style: 'comma' })
  userIds!: readonly string[];
}
