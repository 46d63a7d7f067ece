import {
  ChoiceField,
  FlagField,
  JsonField,
  JsonFieldsField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** What a hosted group shows of itself. */
export class HostedGroupProfile {
  /** Introduction, at most 512 characters. */
  @TextField({ maxLength: 512, optional: true })
  introduction?: string | undefined;

  /** Announcement, at most 1024 characters. */
  @TextField({ maxLength: 1024, optional: true })
  announcement?: string | undefined;

  /** Address of the avatar, at most 128 characters. */
  @TextField({ maxLength: 128, optional: true })
  portraitUrl?: string | undefined;
}

/** Who may do what in a hosted group. */
export class HostedGroupPermissions {
  /** Who lets users in: 0 the owner (default), 1 nobody needs to, 2 owner or administrators, 3 nobody may join. */
  @ChoiceField([0, 1, 2, 3], { optional: true })
  joinPerm?: 0 | 1 | 2 | 3 | undefined;

  /** Who may remove members: 0 the owner (default), 1 owner and administrators, 2 all. */
  @ChoiceField([0, 1, 2], { optional: true })
  removePerm?: 0 | 1 | 2 | undefined;

  /** Who may invite: 0 the owner (default), 1 owner and administrators, 2 all. */
  @ChoiceField([0, 1, 2], { optional: true })
  memInvitePerm?: 0 | 1 | 2 | undefined;

  /** Whether an invited user must agree: 0 no (default), 1 yes. */
  @ChoiceField([0, 1], { optional: true })
  invitePerm?: 0 | 1 | undefined;

  /** Who may change the group's profile: 0 the owner (default), 1 owner and administrators, 2 all. */
  @ChoiceField([0, 1, 2], { optional: true })
  profilePerm?: 0 | 1 | 2 | undefined;

  /**
   * Who may change the data of a member: 0 owner, administrators and the member (default), 1 owner and
   * the member, 2 the member alone.
   */
  @ChoiceField([0, 1, 2], { optional: true })
  memProfilePerm?: 0 | 1 | 2 | undefined;
}

/** What can be set of a hosted group at any time. */
export abstract class HostedGroupSettings {
  /** Who may do what. */
  @JsonFieldsField(HostedGroupPermissions, { optional: true })
  permissions?: ImInput<HostedGroupPermissions> | undefined;

  /** Fields of your own: at most 10, each key begins with `ext_` and has at most 32 characters, each value at most 256. */
  @JsonField({
    entries: { maxEntries: 10, keys: /^ext_/, maxKeyLength: 32, maxValueLength: 256 },
    optional: true,
  })
  groupExtProfile?: Readonly<Record<string, string>> | undefined;
}

/** What else ends when users leave a hosted group. */
export abstract class LeavingOptions {
  /** Their mutes end too. Default true. */
  @FlagField('number', { optional: true })
  isDelBan?: boolean | undefined;

  /** They come off the mute whitelist too. Default true. */
  @FlagField('number', { optional: true })
  isDelWhite?: boolean | undefined;

  /** Whom they follow, and who follows them, is forgotten too. Default true. */
  @FlagField('number', { optional: true })
  isDelFollowed?: boolean | undefined;
}
