import type { ImFieldProblem } from '../../errors/validation.error.js';
import {
  fieldsOf,
  type EntryRules,
  type FieldsRules,
  type ImFieldRules,
  type IndexedRules,
  type ItemBounds,
  type JsonRules,
  type ListRules,
  type NumberRules,
  type TextRules,
} from './field.js';
import { toJsonText } from './json-text.js';

const MAX_ID_BYTES = 64;
const PLAIN_ID = /^[\x21-\x7e]{1,64}$/;
const CONTROL_CHARACTER = /\p{Cc}/u;
const UTF8_BYTES_PER_UNIT = 3;

/** A field's problem, and where inside its value it lies (`[3]`, `.name`). */
interface Problem {
  readonly at: string;
  readonly problem: string;
}

/** Checks an input against its class: all problems, in the order of the fields. */
export function checkInput(input: new () => object, value: unknown): ImFieldProblem[] {
  if (typeof value !== 'object' || value === null) {
    return [{ field: 'input', problem: 'must be an object' }];
  }
  const fields = fieldsOf(input);
  const problems: ImFieldProblem[] = [];
  for (const { name, rules } of fields.values()) {
    const found = check(rules, Reflect.get(value, name));
    if (found) problems.push({ field: name + found.at, problem: found.problem });
  }
  for (const key of Object.keys(value)) {
    if (!fields.has(key)) problems.push({ field: key, problem: 'is not known here' });
  }
  return problems;
}

/** What is wrong with the value of one field, as the end of a sentence. */
export function problemOf(rules: ImFieldRules, value: unknown): string | undefined {
  const found = check(rules, value);
  return found && (found.at === '' ? found.problem : `${found.at} ${found.problem}`);
}

function check(rules: ImFieldRules, value: unknown): Problem | undefined {
  if (value === undefined) {
    return rules.optional ? undefined : { at: '', problem: 'is required' };
  }
  switch (rules.type) {
    case 'id':
    case 'text':
    case 'choice':
      return rules.list ? checkList(rules, rules.list, value) : checkItem(rules, value);
    case 'json':
    case 'fields':
      return rules.items
        ? checkItems(rules.items, value, (item) => checkItem(rules, item))
        : checkItem(rules, value);
    default:
      return checkItem(rules, value);
  }
}

function checkItem(rules: ImFieldRules, value: unknown): Problem | undefined {
  if (rules.type === 'fields') return checkFields(rules, value);
  const problem = checkOne(rules, value);
  return problem === undefined ? undefined : { at: '', problem };
}

function checkOne(
  rules: Exclude<ImFieldRules, { type: 'fields' }>,
  value: unknown,
): string | undefined {
  switch (rules.type) {
    case 'id':
      return checkId(value);
    case 'text':
      return checkText(rules, value);
    case 'choice':
      return rules.choices.some((choice) => choice === value)
        ? undefined
        : `must be one of ${rules.choices.join(', ')}`;
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= rules.min && Number(value) <= rules.max
        ? undefined
        : describeInteger(rules.min, rules.max);
    case 'number':
      return checkNumber(rules, value);
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'instant':
      return isInstant(value) ? undefined : 'must be a Date or a time in Unix milliseconds';
    case 'json':
      return checkJson(rules, value);
    case 'indexed':
      return checkIndexed(rules, value);
  }
}

function checkList(
  rules: Extract<ImFieldRules, { list?: ListRules }>,
  { minItems: min, maxItems: max, style }: ListRules,
  value: unknown,
): Problem | undefined {
  return checkItems({ min, max }, value, (item) => {
    const problem = checkOne(rules, item) ?? (style === 'comma' ? refuseComma(item) : undefined);
    return problem === undefined ? undefined : { at: '', problem };
  });
}

/** Checks the number of the items, then each item up to the first with a problem. */
function checkItems(
  { min, max }: ItemBounds,
  value: unknown,
  checkOneItem: (item: unknown) => Problem | undefined,
): Problem | undefined {
  if (!Array.isArray(value)) return { at: '', problem: 'must be a list' };
  if (value.length < min || value.length > max) {
    const bounds = max === Number.MAX_SAFE_INTEGER ? `at least ${min}` : `${min} to ${max}`;
    return { at: '', problem: `must hold ${bounds} values, not ${value.length}` };
  }
  for (let index = 0; index < value.length; index += 1) {
    const found = checkOneItem(value[index]);
    if (found) return { at: `[${index}]${found.at}`, problem: found.problem };
  }
  return undefined;
}

function refuseComma(value: unknown): string | undefined {
  return String(value).includes(',')
    ? 'must not hold a comma, which separates the values'
    : undefined;
}

function checkFields({ fields, maxBytes }: FieldsRules, value: unknown): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { at: '', problem: 'must be an object' };
  }
  const [first] = checkInput(fields, value);
  if (first) return { at: `.${first.field}`, problem: first.problem };
  const problem = maxBytes === undefined ? undefined : checkBytes(value, maxBytes);
  return problem === undefined ? undefined : { at: '', problem };
}

function checkId(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a text';
  if (PLAIN_ID.test(value)) return undefined;
  if (value === '') return 'must not be empty';
  if (!value.isWellFormed()) return 'must be well-formed text';
  if (CONTROL_CHARACTER.test(value)) return 'must not hold control characters';
  return exceedsBytes(value, MAX_ID_BYTES)
    ? `must be at most ${MAX_ID_BYTES} bytes long`
    : undefined;
}

function checkText(rules: TextRules, value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a text';
  if (value === '' && !rules.optional) return 'must not be empty';
  if (rules.maxLength !== undefined && exceedsLength(value, rules.maxLength)) {
    return `must be at most ${rules.maxLength} characters long`;
  }
  if (rules.maxBytes !== undefined && exceedsBytes(value, rules.maxBytes)) {
    return `must be at most ${rules.maxBytes} bytes long`;
  }
  return undefined;
}

function checkJson(rules: JsonRules, value: unknown): string | undefined {
  if (typeof value !== 'object' && !(rules.orText && typeof value === 'string' && value !== '')) {
    return rules.orText ? 'must be an object or a non-empty text' : 'must be an object';
  }
  if (value === null) return 'must not be null';
  if (rules.form === 'object' && Array.isArray(value)) return 'must be an object';
  if (rules.entries) return checkEntries(rules.entries, value);
  const { maxKeys, maxBytes } = rules;
  if (maxKeys !== undefined && typeof value === 'object' && Object.keys(value).length > maxKeys) {
    return `must hold at most ${maxKeys} keys`;
  }
  return checkBytes(value, maxBytes);
}

function checkBytes(value: object | string, maxBytes: number | undefined): string | undefined {
  const text = typeof value === 'string' ? value : tryJsonText(value);
  if (text === undefined) return 'cannot be written as JSON';
  return maxBytes !== undefined && exceedsBytes(text, maxBytes)
    ? `must be at most ${maxBytes} bytes of JSON`
    : undefined;
}

function checkEntries(rules: EntryRules, value: unknown): string | undefined {
  const entries = Object.entries(value ?? {});
  if (Array.isArray(value)) return 'must be an object';
  const { minEntries = 0, maxEntries } = rules;
  if (entries.length < minEntries) return `must hold at least ${minEntries} keys`;
  if (entries.length > maxEntries) return `must hold at most ${maxEntries} keys`;
  for (const [key, text] of entries) {
    if (exceedsLength(key, rules.maxKeyLength) || !rules.keys.test(key)) {
      return `must have keys of at most ${rules.maxKeyLength} characters that match ${rules.keys.source}`;
    }
    if (typeof text !== 'string' || exceedsLength(text, rules.maxValueLength)) {
      return `must have texts of at most ${rules.maxValueLength} characters as values`;
    }
  }
  return undefined;
}

function checkNumber({ min, max }: NumberRules, value: unknown): string | undefined {
  const isWithin =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max);
  if (isWithin) return undefined;
  const from = min === undefined ? '' : ` from ${min}`;
  return `must be a number${from}${max === undefined ? '' : ` to ${max}`}`;
}

function checkIndexed({ maxKeys }: IndexedRules, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'must be an object';
  }
  const entries = Object.entries(value);
  if (maxKeys !== undefined && entries.length > maxKeys) {
    return `must hold at most ${maxKeys} keys`;
  }
  for (const [key, text] of entries) {
    const problem = checkId(key);
    if (problem) return `must have ids as keys, and one ${problem}`;
    if (typeof text !== 'string') return 'must have texts as values';
  }
  return undefined;
}

function tryJsonText(value: object): string | undefined {
  try {
    return toJsonText(value);
  } catch {
    return undefined;
  }
}

function isInstant(value: unknown): boolean {
  return value instanceof Date
    ? !Number.isNaN(value.getTime())
    : Number.isSafeInteger(value) && Number(value) >= 0;
}

function describeInteger(min: number, max: number): string {
  const from = min === Number.MIN_SAFE_INTEGER ? '' : ` from ${min}`;
  const to = max === Number.MAX_SAFE_INTEGER ? '' : ` to ${max}`;
  return `must be a whole number${from}${to}`;
}

function exceedsLength(text: string, maxLength: number): boolean {
  if (text.length <= maxLength) return false;
  let length = 0;
  for (const _character of text) length += 1;
  return length > maxLength;
}

function exceedsBytes(text: string, maxBytes: number): boolean {
  return text.length * UTF8_BYTES_PER_UNIT > maxBytes && Buffer.byteLength(text) > maxBytes;
}
