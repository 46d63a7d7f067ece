import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `profiles.get`. */
export class GetProfilesDto {
  /** Users to read: 1 to 100. */
  @IdListField({ maxItems: 100 })
  userId!: readonly string[];
}
