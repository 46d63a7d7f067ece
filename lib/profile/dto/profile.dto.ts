import {
  ChoiceField,
  IdField,
  IdListField,
  IntegerField,
  JsonField,
  JsonFieldsField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/**
 * The standard fields of a hosted profile.
 *
 * The vendor's pages disagree on `name` (32 or 64 characters) and `portraitUri` (128 or 1024); the
 * larger limits of the newest page hold here.
 */
export class HostedProfile {
  /** A second id, unique in the app: at most 32 characters. Only servers can set it. */
  @TextField({ maxLength: 32, optional: true })
  uniqueId?: string | undefined;

  @TextField({ maxLength: 64, optional: true })
  name?: string | undefined;

  /** Address of the avatar: at most 1024 characters. */
  @TextField({ maxLength: 1024, optional: true })
  portraitUri?: string | undefined;

  /** At most 128 characters. */
  @TextField({ maxLength: 128, optional: true })
  email?: string | undefined;

  /** Free text of at most 32 characters. */
  @TextField({ maxLength: 32, optional: true })
  birthday?: string | undefined;

  /** 0 unknown, 1 male, 2 female. */
  @IntegerField({ min: 0, max: 2, optional: true })
  gender?: 0 | 1 | 2 | undefined;

  /** At most 32 characters. */
  @TextField({ maxLength: 32, optional: true })
  location?: string | undefined;

  /** 0 to 100; its meaning is yours. */
  @IntegerField({ min: 0, max: 100, optional: true })
  role?: number | undefined;

  /** 0 to 100; its meaning is yours. */
  @IntegerField({ min: 0, max: 100, optional: true })
  level?: number | undefined;
}

/** Input of `profiles.set`. */
export class SetProfileDto {
  /** Id of the user. */
  @IdField()
  userId!: string;

  /** Standard fields. Whether a field that is left out keeps its value is not documented. */
  @JsonFieldsField(HostedProfile, { optional: true })
  userProfile?: ImInput<HostedProfile> | undefined;

  /**
   * Fields of your own, to be added in the console first: at most 20, each key begins with `ext_`
   * and has at most 32 characters, each value at most 256.
   */
  @JsonField({
    entries: { maxEntries: 20, keys: /^ext_/, maxKeyLength: 32, maxValueLength: 256 },
    optional: true,
  })
  userExtProfile?: Readonly<Record<string, string>> | undefined;
}

/** Input of `profiles.delete`. */
export class DeleteProfilesDto {
  /** Users whose profiles are emptied: 1 to 20. */
  @IdListField({ maxItems: 20 })
  userId!: readonly string[];
}

/** Input of `profiles.get`. */
export class GetProfilesDto {
  /** Users to read: 1 to 100. */
  @IdListField({ maxItems: 100 })
  userId!: readonly string[];
}

/** Input of `profiles.query`. */
export class QueryProfilesDto {
  /** Page number, from 1. */
  @IntegerField({ min: 1, optional: true })
  page?: number | undefined;

  /** Users on a page: at most 100; default 20. */
  @IntegerField({ min: 1, max: 100, optional: true })
  size?: number | undefined;

  /** 0 (default) oldest registration first, 1 newest first. */
  @ChoiceField([0, 1], { optional: true })
  order?: 0 | 1 | undefined;
}
