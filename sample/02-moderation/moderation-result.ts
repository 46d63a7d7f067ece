import { randomUUID } from 'node:crypto';
import { sign } from 'nestjs-rongcloud-im';
import type { ImEmulatorMessage, ImEmulatorModuleOptions } from 'nestjs-rongcloud-im/testing';

/** Tells an app server what the platform's moderation has decided about a message; returns the status of the answer. */
export async function tellResult(
  url: string,
  { appKey, appSecret }: ImEmulatorModuleOptions,
  message: ImEmulatorMessage,
  result: 10000 | 10001,
): Promise<number> {
  const { messageUID: msgUID, fromUserId, toUserId, channelType, objectName } = message;
  const content = JSON.stringify({
    appKey,
    fromUserId,
    targetId: toUserId,
    conversationType: channelType,
    objectName,
    message: message.content,
    messageTime: message.timestamp,
    messageId: msgUID,
  });
  const parts = { nonce: randomUUID(), timestamp: String(Date.now()) };
  const response = await fetch(`${url}/moderation-result`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'app-key': appKey,
      ...parts,
      signature: sign(appSecret, parts),
    },
    body: JSON.stringify({ result, content, msgUID, serviceProvider: 'demo', resultDetail: '{}' }),
  });
  return response.status;
}
