import {
  ChoiceField,
  FlagField,
  IntegerField,
  MapField,
  ObjectField,
  TextField,
} from '../../client/input/field.decorators.js';
import type { ImInput } from '../../client/operation.js';

/** What all platforms have. */
abstract class PlatformFields {
  /** Text on this platform, in place of the common one. */
  @TextField({ optional: true })
  alert?: string | undefined;

  /** Free data for the app. */
  @MapField({ optional: true })
  extras?: Readonly<Record<string, string>> | undefined;
}

/** The notification on iOS. */
export class IosNotification extends PlatformFields {
  /** Title, from iOS 8.2 on. */
  @TextField({ optional: true })
  title?: string | undefined;

  /** Wake the app without a notification. */
  @FlagField('number', { optional: true })
  contentAvailable?: boolean | undefined;

  /** Badge; 0 and less remove it, absent it stays. */
  @IntegerField({ optional: true })
  badge?: number | undefined;

  /** Notifications of one thread are shown together. */
  @TextField({ optional: true })
  'thread-id'?: string | undefined;

  /** A later notification of the same id replaces this one. */
  @TextField({ optional: true })
  'apns-collapse-id'?: string | undefined;

  /** Kind of your own, for rich notifications. */
  @TextField({ optional: true })
  category?: string | undefined;

  /** Address of a picture or film, for rich notifications. */
  @TextField({ optional: true })
  richMediaUri?: string | undefined;

  /** How urgent it is, from iOS 15 on. */
  @ChoiceField(['passive', 'active', 'time-sensitive', 'critical'], { optional: true })
  'interruption-level'?: 'passive' | 'active' | 'time-sensitive' | 'critical' | undefined;
}

/** Settings for Huawei. */
export class HuaweiNotification {
  /** Channel of the notification. */
  @TextField({ optional: true })
  channelId?: string | undefined;

  /** `NORMAL` for service and communication, `LOW` for marketing. */
  @ChoiceField(['NORMAL', 'LOW'], { optional: true })
  importance?: 'NORMAL' | 'LOW' | undefined;

  /** Address of a picture. */
  @TextField({ optional: true })
  image?: string | undefined;

  /** The vendor's category. */
  @TextField({ optional: true })
  category?: string | undefined;
}

/** Settings for Honor. */
export class HonorNotification {
  /** `NORMAL` for service and communication, `LOW` for marketing. */
  @ChoiceField(['NORMAL', 'LOW'], { optional: true })
  importance?: 'NORMAL' | 'LOW' | undefined;

  /** Address of a picture. */
  @TextField({ optional: true })
  image?: string | undefined;
}

/** Settings for Xiaomi. */
export class XiaomiNotification {
  /** Channel of the notification. */
  @TextField({ optional: true })
  channelId?: string | undefined;

  /** Address of a large icon. */
  @TextField({ optional: true })
  large_icon_uri?: string | undefined;
}

/** Settings for OPPO. */
export class OppoNotification {
  /** Channel of the notification. */
  @TextField({ optional: true })
  channelId?: string | undefined;

  /** The vendor's category. */
  @TextField({ optional: true })
  category?: string | undefined;

  /** How it draws attention, in the vendor's numbers. */
  @TextField({ optional: true })
  notify_level?: string | undefined;
}

/** Settings for vivo. */
export class VivoNotification {
  /** `0` for marketing, `1` for service and communication. */
  @TextField({ optional: true })
  classification?: string | undefined;

  /** The vendor's category. */
  @TextField({ optional: true })
  category?: string | undefined;
}

/** Settings for Firebase Cloud Messaging. */
export class FcmNotification {
  /** Channel of the notification. */
  @TextField({ optional: true })
  channelId?: string | undefined;

  /** A later notification of the same key replaces this one. */
  @TextField({ optional: true })
  collapse_key?: string | undefined;

  /** Address of a picture. */
  @TextField({ optional: true })
  imageUrl?: string | undefined;
}

/** The notification on Android. */
export class AndroidNotification extends PlatformFields {
  /** Huawei. */
  @ObjectField(HuaweiNotification, { optional: true })
  hw?: ImInput<HuaweiNotification> | undefined;

  /** Honor. */
  @ObjectField(HonorNotification, { optional: true })
  honor?: ImInput<HonorNotification> | undefined;

  /** Xiaomi. */
  @ObjectField(XiaomiNotification, { optional: true })
  mi?: ImInput<XiaomiNotification> | undefined;

  /** OPPO. */
  @ObjectField(OppoNotification, { optional: true })
  oppo?: ImInput<OppoNotification> | undefined;

  /** vivo. */
  @ObjectField(VivoNotification, { optional: true })
  vivo?: ImInput<VivoNotification> | undefined;

  /** Firebase Cloud Messaging. */
  @ObjectField(FcmNotification, { optional: true })
  fcm?: ImInput<FcmNotification> | undefined;
}

/** Settings for HarmonyOS. */
export class OhosNotification {
  /** Address of an icon, https. */
  @TextField({ optional: true })
  image?: string | undefined;

  /** The vendor's category. */
  @TextField({ optional: true })
  category?: string | undefined;
}

/** The notification on HarmonyOS. */
export class HarmonyOsNotification extends PlatformFields {
  /** Settings of the platform. */
  @ObjectField(OhosNotification, { optional: true })
  ohos?: ImInput<OhosNotification> | undefined;
}

/** What all notifications have. */
abstract class NotificationFields {
  /** Title, at most 50 characters. */
  @TextField({ maxLength: 50, optional: true })
  title?: string | undefined;

  /** What differs on iOS. */
  @ObjectField(IosNotification, { optional: true })
  ios?: ImInput<IosNotification> | undefined;

  /** What differs on Android. */
  @ObjectField(AndroidNotification, { optional: true })
  android?: ImInput<AndroidNotification> | undefined;

  /** What differs on HarmonyOS. */
  @ObjectField(HarmonyOsNotification, { optional: true })
  harmonyOS?: ImInput<HarmonyOsNotification> | undefined;
}

/** A notification to an audience. */
export class PushNotification extends NotificationFields {
  /** The text. */
  @TextField()
  alert!: string;

  /** Show the text also to users who hide the details of notifications. Default false. */
  @FlagField('number', { optional: true })
  forceShowPushContent?: boolean | undefined;
}

/** A notification to listed users. */
export class UserPushNotification extends NotificationFields {
  /** The text. */
  @TextField()
  pushContent!: string;
}
