import { ImEmulator } from 'nestjs-rongcloud-im/testing';
import { APP_KEY, APP_SECRET } from '../client/request.js';
import { serveUnderLoad } from '../measure/serve-under-load.js';

serveUnderLoad(async () => {
  const emulator = await ImEmulator.start({
    appKey: APP_KEY,
    appSecret: APP_SECRET,
    rateLimits: false,
    developmentUserLimit: Number.MAX_SAFE_INTEGER,
  });
  return Number(new URL(emulator.url).port);
});
