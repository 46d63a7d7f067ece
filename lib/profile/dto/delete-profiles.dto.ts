import { IdListField } from '../../client/input/field.decorators.js';

/** Input of `profiles.delete`. */
export class DeleteProfilesDto {
  /** Users whose profiles are emptied: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];
}
