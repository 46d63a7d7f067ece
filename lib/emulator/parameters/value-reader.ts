import type { CatalogueParameter } from '../../catalogue/catalogue.types.js';
import { ParameterRefusal } from './parameter-refusal.js';
import { compileConstraints, shown } from './value-constraints.js';

/**
 * Reads one value of a parameter: its meaning (a number, a boolean, the parsed JSON, …).
 * @throws ParameterRefusal
 */
export type ValueReader = (value: unknown, label: string) => unknown;

/** How values are written: as text (forms, query, path) or as JSON values. */
export type Wire = 'text' | 'json';

type Decoder = (value: unknown, label: string) => unknown;

const WHOLE_NUMBER = /^-?\d+$/;
const DECIMAL_NUMBER = /^-?\d+(\.\d+)?$/;

/** Compiles the reader of one value of `parameter`; of each value, when it is a list. */
export function compileValueReader(parameter: CatalogueParameter, wire: Wire): ValueReader {
  if (parameter.list === 'json') return compileJsonList(parameter);
  const read = compileConstrained(parameter, chooseDecoder(parameter, wire));
  const checkCount = parameter.list === undefined ? compileCount(parameter) : undefined;
  if (checkCount === undefined) return read;
  return (value, label) => {
    const decoded = read(value, label);
    checkCount(decoded, label);
    return decoded;
  };
}

function compileConstrained(parameter: CatalogueParameter, decode: Decoder): ValueReader {
  const constraints = compileConstraints(parameter);
  if (constraints.length === 0) return decode;
  return (value, label) => {
    const decoded = decode(value, label);
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const constraint of constraints) constraint(decoded, text, label);
    return decoded;
  };
}

/** A list that travels as the JSON text of an array. */
function compileJsonList(parameter: CatalogueParameter): ValueReader {
  const readItem = compileConstrained(parameter, JSON_DECODERS[parameter.type]);
  return (value, label) => {
    const items = jsonText(value, label);
    if (!Array.isArray(items)) {
      throw new ParameterRefusal(`${label} is the JSON text of an array, got ${shown(value)}`);
    }
    checkItemCount(parameter, items.length, label);
    return items.map((entry, index) => readItem(entry, `${label}[${index}]`));
  };
}

function chooseDecoder({ type, kind }: CatalogueParameter, wire: Wire): Decoder {
  if (kind === 'json') {
    // Of type string it may be any text: the content of an app's own message type is not JSON.
    return type === 'string' ? string_ : jsonTextOfObject;
  }
  return wire === 'json' ? JSON_DECODERS[type] : TEXT_DECODERS[type];
}

const TEXT_DECODERS: Record<CatalogueParameter['type'], Decoder> = {
  string: string_,
  integer: textOfInteger,
  number: textOfNumber,
  boolean: textOfBoolean,
  object: jsonTextOfObject,
};

const JSON_DECODERS: Record<CatalogueParameter['type'], Decoder> = {
  string: string_,
  integer(value, label) {
    if (typeof value === 'number' && Number.isInteger(value)) return value;
    throw new ParameterRefusal(`${label} is a whole number, got ${shown(value)}`);
  },
  number(value, label) {
    if (typeof value === 'number') return value;
    throw new ParameterRefusal(`${label} is a number, got ${shown(value)}`);
  },
  boolean(value, label) {
    if (typeof value === 'boolean') return value;
    throw new ParameterRefusal(`${label} is true or false, got ${shown(value)}`);
  },
  object(value, label) {
    if (typeof value === 'object' && value !== null) return value;
    throw new ParameterRefusal(`${label} is an object, got ${shown(value)}`);
  },
};

function string_(value: unknown, label: string): string {
  if (typeof value === 'string') return value;
  throw new ParameterRefusal(`${label} is text, got ${shown(value)}`);
}

function textOfInteger(value: unknown, label: string): number | string {
  if (typeof value !== 'string' || !WHOLE_NUMBER.test(value)) {
    throw new ParameterRefusal(`${label} is a whole number, got ${shown(value)}`);
  }
  const number = Number(value);
  // 64-bit keys do not fit a double; their text keeps every digit.
  return Number.isSafeInteger(number) ? number : value;
}

function textOfNumber(value: unknown, label: string): number {
  if (typeof value === 'string' && DECIMAL_NUMBER.test(value)) return Number(value);
  throw new ParameterRefusal(`${label} is a number, got ${shown(value)}`);
}

function textOfBoolean(value: unknown, label: string): boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw new ParameterRefusal(`${label} is true or false, got ${shown(value)}`);
}

function jsonText(value: unknown, label: string): unknown {
  const text = string_(value, label);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ParameterRefusal(`${label} is JSON text, got ${shown(text)}, which does not parse`);
  }
}

function jsonTextOfObject(value: unknown, label: string): unknown {
  const parsed = jsonText(value, label);
  if (typeof parsed === 'object' && parsed !== null) return parsed;
  throw new ParameterRefusal(`${label} is the JSON text of an object, got ${shown(value)}`);
}

/** Limits on the entries of an object or array that travels as one value. */
function compileCount(
  parameter: CatalogueParameter,
): ((value: unknown, label: string) => void) | undefined {
  const { minItems, maxItems } = parameter;
  if (minItems === undefined && maxItems === undefined) return undefined;
  return (value, label) => {
    if (typeof value !== 'object' || value === null) return;
    const count = Array.isArray(value) ? value.length : Object.keys(value).length;
    checkItemCount(parameter, count, label);
  };
}

/** Refuses a list with too few or too many entries. */
export function checkItemCount(
  { minItems, maxItems }: CatalogueParameter,
  count: number,
  label: string,
): void {
  if (maxItems !== undefined && count > maxItems) {
    throw new ParameterRefusal(`${label} has ${count} entries, at most ${maxItems} are allowed`);
  }
  if (minItems !== undefined && count < minItems) {
    throw new ParameterRefusal(`${label} has ${count} entries, at least ${minItems} are needed`);
  }
}
