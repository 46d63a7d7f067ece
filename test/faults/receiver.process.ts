// The HTTP process of a fault test: it receives callbacks and leaves their events to the workers.
import { ImModule } from '../../lib/im.module.js';
import { startCallbackApp } from '../support/callback-app.js';
import { CALLBACK_PATH } from '../support/callback-controller.js';
import { begun, moduleOptions, RecordedCallbacks, redis } from './recorded-callbacks.js';

await begun();
const { url } = await startCallbackApp('fastify', {
  imports: [ImModule.forRoot(moduleOptions(false))],
  controllers: [RecordedCallbacks],
});
const tellThatItServes = (): void => void process.send?.(`${url}/${CALLBACK_PATH}`);
redis.on('ready', tellThatItServes);
if (redis.status === 'ready') tellThatItServes();
