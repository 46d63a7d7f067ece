import {
  FlagField,
  IdField,
  IntegerField,
  JsonField,
  TextField,
  JsonFieldsField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import { PushExt } from '../../message/dto/push-ext.fields.js';

/**
 * A message that the service sends into the group as part of a call: who joined, who left. Two of the
 * vendor's SDKs know these fields, no page does. With a message, a repeated call sends it again.
 */
export class BoundMessageDto {
  /** Sends the message; without it the other fields have no effect. */
  @FlagField('boolean', { optional: true })
  bindNotifyMsg?: boolean | undefined;

  /** Sender; needed for the message. */
  @IdField({ optional: true })
  fromUserId?: string | undefined;

  /** Message type, such as `RC:GrpNtf`; needed for the message. */
  @TextField({ optional: true })
  objectName?: string | undefined;

  /** Content, as an object; as a text for types of your own that are no JSON. Needed for the message. */
  @JsonField({ orText: true, optional: true })
  content?: object | string | undefined;

  /** Text of the push notification. */
  @TextField({ optional: true })
  pushContent?: string | undefined;

  /** Free data that travels with the push notification. */
  @TextField({ optional: true })
  pushData?: string | undefined;

  /** Look of the push notification, and settings of each push vendor. */
  @JsonFieldsField(PushExt, { optional: true })
  pushExt?: ImInput<PushExt> | undefined;

  /** Deliver to the sender's own clients too. Default false. */
  @FlagField('number', { optional: true })
  isIncludeSender?: boolean | undefined;

  /** Keep in the cloud history. Default false. */
  @FlagField('number', { optional: true })
  isPersisted?: boolean | undefined;

  /** Do not show it as the last message of the conversation. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;

  /** Most members that the group may have for this call to pass; it is not stored. */
  @IntegerField({ optional: true })
  maxMember?: number | undefined;
}
