import { ImCallbackError } from '../../errors/callback.error.js';
import { parseJsonText } from '../json-text.js';
import { ourName, type ReceivedFields, sent } from './field-names.js';

/** A body that does not have the form of its event. */
export function malformed(problem: string): ImCallbackError {
  return new ImCallbackError('body-malformed', `The body is malformed: ${problem}.`);
}

/** The fields of a body or of the object `name` inside it; anything else is malformed. */
export function fieldsOf(value: unknown, name?: string): ReceivedFields {
  if (!isObject(value)) {
    throw malformed(`${name === undefined ? 'it' : `\`${name}\``} is not an object`);
  }
  // JSON.parse makes it a field of its own; whoever copies the event would make it a prototype.
  if (Object.hasOwn(value, '__proto__')) throw malformed('`__proto__` is no field');
  return value;
}

/**
 * The event with the fields that were sent and that it does not have, by whatever name. An event is
 * made first and completed here, as most have none of these: copying all fields costs more than all
 * other checks.
 */
export function withUnknown<Event extends object>(event: Event, fields: ReceivedFields): Event {
  let unknown: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    if (Object.hasOwn(event, name) || Object.hasOwn(event, ourName(name))) continue;
    (unknown ??= {})[name] = fields[name];
  }
  return unknown === undefined ? event : { ...unknown, ...event };
}

/** A complete event: with its unknown fields, and with what it was made of as `raw`. */
export function receivedEvent<Event extends object>(
  event: Event,
  fields: ReceivedFields,
): Event & { readonly raw: ReceivedFields } {
  const complete = withUnknown(event, fields);
  attachRaw(complete, fields);
  return complete;
}

// Not enumerable: whoever logs, stores or compares an event would do so twice.
function attachRaw<Event extends object>(
  event: Event,
  raw: ReceivedFields,
): asserts event is Event & { readonly raw: ReceivedFields } {
  Object.defineProperty(event, 'raw', { value: raw, enumerable: false });
}

/** Text that must be there and not be empty, such as an id. */
export function id(fields: ReceivedFields, name: string): string {
  const value = text(fields, name);
  if (value === '') throw malformed(`\`${name}\` is empty`);
  return value;
}

/** Text that must be there. */
export function text(fields: ReceivedFields, name: string): string {
  const value = sent(fields, name);
  if (typeof value === 'string') return value;
  throw malformed(value === undefined ? `\`${name}\` is missing` : `\`${name}\` is not one text`);
}

/** Text that may be absent; empty means absent. */
export function optionalText(fields: ReceivedFields, name: string): string | undefined {
  return isAbsent(sent(fields, name)) ? undefined : text(fields, name);
}

/** Text of which also the empty one tells something; it may be absent, and have come as a number. */
export function textIfSent(fields: ReceivedFields, name: string): string | undefined {
  const value = sent(fields, name);
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number' ? String(value) : text(fields, name);
}

const DECIMAL = /^-?\d+$/;

/** A whole number, sent as a number or as decimal text. */
export function integer(fields: ReceivedFields, name: string): number {
  const value = sent(fields, name);
  const number = typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw malformed(`\`${name}\` is ${value === undefined ? 'missing' : 'not a whole number'}`);
}

/** A whole number that may be absent. */
export function optionalInteger(fields: ReceivedFields, name: string): number | undefined {
  return isAbsent(sent(fields, name)) ? undefined : integer(fields, name);
}

/** A code that is documented as text and sometimes sent as a number. */
export function code(fields: ReceivedFields, name: string): string {
  const value = sent(fields, name);
  return typeof value === 'number' ? String(value) : id(fields, name);
}

/** A yes or no that must be there. */
export function flag(fields: ReceivedFields, name: string): boolean {
  const value = optionalFlag(fields, name);
  if (value === undefined) throw malformed(`\`${name}\` is missing`);
  return value;
}

/** A yes or no that may be absent, sent as a boolean, as text, or as 0 and 1. */
export function optionalFlag(fields: ReceivedFields, name: string): boolean | undefined {
  const value = sent(fields, name);
  if (isAbsent(value)) return undefined;
  if (value === true || value === 'true' || value === 1 || value === '1') return true;
  if (value === false || value === 'false' || value === 0 || value === '0') return false;
  throw malformed(`\`${name}\` is neither true nor false`);
}

/** A form key that may be repeated, or a JSON array: always a list, absent when there is none. */
export function optionalTexts(fields: ReceivedFields, name: string): string[] | undefined {
  const value = sent(fields, name);
  if (isAbsent(value)) return undefined;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((entry) => {
    if (typeof entry !== 'string') throw malformed(`\`${name}\` holds what is not text`);
    return entry;
  });
}

/** A comma-separated list that may be absent. */
export function optionalList(fields: ReceivedFields, name: string): string[] | undefined {
  return optionalText(fields, name)
    ?.split(',')
    .filter((entry) => entry !== '');
}

/** An object that may be absent, sent as it is or as JSON text. */
export function optionalFields(fields: ReceivedFields, name: string): ReceivedFields | undefined {
  const value = sent(fields, name);
  return isAbsent(value) ? undefined : fieldsOf(unfolded(value, name), name);
}

/** An object that must be there, sent as it is or as JSON text. */
export function nestedFields(fields: ReceivedFields, name: string): ReceivedFields {
  const nested = optionalFields(fields, name);
  if (nested === undefined) throw malformed(`\`${name}\` is missing`);
  return nested;
}

/** A list of objects that must be there, sent as it is or as JSON text. */
export function nestedList(fields: ReceivedFields, name: string): readonly unknown[] {
  const list = unfolded(sent(fields, name), name);
  if (Array.isArray(list)) return list;
  throw malformed(`\`${name}\` is ${list === undefined ? 'missing' : 'not a list'}`);
}

/** Values by names of the app's own, that may be absent; no message names those. */
export function optionalRecord<Value>(
  fields: ReceivedFields,
  name: string,
  read: (fields: ReceivedFields, name: string) => Value,
): Readonly<Record<string, Value>> | undefined {
  const nested = optionalFields(fields, name);
  if (nested === undefined) return undefined;
  const values = Object.entries(nested).map(([key, value]): [string, Value] => {
    return [key, read({ [name]: value }, name)];
  });
  return Object.fromEntries(values);
}

/** The events of a body that is a list of them or a single one. */
export function eventsIn(body: unknown): readonly unknown[] {
  return Array.isArray(body) ? body : [body];
}

/** The events of a body that is a list of them, a single one, or an object with a list of `profiles`. */
export function profilesIn(body: unknown): readonly unknown[] {
  return isObject(body) && body['profiles'] !== undefined
    ? nestedList(body, 'profiles')
    : eventsIn(body);
}

function unfolded(value: unknown, name: string): unknown {
  if (typeof value !== 'string') return value;
  const parsed = parseJsonText(value);
  if (parsed === undefined) throw malformed(`\`${name}\` is not JSON`);
  return parsed;
}

/** Whether a field says nothing. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export function isObject(value: unknown): value is ReceivedFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
