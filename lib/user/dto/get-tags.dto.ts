import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `users.tags.get`. */
export class GetTagsDto {
  /** Users to look up: 1 to 50. */
  @IdListField({ maxItems: 50 })
  userIds!: readonly string[];
}
