import { expectTypeOf } from 'expect-type';
import type { ImPushService, PushAudience } from '../../lib/index.js';

type PushInput = Parameters<ImPushService['send']>[0];
type Notification = PushInput['notification'];

// Audiences: everybody, listed users, or conditions of which there is at least one.
expectTypeOf<{ is_to_all: true }>().toExtend<PushAudience>();
expectTypeOf<{ is_to_all: false; userid: string[] }>().toExtend<PushAudience>();
expectTypeOf<{ is_to_all: false; tag: string[] }>().toExtend<PushAudience>();
expectTypeOf<{
  is_to_all: false;
  tag_or: string[];
  packageName: string;
}>().toExtend<PushAudience>();

// Nobody, or conditions that the service would ignore.
expectTypeOf<{ is_to_all: false }>().not.toExtend<PushAudience>();
expectTypeOf<{ is_to_all: true; tag: string[] }>().not.toExtend<PushAudience>();
expectTypeOf<{ is_to_all: true; userid: string[] }>().not.toExtend<PushAudience>();
expectTypeOf<{
  is_to_all: false;
  userid: string[];
  tag: string[];
}>().not.toExtend<PushAudience>();

// Settings of the push vendors have the names of the wire, and no others.
const notification: Notification = {
  alert: 'Snow tomorrow',
  ios: { 'thread-id': 'news', 'interruption-level': 'passive' },
  android: { hw: { importance: 'LOW' }, fcm: { collapse_key: 'news' } },
};
expectTypeOf(notification).toExtend<Notification>();
expectTypeOf<{ title: string }>().not.toExtend<Notification>();
expectTypeOf<{
  alert: string;
  ios: { 'interruption-level': 'loud' };
}>().not.toExtend<Notification>();
// @ts-expect-error The key of Huawei is `hw` here.
export const wrongVendor: Notification = { alert: 'Hi', android: { HW: { channelId: 'c' } } };
