import {
  ChoiceField,
  IdListField,
  ObjectField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** Whom a message in a group mentions. */
export class MentionedInfo {
  /** 1 everybody, 2 the users of `userIdList`. */
  @ChoiceField([1, 2])
  type!: 1 | 2;

  /** The users, for type 2. */
  @IdListField({ optional: true })
  userIdList?: readonly string[] | undefined;

  /** Text of the push notification for the mention; it wins over every other. */
  @TextField({ optional: true })
  mentionedContent?: string | undefined;
}

/** Data on the sender that a message carries with it; advised in rooms of live streams only. */
export class MessageUser {
  @TextField({ optional: true })
  id?: string | undefined;

  @TextField({ optional: true })
  name?: string | undefined;

  /** Address of the avatar. */
  @TextField({ optional: true })
  portrait?: string | undefined;

  /** Free data. */
  @TextField({ optional: true })
  extra?: string | undefined;
}

/** How the vendor's moderation treats a message. */
export class MessageAudit {
  /** 1 review (default), 0 skip. */
  @ChoiceField([0, 1], { optional: true })
  auditType?: 0 | 1 | undefined;

  @TextField({ optional: true })
  project?: string | undefined;

  @TextField({ optional: true })
  strategy?: string | undefined;
}

/** Contents that can tell of their sender. */
export abstract class SenderContent {
  /** Data on the sender. */
  @ObjectField(MessageUser, { optional: true })
  user?: ImInput<MessageUser> | undefined;
}

/** Contents with free data. */
export abstract class ExtraContent extends SenderContent {
  /** Free data for the receiving clients; builders take an object too. */
  @TextField({ optional: true })
  extra?: string | undefined;
}

/** Contents that can mention members of a group. */
export abstract class MentionContent extends ExtraContent {
  /** Whom it mentions; the send needs `isMentioned` too. */
  @ObjectField(MentionedInfo, { optional: true })
  mentionedInfo?: ImInput<MentionedInfo> | undefined;
}

/** Contents that the vendor's moderation may look at. */
export abstract class AuditedContent extends MentionContent {
  /** How moderation treats it. */
  @ObjectField(MessageAudit, { optional: true })
  audit?: ImInput<MessageAudit> | undefined;
}
