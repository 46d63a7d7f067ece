import { IdField, TextListField } from '../../client/input/field.decorators.js';

/** Input of `users.tags.set`. */
export class SetUserTagsDto {
  /** Id of the user. */
  @IdField()
  userId!: string;

  /** All tags of the user: at most 20, each of at most 40 bytes; an empty list clears them. */
  @TextListField({ minItems: 0, maxItems: 20, maxBytes: 40 })
  tags!: readonly string[];
}
