import { isRecord } from '../is-record.js';
import type { ImEmulatorEvent } from './event-bodies.types.js';
import { rulesOf, type BodyShape, type EventRules } from './events.js';

type Fields = Readonly<Record<string, unknown>>;

/** The content of a callback, before it is encoded. */
export type CallbackBody = Fields | readonly Fields[];

/** Other forms of a body, which the documentation and receivers of the vendor disagree on. */
export interface ImEmulatorBodyVariant {
  /** Send the body in the content type in which another source has it. */
  readonly contentType?: 'form' | 'json' | undefined;
  /** Send entries as an array, or not as an array: one alone, or a list in a field. */
  readonly array?: boolean | undefined;
  /** Send what travels as JSON text inside JSON as a plain object. */
  readonly plainObjects?: boolean | undefined;
}

/** A body as it travels. */
export interface EncodedBody {
  readonly contentType: 'form' | 'json';
  readonly text: string;
  /** What is in the text. */
  readonly value: CallbackBody;
}

/**
 * Puts the entries of an event into the documented form, or into another that some source has.
 * @throws TypeError when no source has the event in that form.
 */
export function encodeBody(
  event: ImEmulatorEvent,
  body: object,
  variant: ImEmulatorBodyVariant = {},
): EncodedBody {
  const rules = rulesOf(event);
  const contentType = contentTypeOf(event, rules, variant);
  const shape = shapeOf(event, rules, variant);
  const isPlain = variant.plainObjects === true;
  if (isPlain && !rules.fields.some(({ alsoPlain }) => alsoPlain === true)) {
    throw new TypeError(`No source has plain objects in place of JSON text in ${event}.`);
  }
  const entries = [body].flat().filter(isRecord);
  const inside = entries.map((entry) =>
    textInside(rules, entry, isPlain && contentType === 'json'),
  );
  const value = arrange(event, rules, shape, inside);
  const text = contentType === 'json' ? JSON.stringify(value) : encodeForm(rules, value);
  return { contentType, text, value };
}

function contentTypeOf(
  event: ImEmulatorEvent,
  { contentType, alsoContentType }: EventRules,
  { contentType: asked = contentType }: ImEmulatorBodyVariant,
): EncodedBody['contentType'] {
  if (asked === contentType || asked === alsoContentType) return asked;
  throw new TypeError(`No source has ${event} as ${asked}.`);
}

function shapeOf(
  event: ImEmulatorEvent,
  { shape, alsoShape }: EventRules,
  { array: asked }: ImEmulatorBodyVariant,
): BodyShape {
  if (asked === undefined || asked === (shape === 'array')) return shape;
  if (alsoShape !== undefined) return alsoShape;
  throw new TypeError(`No source has ${event} ${asked ? 'as an array' : 'without an array'}.`);
}

function arrange(
  event: ImEmulatorEvent,
  { listField = '' }: EventRules,
  shape: BodyShape,
  entries: readonly Fields[],
): CallbackBody {
  if (shape === 'array') return entries;
  if (shape === 'list-field') return { [listField]: entries };
  const [entry, ...others] = entries;
  if (entry !== undefined && others.length === 0) return entry;
  throw new TypeError(`${event} travels as one object, not as ${entries.length}.`);
}

/** An entry with its inner JSON texts and joined lists. */
function textInside({ fields }: EventRules, entry: Fields, isPlain: boolean): Fields {
  const inside = { ...entry };
  for (const { name, kind, list, alsoPlain } of fields) {
    const value = entry[name];
    if (list === 'comma' && Array.isArray(value)) inside[name] = value.join(',');
    const isJson = kind === 'json' && typeof value === 'object' && value !== null;
    if (isJson && !(isPlain && alsoPlain === true)) inside[name] = JSON.stringify(value);
  }
  return inside;
}

function encodeForm({ listField }: EventRules, value: CallbackBody): string {
  if (!isRecord(value)) throw new TypeError('A form holds no array.');
  const form = new URLSearchParams();
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined || field === null) continue;
    const isRepeated = Array.isArray(field) && name !== listField;
    for (const item of isRepeated ? field : [field]) form.append(name, textOf(item));
  }
  return form.toString();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
