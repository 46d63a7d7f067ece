// Compiled by `npm run types` and never run: what must compile, and what must not.
import { ConfigService } from '@nestjs/config';
import { expectTypeOf } from 'expect-type';
import { imConfig } from '../../lib/config/index.js';
import {
  ImModule,
  messageOperations,
  textMessage,
  userOperations,
  type ImClient,
  type ImMessageService,
  type ImModuleOptions,
  type ImUserService,
  type RegisterUserResult,
  type SendPrivateMessageResult,
} from '../../lib/index.js';

declare const users: ImUserService;
declare const messages: ImMessageService;
declare const client: ImClient;

const app = { appKey: 'k', appSecret: 's' };

// Options
ImModule.forRoot({ ...app, dataCenter: 'bj' });
ImModule.forRoot({ ...app, endpoints: ['https://a'], name: 'eu', isGlobal: true });
ImModule.forRootAsync(imConfig.asProvider());
ImModule.forRootAsync({
  name: 'eu',
  inject: [ConfigService],
  useFactory: (config: ConfigService): ImModuleOptions => ({
    appKey: config.getOrThrow('KEY'),
    appSecret: () => Promise.resolve('s'),
    dataCenter: 'na',
  }),
});
// @ts-expect-error neither a data centre nor endpoints
ImModule.forRoot(app);
// @ts-expect-error both a data centre and endpoints
ImModule.forRoot({ ...app, dataCenter: 'bj', endpoints: ['https://a'] });
// @ts-expect-error no such data centre
ImModule.forRoot({ ...app, dataCenter: 'mars' });
// @ts-expect-error verification has no switch
ImModule.forRoot({ ...app, dataCenter: 'bj', callbacks: { verify: false } });

// Inputs and results
expectTypeOf(users.register({ userId: 'a', name: 'A' })).toEqualTypeOf<
  Promise<RegisterUserResult>
>();
expectTypeOf(users.block({ userId: ['a'], minute: 1 })).toEqualTypeOf<Promise<void>>();
users.register({ userId: 'a', name: 'A', portraitUri: undefined });
messages.sendPrivate({ fromUserId: 'a', toUserId: ['b'], ...textMessage({ content: 'x' }) });
// @ts-expect-error `name` is required
users.register({ userId: 'a' });
// @ts-expect-error no such field
users.register({ userId: 'a', name: 'A', nick: 'x' });
const message = { fromUserId: 'a', toUserId: ['b'], objectName: 'app:x', content: {} };
messages.sendPrivate({ ...message, isCounted: false });
// @ts-expect-error flags are booleans
messages.sendPrivate({ ...message, isCounted: 1 });
// @ts-expect-error a text message has a text
textMessage({});

// Iterators and parts
expectTypeOf(users.blacklist.queryAll({ userId: 'a' })).toExtend<AsyncIterable<string>>();
const parts = client.inParts(messageOperations.sendPrivate, {
  fromUserId: 'a',
  toUserId: new Set(['b']),
  ...textMessage({ content: 'x' }),
});
for await (const part of parts) {
  if ('result' in part) expectTypeOf(part.result).toEqualTypeOf<SendPrivateMessageResult>();
}
// @ts-expect-error an operation without pages
client.pages(userOperations.get, { userId: 'a' });
