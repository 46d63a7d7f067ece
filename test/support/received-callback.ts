import { callbackCatalogue } from '../../lib/catalogue/callbacks.catalogue.js';
import type {
  CatalogueCallback,
  CatalogueCallbackField,
} from '../../lib/catalogue/catalogue.types.js';
import { verifySignature } from '../../lib/signature/verify.js';
import type { ImEmulator } from '../../lib/testing/index.js';
import type { CallbackReceiver, ReceivedCallback } from './callback-receiver.js';
import type { SigningApp } from './signed-request.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads callbacks look by look: each gives those that have arrived since the one before, of one event or
 * of all. Everything that arrives must be signed and as documented.
 */
export function watchCallbacks(
  emulator: ImEmulator,
  receiver: CallbackReceiver,
): (event?: string) => Promise<readonly ReceivedCallback[]> {
  let seen = 0;
  return async (event) => {
    await emulator.callbacksSettled();
    const fresh = receiver.received.slice(seen);
    seen = receiver.received.length;
    for (const callback of fresh) {
      const problems = problemsOf(callback);
      if (!isSignedBy(emulator.moduleOptions, callback)) problems.push('the signature is wrong');
      if (problems.length > 0) throw new Error(`${callback.path}: ${problems.join(', ')}`);
    }
    return fresh.filter((callback) => event === undefined || eventOf(callback) === event);
  };
}

/** The last part of the path that a callback went to. */
export function eventOf({ path }: ReceivedCallback): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What the catalogue says of an event. */
export function documented(event: string): CatalogueCallback {
  const found = callbackCatalogue.find((callback) => callback.event === event);
  if (found === undefined) throw new Error(`the catalogue has no event ${event}`);
  return found;
}

/** The body of a callback: parsed JSON, or the fields of a form; a repeated one is an array. */
export function bodyOf({ headers, body }: ReceivedCallback): unknown {
  if (headers['content-type'] === 'application/json') return JSON.parse(body) as unknown;
  const form = new URLSearchParams(body);
  const entries = [...new Set(form.keys())].map((name) => {
    const values = form.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}

/** The entries of a callback, however they travel. */
export function entriesOf(callback: ReceivedCallback): readonly Fields[] {
  const body = bodyOf(callback) as Fields;
  const list = 'profiles' in body ? body['profiles'] : body;
  return [list].flat() as Fields[];
}

/** Whether a callback is signed by an app, in the place that is documented for its event. */
export function isSignedBy({ appKey, appSecret }: SigningApp, callback: ReceivedCallback): boolean {
  const isInHeaders = documented(eventOf(callback)).signedIn === 'header';
  const read = (query: string, header: string) =>
    isInHeaders ? callback.headers[header] : callback.query.get(query);
  const parts = {
    nonce: String(read('nonce', 'rc-nonce')),
    timestamp: String(read('timestamp', 'rc-timestamp')),
  };
  const key = read('appKey', 'rc-app-key') ?? (bodyOf(callback) as Fields)['appKey'];
  const signature = String(read('signature', 'rc-signature'));
  return key === appKey && verifySignature([appSecret], parts, signature);
}

/** How a callback departs from the fields that the catalogue has for its event; nothing when it does not. */
export function problemsOf(callback: ReceivedCallback): string[] {
  const { contentType, body, bodyIsArray, contentFields } = documented(eventOf(callback));
  const value = bodyOf(callback);
  const isForm = contentType === 'form';
  const isList = Array.isArray(value);
  if (bodyIsArray !== 'unknown' && bodyIsArray !== isList) return ['the body has another shape'];
  const prefix = 'profiles[].';
  const inside = body.filter(({ name }) => name.startsWith(prefix));
  const isBare = isList && inside.length > 0;
  const fields = isBare
    ? inside.map((field) => ({ ...field, name: field.name.slice(prefix.length) }))
    : body;
  const problems = [value].flat().flatMap((entry) => problemsIn(entry, fields, isForm));
  const content = contentFields && (JSON.parse(String((value as Fields)['content'])) as unknown);
  return [...problems, ...problemsIn(content ?? {}, contentFields ?? [], false)];
}

function problemsIn(
  entry: unknown,
  fields: readonly CatalogueCallbackField[],
  isForm: boolean,
): string[] {
  const known = new Set(fields.map(({ name }) => name));
  const stray = Object.keys(entry as Fields).filter((name) => !known.has(name));
  return [
    ...stray.map((name) => `${name} is unknown`),
    ...fields.flatMap((field) => {
      const owners = ownersOf(entry, field.name.split('.').slice(0, -1));
      const name = field.name.split('.').at(-1) ?? '';
      return owners.flatMap((owner) => problemOf(field, owner[name], isForm) ?? []);
    }),
  ];
}

/** The objects that a path leads to; `[]` into each entry of a list. */
function ownersOf(entry: unknown, path: readonly string[]): readonly Fields[] {
  const [head, ...rest] = path;
  if (head === undefined) return [entry as Fields];
  const next = (entry as Fields)[head.replace('[]', '')];
  return next === undefined ? [] : [next].flat().flatMap((item) => ownersOf(item, rest));
}

function problemOf(
  { name, required, list, kind, type, enum: choices, meanings }: CatalogueCallbackField,
  value: unknown,
  isForm: boolean,
): string | undefined {
  if (value === undefined) return required ? `${name} is missing` : undefined;
  const isWhole = list === 'repeat' && !isForm;
  if (isWhole !== Array.isArray(value) && !(isForm && list === 'repeat'))
    return `${name} is a list`;
  for (const item of isForm && list === 'comma' ? textOf(value).split(',') : [value].flat()) {
    if (!isOfType(kind === 'json' ? 'json' : type, item, isForm)) return `${name} is no ${type}`;
    const allowed = choices ?? (meanings && Object.keys(meanings));
    if (allowed !== undefined && !allowed.includes(textOf(item)))
      return `${name} is ${textOf(item)}`;
  }
  return undefined;
}

function isOfType(type: string, value: unknown, isForm: boolean): boolean {
  switch (type) {
    case 'json':
      return typeof value === 'string' && typeof JSON.parse(value) === 'object';
    case 'integer':
      return isForm ? /^\d+$/.test(textOf(value)) : Number.isInteger(value);
    case 'boolean':
      return isForm ? /^(true|false)$/.test(textOf(value)) : typeof value === 'boolean';
    case 'object':
      return typeof value === 'object' && value !== null;
    default:
      return typeof value === 'string';
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
