import { isRecord } from '../is-record.js';
import { parseJson } from '../parse-json.js';
import type { ImEmulatorMessage } from '../state/message.store.js';
import type { ImEmulatorDelivery } from './callback-dispatcher.js';

/** What the answer to a pre-messaging callback decides. */
export type Verdict =
  | { readonly kind: 'block'; readonly extra?: string }
  | { readonly kind: 'deliver'; readonly skipsChecks: boolean }
  | {
      readonly kind: 'replace';
      readonly changes: Partial<ImEmulatorMessage>;
      readonly skipsChecks: boolean;
    }
  /** The service could not read an answer, and lets the message through. */
  | { readonly kind: 'failed-open'; readonly reason: string };

/** Answer fields that replace text of the message. */
const TEXT_REPLACEMENTS = {
  replaceContent: 'content',
  replacePushContent: 'pushContent',
  replacePushExt: 'pushExt',
  replaceExtraContent: 'extraContent',
} as const;

/** Reads the answer to a pre-messaging callback. */
export function readVerdict(delivery: ImEmulatorDelivery): Verdict {
  const attempt = delivery.attempts.at(-1);
  if (delivery.reply === undefined) {
    return failedOpen(`no answer (${attempt?.error ?? delivery.skipped ?? 'not sent'})`);
  }
  if (attempt?.status !== 200) return failedOpen(`status ${attempt?.status ?? 'unknown'}, not 200`);
  const answer = parseJson(delivery.reply);
  if (!isRecord(answer)) return failedOpen('the answer is not a JSON object');
  const { pass, extra } = answer;
  if (pass === 0) return typeof extra === 'string' ? { kind: 'block', extra } : { kind: 'block' };
  // 2 is documented to skip the checks and callbacks that follow. We read that as further moderation, to
  // which the sensitive words belong: the message is routed as after 1.
  if (pass === 1 || pass === 2) return readReplacements(answer, pass === 2);
  return failedOpen('the answer has no `pass` of 0, 1 or 2');
}

function readReplacements(
  answer: Readonly<Record<string, unknown>>,
  skipsChecks: boolean,
): Verdict {
  const changes: Record<string, unknown> = {};
  for (const [field, property] of Object.entries(TEXT_REPLACEMENTS)) {
    const value = answer[field];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return failedOpen(`\`${field}\` is not text`);
    changes[property] = value;
  }
  const disablePush = answer['replaceDisablePush'];
  if (typeof disablePush === 'boolean') changes['disablePush'] = disablePush;
  if (Object.keys(changes).length === 0) return { kind: 'deliver', skipsChecks };
  return { kind: 'replace', changes, skipsChecks };
}

function failedOpen(reason: string): Verdict {
  return { kind: 'failed-open', reason };
}
