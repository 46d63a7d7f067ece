import { operation } from '../client/operation.js';
import type { ImResult } from '../client/result.js';
import { SetProfileDto } from './dto/set-profile.dto.js';

/** The operations of `ImProfileService`. */
export const profileOperations = {
  set: operation<ImResult>()({
    name: 'profile.set',
    path: '/user/profile/set.json',
    encoding: 'form',
    input: SetProfileDto,
    idempotent: true,
    rateLimit: { limit: 100, perSeconds: 1 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/user/user-profiles/set-user-profiles',
  }),
} as const;
