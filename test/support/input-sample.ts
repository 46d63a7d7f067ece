import { fieldsOf, type ImField, type ImFieldRules } from '../../lib/client/input/field.js';

type InputClass = new () => object;
export type Input = Record<string, unknown>;

/** An input with one thing about it, and what it is. */
export interface InputCase {
  readonly what: string;
  readonly field: string;
  readonly input: Input;
}

/** Values that mean something to the service; every other one follows from the rules of its field. */
const VALUES: Readonly<Record<string, unknown>> = {
  userId: 'ada',
  fromUserId: 'ada',
  objectName: 'RC:TxtMsg',
  startTime: '22:30:00',
  timezone: 'Asia/Shanghai',
};

/** An input with a valid value for every field. */
export function sampleInput(input: InputClass): Input {
  const fields = [...fieldsOf(input).values()].filter(({ name }) => name !== 'pageToken');
  return Object.fromEntries(fields.map((field) => [field.name, sampleValue(field)]));
}

/** The sample without each of its required fields. */
export function incomplete(input: InputClass): InputCase[] {
  return [...fieldsOf(input).values()]
    .filter(({ rules }) => rules.optional !== true)
    .map(({ name }) => ({ what: `without ${name}`, field: name, input: without(input, name) }));
}

/** The sample with each bound of each field just kept. */
export function atBounds(input: InputClass): InputCase[] {
  return cases(input, ({ rules }) => bounds(rules).map(([what, kept]) => [what, kept]));
}

/** The sample with each bound of each field just broken. */
export function beyondBounds(input: InputClass): InputCase[] {
  return cases(input, ({ rules }) => bounds(rules).map(([what, , broken]) => [what, broken]));
}

function cases(
  input: InputClass,
  values: (field: ImField) => (readonly [what: string, value: unknown])[],
): InputCase[] {
  return [...fieldsOf(input).values()].flatMap((field) =>
    values(field).map(([what, value]) => ({
      what: `${field.name}: ${what}`,
      field: field.name,
      input: { ...sampleInput(input), [field.name]: value },
    })),
  );
}

function without(input: InputClass, name: string): Input {
  return Object.fromEntries(Object.entries(sampleInput(input)).filter(([key]) => key !== name));
}

function sampleValue({ name, rules }: ImField): unknown {
  const value = VALUES[name] ?? sampleItem(rules);
  if ('list' in rules) return [value];
  return 'items' in rules ? [value] : value;
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
    case 'flag':
      return true;
    case 'instant':
      return 1_767_225_600_000;
    case 'json':
      return rules.entries ? { ext_team: 'north' } : { content: 'hi' };
    case 'json-fields':
      return sampleInput(rules.fields);
  }
}

type Bound = readonly [what: string, kept: unknown, broken: unknown];

/** Each bound of a field: a value that just keeps it and one that just does not. */
function bounds(rules: ImFieldRules): Bound[] {
  if ('list' in rules) return [...listBounds(rules.list.minItems, rules.list.maxItems, rules)];
  switch (rules.type) {
    case 'text':
      return textBounds(rules.maxLength, rules.maxBytes);
    case 'choice':
      return [['an unknown choice', rules.choices.at(-1), choiceBeyond(rules.choices)]];
    case 'integer':
      return integerBounds(rules.min, rules.max);
    case 'json-fields':
      return rules.items ? listBounds(rules.items.min, rules.items.max, rules) : [];
    default:
      return [];
  }
}

function listBounds(min: number, max: number, rules: ImFieldRules): Bound[] {
  const items = (count: number): unknown[] =>
    Array.from({ length: count }, (_, index) =>
      rules.type === 'id' ? `user-${index}` : sampleItem(rules),
    );
  const most: Bound = [`${max} values`, items(max), items(max + 1)];
  return min === 0 ? [most] : [[`${min} values`, items(min), items(min - 1)], most];
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

function integerBounds(min: number, max: number): Bound[] {
  const found: Bound[] = [];
  if (min !== Number.MIN_SAFE_INTEGER) found.push([`at least ${min}`, min, min - 1]);
  if (max !== Number.MAX_SAFE_INTEGER) found.push([`at most ${max}`, max, max + 1]);
  return found;
}

function choiceBeyond(choices: readonly (string | number)[]): string | number {
  const [first] = choices;
  if (typeof first === 'string') return `${choices.join('')}-other`;
  return Math.max(...choices.map(Number)) + 1;
}
