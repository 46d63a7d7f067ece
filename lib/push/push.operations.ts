import { operation } from '../client/operation.js';
import {
  SendCustomPushDto,
  SendPushDto,
  SendPushToUsersDto,
  SendPushWithMessageDto,
} from './dto/push.dto.js';
import type { SendPushResult, SendPushWithMessageResult } from './push.results.js';

/** The operations of `ImPushService`. */
export const pushOperations = {
  sendWithMessage: operation<SendPushWithMessageResult>()({
    name: 'push.sendWithMessage',
    path: '/push.json',
    encoding: 'json',
    input: SendPushWithMessageDto,
    rateLimit: { limit: 2, perSeconds: 3600 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/system/send-push-by-tag',
  }),
  send: operation<SendPushResult>()({
    name: 'push.send',
    path: '/push.json',
    encoding: 'json',
    input: SendPushDto,
    rateLimit: { limit: 2, perSeconds: 3600 },
    docs: 'https://docs.rongcloud.cn/platform-chat-api/system/send-push-to-all',
  }),
  sendToUsers: operation<SendPushResult>()({
    name: 'push.sendToUsers',
    path: '/push/user.json',
    encoding: 'json',
    input: SendPushToUsersDto,
    rateLimit: { limit: 100, perSeconds: 1, unit: 'targets' },
    targets: { field: 'userIds', max: 100 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/system/send-push-by-user',
  }),
  sendCustom: operation<SendPushResult>()({
    name: 'push.sendCustom',
    path: '/push/custom.json',
    encoding: 'json',
    input: SendCustomPushDto,
    docs: 'https://docs.rongcloud.cn/platform-chat-api/push/push-plus',
  }),
} as const;
