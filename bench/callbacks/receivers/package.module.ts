import { ImModule } from 'nestjs-rongcloud-im';
import { APP_KEY, APP_SECRET } from '../../client/request.js';
import type { Receiver } from '../receivers.js';

/** An application with this package, whether the controller that is measured uses it or not. */
export const imports: Receiver['imports'] = () => [
  ImModule.forRoot({ appKey: APP_KEY, appSecret: APP_SECRET, dataCenter: 'bj' }),
];
