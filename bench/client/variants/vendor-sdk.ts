import { createRequire } from 'node:module';
import { APP_KEY, APP_SECRET, user } from '../request.js';
import type { Call } from '../../measure/call-for.js';

/** What the bench uses of the SDK, which declares no types. */
type VendorSdk = (config: { appkey: string; secret: string; api: string }) => {
  User: { register(user: { id: string; name: string; portrait: string }): Promise<unknown> };
};

// From bench/dist/client/variants, where this is compiled to.
const requirePeer = createRequire(new URL('../../../peers/package.json', import.meta.url));

export function prepare(origin: string): Call {
  const createSdk = requirePeer('rongcloud-sdk') as VendorSdk;
  const { User } = createSdk({ appkey: APP_KEY, secret: APP_SECRET, api: origin });
  return async (index) => {
    const { userId, name, portraitUri } = user(index);
    const reply = await User.register({ id: userId, name, portrait: portraitUri });
    // It resolves with its errors.
    if (typeof reply !== 'object' || reply === null || Reflect.get(reply, 'code') !== 200) {
      throw new Error(`The call failed: ${JSON.stringify(reply)}`);
    }
    return reply;
  };
}
