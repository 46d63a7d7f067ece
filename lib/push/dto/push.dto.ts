import {
  ChoiceListField,
  FlagField,
  IdField,
  IdListField,
  JsonField,
  ObjectField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import {
  CustomPushAudienceFields,
  PushAudienceFields,
  type CustomPushAudience,
  type PushAudience,
} from './audience.fields.js';
import { PushNotification, UserPushNotification } from './notification.fields.js';

/** A platform of devices. */
export type PushPlatform = 'ios' | 'android';

/** What pushes to an audience have. */
abstract class AudiencePushFields {
  /** Platforms of the devices; needed even where listed users make it count for nothing. */
  @ChoiceListField(['ios', 'android'])
  platform!: readonly PushPlatform[];

  /** Text of the notification, and what differs on each platform. */
  @ObjectField(PushNotification)
  notification!: ImInput<PushNotification>;
}

/** A message that comes with a push, in a system conversation. */
export class PushedMessage {
  /** Message type, such as `RC:TxtMsg`, or one of your own of at most 32 characters. */
  @TextField({ maxLength: 32 })
  objectName!: string;

  /** Content, as an object; as a text for types of your own that are no JSON. At most 128 KB. */
  @JsonField({ maxBytes: 131_072, orText: true })
  content!: object | string;

  /** Do not show it as the last message of the conversation. Default false. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;
}

/** Input of `push.send`. */
export class SendPushDto extends AudiencePushFields {
  /** Whom it reaches. */
  @ObjectField(PushAudienceFields)
  audience!: PushAudience;
}

/** Input of `push.sendWithMessage`. */
export class SendPushWithMessageDto extends SendPushDto {
  /** Sender of the message. */
  @IdField()
  fromuserid!: string;

  /** The message. */
  @ObjectField(PushedMessage)
  message!: ImInput<PushedMessage>;
}

/** Input of `push.sendToUsers`. */
export class SendPushToUsersDto {
  /** Users: 1 to 100. */
  @IdListField({ maxItems: 100 })
  userIds!: readonly string[];

  /** Text of the notification, and what differs on each platform. */
  @ObjectField(UserPushNotification)
  notification!: ImInput<UserPushNotification>;
}

/** Input of `push.sendCustom`. */
export class SendCustomPushDto extends AudiencePushFields {
  /** Whom it reaches. */
  @ObjectField(CustomPushAudienceFields)
  audience!: CustomPushAudience;
}
