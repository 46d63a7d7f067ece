import { ChoiceField, FlagField, IdField } from '../../client/input/field.decorators.js';

/** Input of `conversations.setTop`. */
export class SetConversationTopDto {
  /** User whose conversation it is. */
  @IdField()
  userId!: string;

  /** 1 one-to-one, 3 group, 6 system. */
  @ChoiceField([1, 3, 6])
  conversationType!: 1 | 3 | 6;

  /** The other user, the group, or the id that system messages come from. */
  @IdField()
  targetId!: string;

  /** True puts the conversation on top, false takes it away from there. */
  @FlagField('boolean')
  setTop!: boolean;
}

/** Input of `conversations.getAttributes`. */
export class GetConversationAttributesDto {
  /** User whose conversation it is. */
  @IdField()
  userId!: string;

  /** The other user, the group, or the id that system messages come from. */
  @IdField()
  targetId!: string;

  /** 1 one-to-one, 3 group, 6 system. */
  @ChoiceField([1, 3, 6])
  conversationType!: 1 | 3 | 6;
}
