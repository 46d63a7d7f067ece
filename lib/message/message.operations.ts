import { operation } from '../client/operation.js';
import { SendPrivateMessageDto } from './dto/send-private-message.dto.js';
import type { SendPrivateMessageResult } from './message.results.js';

/** The operations of `ImMessageService`. */
export const messageOperations = {
  sendPrivate: operation<SendPrivateMessageResult>()({
    name: 'message.sendPrivate',
    path: '/message/private/publish.json',
    encoding: 'form',
    input: SendPrivateMessageDto,
    rateLimit: { limit: 6000, perSeconds: 60, unit: 'targets' },
    targets: { field: 'toUserId', max: 1000 },
    docs: 'https://docs.rongcloud.io/platform-chat-api/message/send-private',
  }),
} as const;
