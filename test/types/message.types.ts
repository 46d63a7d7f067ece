import { expectTypeOf } from 'expect-type';
import {
  defineMessage,
  imageMessage,
  isMessage,
  recallCommand,
  textMessage,
  type BotEvent,
  type ImMessageService,
  type ModerationResult,
  type PreMessage,
  type RoutedMessage,
} from '../../lib/index.js';

declare const messages: ImMessageService;
declare const event: RoutedMessage;
declare const waiting: PreMessage;
declare const moderated: ModerationResult;
declare const told: BotEvent;

// Builders
messages.sendGroup({ fromUserId: 'a', toGroupId: ['g'], ...textMessage({ content: 'Hi' }) });
textMessage({ content: 'Hi', extra: { order: 1 }, mentionedInfo: { type: 2, userIdList: ['b'] } });
expectTypeOf(textMessage({ content: 'Hi' }).objectName).toEqualTypeOf<'RC:TxtMsg'>();
// @ts-expect-error the text is required
textMessage({});
// @ts-expect-error no such field
textMessage({ content: 'Hi', text: 'Hi' });
// @ts-expect-error 1 everybody or 2 listed users
textMessage({ content: 'Hi', mentionedInfo: { type: 3 } });
// @ts-expect-error the address of the image is required
imageMessage({ content: 'base64' });
// @ts-expect-error the service sends it, by `messages.recall`
recallCommand({});

// Types of one's own
class OrderContent {
  orderId!: string;
  note?: string | undefined;
}
const orderMessage = defineMessage('app:order', OrderContent);
expectTypeOf(orderMessage({ orderId: 'o' }).objectName).toEqualTypeOf<'app:order'>();
// @ts-expect-error `orderId` is required
orderMessage({ note: 'x' });

// Received messages
if (isMessage(event, textMessage)) {
  expectTypeOf(event.content.content).toEqualTypeOf<string>();
  expectTypeOf(event.content.extra).toEqualTypeOf<string | undefined>();
}
if (isMessage(waiting, orderMessage)) {
  expectTypeOf(waiting.content.orderId).toEqualTypeOf<string>();
}
if (isMessage(moderated, textMessage)) {
  expectTypeOf(moderated.content.content).toEqualTypeOf<string>();
}
if (isMessage(told, orderMessage)) {
  expectTypeOf(told.objectName).toEqualTypeOf<'app:order'>();
  expectTypeOf(told.content.orderId).toEqualTypeOf<string>();
}
if (isMessage(event, recallCommand)) {
  expectTypeOf(event.content.isAdmin).toEqualTypeOf<boolean>();
}

// Push options
const message = { fromUserId: 'a', toUserId: ['b'], ...textMessage({ content: 'Hi' }) };
messages.sendPrivate({
  ...message,
  pushExt: {
    title: 'Shop',
    forceShowPushContent: true,
    pushConfigs: [{ HW: { importance: 'LOW' } }, { APNs: { 'interruption-level': 'passive' } }],
  },
});
// @ts-expect-error the key of Huawei is `HW` here
messages.sendPrivate({ ...message, pushExt: { pushConfigs: [{ hw: { channelId: 'c' } }] } });
// @ts-expect-error no such importance
messages.sendPrivate({ ...message, pushExt: { pushConfigs: [{ HW: { importance: 'HIGH' } }] } });

// One for each recipient of a template
const template = { ...message, values: [{ '{name}': 'Bob' }], pushContent: ['Hi'] };
messages.sendPrivateTemplate({ ...template, pushExt: [{ title: 'Shop' }] });
messages.sendSystemTemplate({ ...template, pushExt: [{ pushConfigs: [{ FCM: {} }] }] });
// @ts-expect-error a list, one for each recipient
messages.sendPrivateTemplate({ ...template, pushExt: { title: 'Shop' } });
// @ts-expect-error no texts of JSON
messages.sendSystemTemplate({ ...template, pushExt: ['{"title":"Shop"}'] });
messages.sendPrivateTemplate({
  ...template,
  // @ts-expect-error no such importance
  pushExt: [{ pushConfigs: [{ HW: { importance: 'HIGH' } }] }],
});
