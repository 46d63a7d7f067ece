import {
  ChoiceField,
  FlagField,
  ObjectField,
  ObjectListField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';
import {
  FcmNotification,
  HonorNotification,
  HuaweiNotification,
  OhosNotification,
  OppoNotification,
  VivoNotification,
  XiaomiNotification,
} from '../../push/dto/notification.fields.js';

/** Settings for iOS. */
export class ApnsPushConfig {
  /** Notifications of one thread are shown together. */
  @TextField({ optional: true })
  'thread-id'?: string | undefined;

  /** A later notification of the same id replaces this one. */
  @TextField({ optional: true })
  'apns-collapse-id'?: string | undefined;

  /** Address of a picture or film, for rich notifications. */
  @TextField({ optional: true })
  richMediaUri?: string | undefined;

  /** How urgent it is, from iOS 15 on. */
  @ChoiceField(['passive', 'active', 'time-sensitive', 'critical'], { optional: true })
  'interruption-level'?: 'passive' | 'active' | 'time-sensitive' | 'critical' | undefined;
}

/** Settings of one push vendor; the names differ from those of `push.send`. */
export class PushConfig {
  /** Huawei. */
  @ObjectField(HuaweiNotification, { optional: true })
  HW?: ImInput<HuaweiNotification> | undefined;

  /** Honor. */
  @ObjectField(HonorNotification, { optional: true })
  HONOR?: ImInput<HonorNotification> | undefined;

  /** Xiaomi. */
  @ObjectField(XiaomiNotification, { optional: true })
  MI?: ImInput<XiaomiNotification> | undefined;

  /** OPPO. */
  @ObjectField(OppoNotification, { optional: true })
  OPPO?: ImInput<OppoNotification> | undefined;

  /** vivo. */
  @ObjectField(VivoNotification, { optional: true })
  VIVO?: ImInput<VivoNotification> | undefined;

  /** iOS. */
  @ObjectField(ApnsPushConfig, { optional: true })
  APNs?: ImInput<ApnsPushConfig> | undefined;

  /** Firebase Cloud Messaging. */
  @ObjectField(FcmNotification, { optional: true })
  FCM?: ImInput<FcmNotification> | undefined;

  /** HarmonyOS. */
  @ObjectField(OhosNotification, { optional: true })
  OHOS?: ImInput<OhosNotification> | undefined;
}

/** Look of the push notification of a message. */
export class PushExt {
  /** Title, at most 50 characters. By default the sender's name, in groups the group's. */
  @TextField({ maxLength: 50, optional: true })
  title?: string | undefined;

  /** A template of the console, for texts in the user's language. */
  @TextField({ optional: true })
  templateId?: string | undefined;

  /** Show the text also to users who hide the details of notifications. Default false. */
  @FlagField('number', { optional: true })
  forceShowPushContent?: boolean | undefined;

  /** Settings of push vendors, one vendor in each. */
  @ObjectListField(PushConfig, { optional: true })
  pushConfigs?: readonly ImInput<PushConfig>[] | undefined;
}
