import {
  FlagField,
  IdListField,
  IntegerField,
  MapField,
  ObjectField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import { ExtraContent, MentionedInfo, SenderContent } from './content.fields.js';

/** Content of a notice between messages, `RC:InfoNtf`. */
export class InformationNotificationContent extends ExtraContent {
  /** The text. */
  @TextField()
  message!: string;
}

/** Content of a notice that a profile has changed, `RC:ProfileNtf`. */
export class ProfileNotificationContent extends ExtraContent {
  /** What happened, a name of your own. */
  @TextField()
  operation!: string;

  /** Data of the operation; builders take an object too. */
  @TextField()
  data!: string;
}

/** Content of a notice about a contact, `RC:ContactNtf`. */
export class ContactNotificationContent extends ExtraContent {
  /** What happened, such as a request, its acceptance or refusal. */
  @TextField()
  operation!: string;

  /** Who asked. */
  @TextField()
  sourceUserId!: string;

  /** Who was asked. */
  @TextField()
  targetUserId!: string;

  /** The text. */
  @TextField()
  message!: string;
}

/** Content of a notice about a group, `RC:GrpNtf`. */
export class GroupNotificationContent extends ExtraContent {
  /** Who did it. */
  @TextField()
  operatorUserId!: string;

  /** What happened, a name of your own or of the vendor's clients. */
  @TextField()
  operation!: string;

  /** Data of the operation; builders take an object too. */
  @TextField()
  data!: string;

  /** The text. */
  @TextField()
  message!: string;

  /** Whom it mentions; the send needs `isMentioned` too. */
  @ObjectField(MentionedInfo, { optional: true })
  mentionedInfo?: ImInput<MentionedInfo> | undefined;
}

/** Content of a command, `RC:CmdMsg` and `RC:CmdNtf`. */
export class CommandContent extends SenderContent {
  /** Name of the command. */
  @TextField()
  name!: string;

  /** Data of the command; builders take an object too. */
  @TextField()
  data!: string;
}

/** Content of a read receipt, `RC:ReadNtf`. */
export class ReadReceiptContent {
  /** When the last message that was read had been sent, Unix time in milliseconds. */
  @IntegerField()
  lastMessageSendTime!: number;

  /** Id of that message. */
  @TextField({ optional: true })
  messageUId?: string | undefined;

  /** Kind of conversation; only 1, one-to-one, is known. */
  @IntegerField()
  type!: number;
}

/** Content of a typing status, `RC:TypSts`. */
export class TypingStatusContent {
  /** Type of the message that is being written, such as `RC:TxtMsg`. */
  @TextField()
  typingContentType!: string;
}

/** Content for clients of Flutter, React Native, Unity and uni-app: `RC:IW…`. */
export class WrapperMessageContent {
  /** Name of your own type. */
  @TextField()
  msgType!: string;

  /** Its fields. */
  @MapField()
  msgFields!: Readonly<Record<string, string>>;
}

/** Content of the command that recalls a message, `RC:RcCmd`. */
export class RecallCommandContent extends ExtraContent {
  @TextField()
  messageUId!: string;

  @TextField()
  targetId!: string;

  @TextField()
  channelId!: string;

  @IntegerField()
  sentTime!: number;

  @IntegerField()
  conversationType!: number;

  @FlagField('boolean')
  isAdmin!: boolean;

  @FlagField('boolean')
  isDelete!: boolean;

  @IdListField({ optional: true })
  directionalUserIdList?: readonly string[] | undefined;

  @TextField({ optional: true })
  originalFromUserId?: string | undefined;
}

/** Content of the notice that a message was recalled, `RC:RcNtf`. */
export class RecallNotificationContent extends ExtraContent {
  @TextField({ optional: true })
  operatorId?: string | undefined;

  /** When the recalled message had been sent, Unix time in milliseconds. */
  @IntegerField()
  recallTime!: number;

  @TextField()
  originalObjectName!: string;

  @MapField({ optional: true })
  originalMessageContent?: Readonly<Record<string, unknown>> | undefined;

  @TextField({ optional: true })
  recallContent?: string | undefined;

  /** When it was recalled, Unix time in milliseconds. */
  @IntegerField({ optional: true })
  recallActionTime?: number | undefined;

  @FlagField('boolean')
  admin!: boolean;

  @FlagField('boolean')
  delete!: boolean;
}

/** Content of the notice that an entry of a chatroom has changed, `RC:chrmKVNotiMsg`. */
export class ChatroomEntryNotificationContent {
  /** What was done to the entry, in the clients' numbers. */
  @IntegerField()
  type!: number;

  @TextField()
  key!: string;

  @TextField({ optional: true })
  value?: string | undefined;

  /** Free data. */
  @TextField({ optional: true })
  extra?: string | undefined;
}
