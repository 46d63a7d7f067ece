import {
  ImCallback,
  ImEvent,
  ImModule,
  OnImEvent,
  type UserOnlineStatus,
} from 'nestjs-rongcloud-im';
import { APP_KEY, APP_SECRET } from '../../client/request.js';
import type { Receiver } from '../receivers.js';
import { EVENT, PATH } from '../signed-callback.js';

@ImCallback(PATH)
class Callbacks {
  @OnImEvent(EVENT)
  receive(@ImEvent() [change]: UserOnlineStatus[]): void {
    if (change === undefined) throw new TypeError('The body was not parsed.');
  }
}

export const controller = Callbacks;
export const imports: Receiver['imports'] = () => [
  ImModule.forRoot({ appKey: APP_KEY, appSecret: APP_SECRET, dataCenter: 'bj' }),
];
