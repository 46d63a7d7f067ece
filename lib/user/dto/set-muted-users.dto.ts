import { ChoiceField, FlagField, IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.setMuted`. */
export class SetMutedUsersDto {
  /** Users to change: 1 to 1000. */
  @IdListField({ maxItems: 1000 })
  userId!: readonly string[];

  /** True mutes, false unmutes. */
  @FlagField('number')
  state!: boolean;

  /** Kind of conversation; there is only one-to-one. */
  @ChoiceField(['PERSON'])
  type!: 'PERSON';
}
