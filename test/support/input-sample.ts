import {
  fieldsOf,
  type FieldsRules,
  type ImField,
  type ImFieldRules,
} from '../../lib/client/input/field.js';

type InputClass = new () => object;
export type Input = Record<string, unknown>;

/** An input with one thing about it, and what it is. */
export interface InputCase {
  readonly what: string;
  readonly field: string;
  readonly input: Input;
}

/** The instant in all samples, in Unix milliseconds. */
export const SAMPLE_INSTANT = 1_767_225_600_000;

/** Values that mean something to the service; every other one follows from the rules of its field. */
const VALUES: Readonly<Record<string, unknown>> = {
  userId: 'ada',
  fromUserId: 'ada',
  objectName: 'RC:TxtMsg',
  chatroomId: 'room-1',
  keys: 'seat',
  startTime: '22:30:00',
  timezone: 'Asia/Shanghai',
  maxMember: 3_000,
};

/** An input with a valid value for every field. */
export function sampleInput(input: InputClass): Input {
  const fields = [...fieldsOf(input).values()].filter(({ name }) => name !== 'pageToken');
  return Object.fromEntries(fields.map((field) => [field.name, sampleValue(field)]));
}

/** The sample without each of its required fields, those of objects inside it too. */
export function incomplete(input: InputClass): InputCase[] {
  const own = [...fieldsOf(input).values()]
    .filter(({ rules }) => rules.optional !== true)
    .map(({ name }) => ({ what: `without ${name}`, field: name, input: without(input, name) }));
  return [...own, ...inside(input, incomplete)];
}

/** The sample with each bound of each field just kept. */
export function atBounds(input: InputClass): InputCase[] {
  return cases(input, ([what, kept]) => [what, kept]);
}

/** The sample with each bound of each field just broken. */
export function beyondBounds(input: InputClass): InputCase[] {
  return cases(input, ([what, , broken]) => [what, broken]);
}

function cases(
  input: InputClass,
  choose: (bound: Bound) => readonly [what: string, value: unknown],
): InputCase[] {
  const own = [...fieldsOf(input).values()].flatMap(({ name, rules }) =>
    bounds(rules).map((bound) => {
      const [what, value] = choose(bound);
      return {
        what: `${name}: ${what}`,
        field: name,
        input: { ...sampleInput(input), [name]: value },
      };
    }),
  );
  return [...own, ...inside(input, (nested) => cases(nested, choose))];
}

/** Cases of the objects that an input holds, each put into a sample of the whole. */
function inside(input: InputClass, casesOf: (nested: InputClass) => InputCase[]): InputCase[] {
  return [...fieldsOf(input).values()].flatMap(({ name, rules }) => {
    if (rules.type !== 'fields') return [];
    const { fields, items } = rules;
    return casesOf(fields).map((one) => ({
      what: `${name}, ${one.what}`,
      field: `${name}${items ? '[0]' : ''}.${one.field}`,
      input: { ...sampleInput(input), [name]: items ? [one.input] : one.input },
    }));
  });
}

function without(input: InputClass, name: string): Input {
  return Object.fromEntries(Object.entries(sampleInput(input)).filter(([key]) => key !== name));
}

function sampleValue({ name, rules }: ImField): unknown {
  const isText = rules.type === 'id' || rules.type === 'text';
  const known = VALUES[name];
  const isNumber = rules.type === 'integer';
  const fits = isText ? typeof known === 'string' : isNumber && typeof known === 'number';
  const value = (fits ? known : undefined) ?? sampleItem(rules);
  const isList = 'list' in rules || 'items' in rules;
  return isList ? [value] : value;
}

function sampleItem(rules: ImFieldRules): unknown {
  switch (rules.type) {
    case 'id':
      return 'bob';
    case 'text':
      return 'text';
    case 'choice':
      return rules.choices[0];
    case 'integer':
      return Math.max(rules.min, 1);
    case 'number':
      return rules.min ?? 0.5;
    case 'flag':
      return true;
    case 'instant':
      return SAMPLE_INSTANT;
    case 'json':
      return rules.entries ? { ext_team: 'north' } : { content: 'hi' };
    case 'indexed':
      return { 'group-1': 'Book club' };
    case 'fields':
      return sampleInput(rules.fields);
  }
}

type Bound = readonly [what: string, kept: unknown, broken: unknown];

/** Each bound of a field: a value that just keeps it and one that just does not. */
function bounds(rules: ImFieldRules): Bound[] {
  if ('list' in rules) {
    return [...listBounds(rules.list.minItems, rules.list.maxItems, rules), ...itemBounds(rules)];
  }
  if ('items' in rules) {
    return [...listBounds(rules.items.min, rules.items.max, rules), ...itemBounds(rules)];
  }
  return valueBounds(rules);
}

function itemBounds(rules: ImFieldRules): Bound[] {
  return valueBounds(rules).map(([what, kept, broken]) => [`${what} in a list`, [kept], [broken]]);
}

function valueBounds(rules: ImFieldRules): Bound[] {
  switch (rules.type) {
    case 'text':
      return textBounds(rules.maxLength, rules.maxBytes);
    case 'choice':
      return [['an unknown choice', rules.choices.at(-1), choiceBeyond(rules.choices)]];
    case 'integer':
      return numberBounds(rules.min, rules.max, 1);
    case 'number':
      return numberBounds(rules.min, rules.max, 0.001);
    case 'json':
      return [
        ...(rules.maxKeys === undefined ? [] : [keyBound(rules.maxKeys)]),
        ...(rules.maxBytes === undefined ? [] : [jsonBound(rules.maxBytes, 'content', {})]),
      ];
    case 'indexed':
      return rules.maxKeys === undefined ? [] : [keyBound(rules.maxKeys)];
    case 'fields':
      return objectBounds(rules);
    default:
      return [];
  }
}

function keyBound(maxKeys: number): Bound {
  const map = (count: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, 'value']));
  return [`${maxKeys} keys`, map(maxKeys), map(maxKeys + 1)];
}

/** An object that a text in it makes as long as it may be. */
function jsonBound(maxBytes: number, name: string, around: Input): Bound {
  const empty = JSON.stringify({ ...around, [name]: '' }).length;
  const filled = (length: number): Input => ({ ...around, [name]: 'x'.repeat(length - empty) });
  return [`${maxBytes} bytes of JSON`, filled(maxBytes), filled(maxBytes + 1)];
}

function objectBounds({ fields, maxBytes }: FieldsRules): Bound[] {
  const unbounded = [...fieldsOf(fields).values()].find(
    ({ rules }) =>
      rules.type === 'text' &&
      !rules.list &&
      rules.maxLength === undefined &&
      rules.maxBytes === undefined,
  );
  if (maxBytes === undefined || !unbounded) return [];
  return [jsonBound(maxBytes, unbounded.name, sampleInput(fields))];
}

function listBounds(min: number, max: number, rules: ImFieldRules): Bound[] {
  const items = (count: number): unknown[] =>
    Array.from({ length: count }, (_, index) =>
      rules.type === 'id' ? idAt(index) : sampleItem(rules),
    );
  const least: Bound[] = min === 0 ? [] : [[`at least ${min} values`, items(min), items(min - 1)]];
  if (max === Number.MAX_SAFE_INTEGER) return least;
  return [...least, [`${max} values`, items(max), items(max + 1)]];
}

function textBounds(maxLength: number | undefined, maxBytes: number | undefined): Bound[] {
  const found: Bound[] = [];
  if (maxLength !== undefined) {
    found.push([`${maxLength} characters`, '😀'.repeat(maxLength), '😀'.repeat(maxLength + 1)]);
  }
  if (maxBytes !== undefined) {
    found.push([`${maxBytes} bytes`, 'x'.repeat(maxBytes), `${'x'.repeat(maxBytes - 1)}é`]);
  }
  return found;
}

/** The first is the one of most samples, so that a list that those have filled takes the rest. */
function idAt(index: number): string {
  return index === 0 ? 'ada' : `user-${index}`;
}

function numberBounds(
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
  step = 1,
): Bound[] {
  const found: Bound[] = [];
  if (min !== Number.MIN_SAFE_INTEGER) found.push([`at least ${min}`, min, min - step]);
  if (max !== Number.MAX_SAFE_INTEGER) found.push([`at most ${max}`, max, max + step]);
  return found;
}

function choiceBeyond(choices: readonly (string | number)[]): string | number {
  const [first] = choices;
  if (typeof first === 'string') return `${choices.join('')}-other`;
  return Math.max(...choices.map(Number)) + 1;
}
