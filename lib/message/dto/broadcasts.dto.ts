import {
  ChoiceField,
  FlagField,
  IntegerField,
  TextField,
  JsonFieldsField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import { MessageFields } from './message.fields.js';
import { PushExt } from './push-ext.fields.js';

/** Input of `messages.broadcastOnline`. */
export class BroadcastOnlineDto extends MessageFields {
  /** Do not show it as the last message of the conversation. Default false. */
  @FlagField('boolean', { optional: true })
  disableUpdateLastMsg?: boolean | undefined;

  /** Refuses a second message of the same number within a minute, once support has enabled it. */
  @IntegerField({ optional: true })
  msgRandom?: number | undefined;
}

/** Input of `messages.broadcast`. */
export class BroadcastDto extends BroadcastOnlineDto {
  /** Text of the push notification; types of your own send none without it. */
  @TextField({ optional: true })
  pushContent?: string | undefined;

  /** Free data that travels with the push notification. */
  @TextField({ optional: true })
  pushData?: string | undefined;

  /** Look of the push notification, and settings of each push vendor. */
  @JsonFieldsField(PushExt, { optional: true })
  pushExt?: ImInput<PushExt> | undefined;

  /** Wake the iOS app in the background. Default false. */
  @FlagField('number', { optional: true })
  contentAvailable?: boolean | undefined;

  /** Push to this platform alone. An old field that some SDKs have. */
  @ChoiceField(['iOS', 'Android'], { optional: true })
  os?: 'iOS' | 'Android' | undefined;
}
