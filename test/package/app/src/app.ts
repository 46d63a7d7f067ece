import { Injectable, Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import {
  ImCallback,
  ImEvent,
  ImModule,
  ImUserService,
  OnImEvent,
  type UserOnlineStatus,
} from 'nestjs-rongcloud-im';
import { imConfig } from 'nestjs-rongcloud-im/config';
import { type ImEmulator } from 'nestjs-rongcloud-im/testing';

@Injectable()
export class Accounts {
  constructor(readonly users: ImUserService) {}
}

@ImCallback('im/callbacks')
export class Callbacks {
  readonly seen: string[] = [];

  @OnImEvent('user-online-status')
  presence(@ImEvent() changes: UserOnlineStatus[]): void {
    this.seen.push(...changes.map(({ userId }) => userId));
  }
}

@Module({
  imports: [ConfigModule.forRoot(), ImModule.forRootAsync(imConfig.asProvider())],
  controllers: [Callbacks],
  providers: [Accounts],
})
export class AppModule {}

/** Configures the app as a deployment does: by the environment. */
export function useEmulator({ moduleOptions, endpoints }: ImEmulator): void {
  process.env['IM_APP_KEY'] = moduleOptions.appKey;
  process.env['IM_APP_SECRET'] = moduleOptions.appSecret;
  process.env['IM_ENDPOINTS'] = endpoints.join(',');
}
