import type { CatalogueCallbackField } from '../../catalogue/catalogue.types.js';
import { isRecord } from '../is-record.js';
import type { CallbackBody } from './encode-body.js';
import { ONLINE } from './event-bodies.js';
import type { ImEmulatorEvent } from './event-bodies.types.js';
import { rulesOf } from './events.js';

type Fields = Readonly<Record<string, unknown>>;

/** What tells one event from a repetition of it. */
export interface EventIdentity {
  readonly appKey: string;
  readonly messageUID: string;
  readonly sessionId: string;
  readonly operateId: string;
  readonly time: number;
}

/** The documented example of an event, with an identity and with fields of one's own merged in. */
export function exampleBody(
  event: ImEmulatorEvent,
  identity: EventIdentity,
  overrides: CallbackBody = {},
): CallbackBody {
  if (!isRecord(overrides)) return overrides;
  const { example, listField, fields, contentFields = [] } = rulesOf(event);
  const entry = firstEntry(example, listField);
  const { msgUID = identity.messageUID } = overrides;
  const fresh = { ...identity, messageUID: String(msgUID) };
  const body = renew(entry, fields, fresh);
  if (contentFields.length > 0 && isRecord(body['content'])) {
    body['content'] = renew(body['content'], contentFields, fresh);
  }
  const merged = merge(body, overrides);
  // A device that goes offline does not tell its system.
  const isOffline = event === 'user-online-status' && String(merged['status']) !== ONLINE;
  return isOffline && !('os' in overrides) ? { ...merged, os: undefined } : merged;
}

function firstEntry(example: unknown, listField: string | undefined): Fields {
  const list = isRecord(example) && listField !== undefined ? example[listField] : example;
  const [entry] = (Array.isArray(list) ? list : [list]).filter(isRecord);
  return entry ?? {};
}

/** A copy with another identity, in which JSON texts are objects. */
function renew(
  entry: Fields,
  fields: readonly CatalogueCallbackField[],
  identity: EventIdentity,
): Record<string, unknown> {
  const copy: Record<string, unknown> = structuredClone(entry);
  for (const field of fields) {
    const path = field.name.split('.');
    const name = path.pop() ?? '';
    const owner = path.reduce<unknown>(
      (from, key) => (isRecord(from) ? from[key] : undefined),
      copy,
    );
    if (!isRecord(owner) || owner[name] === undefined) continue;
    Object.assign(owner, { [name]: renewed(field, name, owner[name], identity) });
  }
  return copy;
}

function renewed(
  { kind, asText }: CatalogueCallbackField,
  name: string,
  value: unknown,
  identity: EventIdentity,
): unknown {
  const { appKey, messageUID, sessionId, operateId, time } = identity;
  const ids = { appKey, msgUID: messageUID, messageId: messageUID, sessionId, operateId };
  if (name in ids) return ids[name as keyof typeof ids];
  // The version of chatroom attributes is a time in the example.
  if (kind === 'instant' || name === 'version') return asText === true ? String(time) : time;
  return kind === 'json' && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

function merge(base: Fields, overrides: Fields): Fields {
  const merged = { ...base };
  for (const [name, value] of Object.entries(overrides)) {
    const known = base[name];
    merged[name] = isRecord(known) && isRecord(value) ? merge(known, value) : value;
  }
  return merged;
}
