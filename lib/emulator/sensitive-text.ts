import { isRecord } from './is-record.js';
import { parseJson } from './parse-json.js';
import type { ImEmulatorMessage } from './state/message.store.js';
import type { SensitiveWordStore } from './state/sensitive-word.store.js';

const TEXT_MESSAGE = 'RC:TxtMsg';
/** System messages are not among those that are documented to be looked at. */
const CHECKED_CONVERSATIONS: readonly string[] = ['PERSON', 'GROUP', 'TEMPGROUP', 'ULTRAGROUP'];

/** A message after its text was looked at, and the word that blocks it, if one does. */
export interface CheckedMessage {
  readonly message: ImEmulatorMessage;
  readonly blockedBy?: string;
}

/** Looks for sensitive words in a text message: one that blocks is named, others are replaced. */
export function checkText(message: ImEmulatorMessage, words: SensitiveWordStore): CheckedMessage {
  const content = textContentOf(message);
  if (content === undefined) return { message };
  const outcome = words.check(content.content);
  switch (outcome.kind) {
    case 'clean':
      return { message };
    case 'blocked':
      return { message: { ...message, sensitiveWord: 'blocked' }, blockedBy: outcome.word };
    case 'replaced': {
      const replaced = JSON.stringify({ ...content, content: outcome.text });
      return { message: { ...message, content: replaced, sensitiveWord: 'replaced' } };
    }
  }
}

function textContentOf(
  message: ImEmulatorMessage,
): (Readonly<Record<string, unknown>> & { readonly content: string }) | undefined {
  const { objectName, channelType } = message;
  if (objectName !== TEXT_MESSAGE || !CHECKED_CONVERSATIONS.includes(channelType)) return undefined;
  const fields = parseJson(message.content);
  if (!isRecord(fields) || typeof fields['content'] !== 'string') return undefined;
  return { ...fields, content: fields['content'] };
}
