import type { CatalogueParameter } from '../../catalogue/catalogue.types.js';
import { PARAMETER_TOO_LONG, ParameterRefusal } from './parameter-refusal.js';

/** Throws a refusal when one value breaks a documented limit. */
export type ValueConstraint = (value: unknown, text: string, label: string) => void;

const MOST_BYTES_PER_UNIT = 3;

/** The limits of one value: `value` is what it means, `text` how it was written. */
export function compileConstraints(parameter: CatalogueParameter): readonly ValueConstraint[] {
  const constraints: ValueConstraint[] = [];
  const { maxLength, maxBytes, enum: choices, min, max } = parameter;
  if (maxLength !== undefined) constraints.push(atMostCodePoints(maxLength));
  if (maxBytes !== undefined) constraints.push(atMostBytes(maxBytes));
  if (choices !== undefined) constraints.push(oneOf(choices));
  if (min !== undefined || max !== undefined) constraints.push(within(min, max));
  return constraints;
}

function atMostCodePoints(limit: number): ValueConstraint {
  return (_value, text, label) => {
    if (text.length <= limit) return;
    const length = Array.from(text).length;
    if (length <= limit) return;
    throw new ParameterRefusal(
      `${label} has ${length} characters, at most ${limit} are allowed`,
      PARAMETER_TOO_LONG,
    );
  };
}

function atMostBytes(limit: number): ValueConstraint {
  return (_value, text, label) => {
    if (text.length * MOST_BYTES_PER_UNIT <= limit) return;
    const bytes = Buffer.byteLength(text);
    if (bytes <= limit) return;
    throw new ParameterRefusal(
      `${label} has ${bytes} bytes of UTF-8, at most ${limit} are allowed`,
      PARAMETER_TOO_LONG,
    );
  };
}

function oneOf(choices: readonly (string | number)[]): ValueConstraint {
  const allowed = new Set(choices.map(String));
  const listed = choices.join(', ');
  return (value, _text, label) => {
    if (allowed.has(String(value))) return;
    throw new ParameterRefusal(`${label} is one of ${listed}, got ${shown(value)}`);
  };
}

function within(min = -Infinity, max = Infinity): ValueConstraint {
  return (value, _text, label) => {
    const number = Number(value);
    if (Number.isNaN(number)) {
      throw new ParameterRefusal(`${label} is a number in text, got ${shown(value)}`);
    }
    if (number < min) {
      throw new ParameterRefusal(`${label} is at least ${min}, got ${shown(value)}`);
    }
    if (number > max) throw new ParameterRefusal(`${label} is at most ${max}, got ${shown(value)}`);
  };
}

const SHOWN_CHARACTERS = 40;

/** A value as it may stand in a sentence: as JSON, shortened. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  // Long text is cut before it is escaped; of other values, the reader has limited the depth.
  const part = typeof value === 'string' ? value.slice(0, SHOWN_CHARACTERS) : value;
  const text = JSON.stringify(part);
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
