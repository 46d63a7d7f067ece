import { ImCallbackError } from '../../errors/callback.error.js';

/** The fields of a callback as they were sent: each value is untrusted. */
export type ReceivedFields = Readonly<Record<string, unknown>>;

/** A body that does not have the form of its event. */
export function malformed(problem: string): ImCallbackError {
  return new ImCallbackError('body-malformed', `The body is malformed: ${problem}.`);
}

/** The fields of an object; anything else is malformed. */
export function fieldsOf(value: unknown): ReceivedFields {
  if (!isObject(value)) throw malformed('it is not an object');
  // JSON.parse makes it a field of its own; whoever copies the event would make it a prototype.
  if (Object.hasOwn(value, '__proto__')) throw malformed('`__proto__` is no field');
  return value;
}

/**
 * The event with the fields that were sent and that it does not have. An event is made first and
 * completed here, as most have none of these: copying all fields costs more than all other checks.
 */
export function withUnknown<Event extends object>(event: Event, fields: ReceivedFields): Event {
  let unknown: Record<string, unknown> | undefined;
  for (const name of Object.keys(fields)) {
    if (!Object.hasOwn(event, name)) (unknown ??= {})[name] = fields[name];
  }
  return unknown === undefined ? event : { ...unknown, ...event };
}

/** Text that must be there and not be empty, such as an id. */
export function id(fields: ReceivedFields, name: string): string {
  const value = text(fields, name);
  if (value === '') throw malformed(`\`${name}\` is empty`);
  return value;
}

/** Text that must be there. */
export function text(fields: ReceivedFields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw malformed(value === undefined ? `\`${name}\` is missing` : `\`${name}\` is not one text`);
}

/** Text that may be absent; empty means absent. */
export function optionalText(fields: ReceivedFields, name: string): string | undefined {
  return isAbsent(fields[name]) ? undefined : text(fields, name);
}

/** A whole number, sent as a number or as decimal text. */
export function integer(fields: ReceivedFields, name: string): number {
  const value = fields[name];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number;
  throw malformed(`\`${name}\` is ${value === undefined ? 'missing' : 'not a whole number'}`);
}

/** A whole number that may be absent. */
export function optionalInteger(fields: ReceivedFields, name: string): number | undefined {
  return isAbsent(fields[name]) ? undefined : integer(fields, name);
}

/** A code that is documented as text and sometimes sent as a number. */
export function code(fields: ReceivedFields, name: string): string {
  const value = fields[name];
  return typeof value === 'number' ? String(value) : id(fields, name);
}

/** A yes or no that may be absent, sent as a boolean, as text, or as 0 and 1. */
export function optionalFlag(fields: ReceivedFields, name: string): boolean | undefined {
  const value = fields[name];
  if (isAbsent(value)) return undefined;
  if (value === true || value === 'true' || value === 1 || value === '1') return true;
  if (value === false || value === 'false' || value === 0 || value === '0') return false;
  throw malformed(`\`${name}\` is neither true nor false`);
}

/** A form key that may be repeated, or a JSON array: always a list, absent when there is none. */
export function optionalTexts(fields: ReceivedFields, name: string): string[] | undefined {
  const value = fields[name];
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

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export function isObject(value: unknown): value is ReceivedFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
