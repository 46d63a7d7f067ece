import { Body, Controller, HttpCode, Logger, Module, Post } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import {
  ImCallback,
  ImEvent,
  ImMessageService,
  ImModule,
  ImUserService,
  ImVerdict,
  OnImEvent,
  isMessage,
  textMessage,
  type PreMessage,
  type RoutedMessage,
  type UserOnlineStatus,
} from 'nestjs-rongcloud-im';
import { imConfig } from 'nestjs-rongcloud-im/config';

/** The way out: your clients ask your server, and your server asks RongCloud. */
@Controller()
class ChatController {
  constructor(
    private readonly users: ImUserService,
    private readonly messages: ImMessageService,
  ) {}

  /** Gives a client the token that it connects with. Check the user's password here. */
  @Post('login')
  @HttpCode(200)
  async login(@Body() { userId, name }: { userId: string; name: string }) {
    const { token } = await this.users.register({ userId, name });
    return { userId, token };
  }

  /** Sends a message in the name of a user. Check that the caller is this user here. */
  @Post('messages')
  async send(@Body() { from, to, text }: { from: string; to: string; text: string }) {
    const { messageUIDs } = await this.messages.sendPrivate({
      fromUserId: from,
      toUserId: [to],
      ...textMessage({ content: text }),
    });
    return { messageUIDs };
  }
}

/** The way in: RongCloud calls `POST /im/callbacks/<event>`, signed; what is forged never gets here. */
@ImCallback('im/callbacks')
class ChatCallbacks {
  private readonly logger = new Logger('Callbacks');

  /** Every message that was delivered. */
  @OnImEvent('message-routing')
  routed(@ImEvent() message: RoutedMessage) {
    const { fromUserId, toUserId, objectName } = message;
    const said = isMessage(message, textMessage) ? message.content.content : objectName;
    this.logger.log(`message-routing: ${fromUserId} → ${toUserId}: ${said}`);
  }

  /** Every device that comes or goes. */
  @OnImEvent('user-online-status')
  presence(@ImEvent() changes: UserOnlineStatus[]) {
    for (const { userId, status } of changes) {
      this.logger.log(`user-online-status: ${userId} is ${status === '0' ? 'online' : 'offline'}`);
    }
  }

  /** Every message before it is delivered: let it pass, block it or rewrite it. */
  @OnImEvent('pre-messaging', { onError: 'deliver' })
  moderate(@ImEvent() message: PreMessage): ImVerdict {
    if (!isMessage(message, textMessage)) return ImVerdict.deliver();
    const { content: text } = message.content;
    this.logger.log(`pre-messaging: ${message.fromUserId}: ${text}`);
    if (text.includes('idiot')) return ImVerdict.block({ extra: 'Please be kind.' });
    if (!text.includes('darn')) return ImVerdict.deliver();
    return ImVerdict.replace({
      content: { ...message.content, content: text.replaceAll('darn', '****') },
    });
  }
}

@Module({
  imports: [ConfigModule.forRoot(), ImModule.forRootAsync(imConfig.asProvider())],
  controllers: [ChatController, ChatCallbacks],
})
class AppModule {}

const app = await NestFactory.create(AppModule);
app.enableShutdownHooks();
await app.listen(process.env['PORT'] ?? 3000, '127.0.0.1');
new Logger('Quickstart').log(`The app listens at ${await app.getUrl()}`);
