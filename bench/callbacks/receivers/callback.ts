import { ImCallback, ImEvent, OnImEvent, type UserOnlineStatus } from 'nestjs-rongcloud-im';
import { EVENT, PATH } from '../signed-callback.js';

@ImCallback(PATH)
class Callbacks {
  @OnImEvent(EVENT)
  receive(@ImEvent() [change]: UserOnlineStatus[]): void {
    if (change === undefined) throw new TypeError('The body was not parsed.');
  }
}

export const controller = Callbacks;
export { imports } from './package.module.js';
