import { ValidateBy, type ValidationArguments } from 'class-validator';
import { problemOf } from './check.js';
import { declareField, type EntryRules, type ImFieldRules, type ListRules } from './field.js';

interface Optional {
  /** The field may be left out. */
  readonly optional?: true;
}

interface ListBounds {
  /** Default 1. */
  readonly minItems?: number;
  readonly maxItems: number;
  /** Default `repeat`. */
  readonly style?: ListRules['style'];
}

/** A user, group or other id: non-empty, at most 64 bytes, no control characters. */
export function IdField(options: Optional = {}): PropertyDecorator {
  return field({ type: 'id', ...options });
}

/** A list of ids. */
export function IdListField({ optional, ...bounds }: Optional & ListBounds): PropertyDecorator {
  return field({ type: 'id', list: listRules(bounds), ...(optional && { optional }) });
}

/** A text, bounded in code points (`maxLength`) or bytes of UTF-8 (`maxBytes`). */
export function TextField(
  options: Optional & { readonly maxLength?: number; readonly maxBytes?: number } = {},
): PropertyDecorator {
  return field({ type: 'text', ...options });
}

/** A list of texts, each bounded as `TextField` is. */
export function TextListField({
  minItems,
  maxItems,
  style,
  ...rest
}: Optional &
  ListBounds & { readonly maxLength?: number; readonly maxBytes?: number }): PropertyDecorator {
  const bounds = { maxItems, ...(minItems !== undefined && { minItems }), ...(style && { style }) };
  return field({ type: 'text', list: listRules(bounds), ...rest });
}

/** A whole number. */
export function IntegerField({
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
  ...options
}: Optional & { readonly min?: number; readonly max?: number } = {}): PropertyDecorator {
  return field({ type: 'integer', min, max, ...options });
}

/** One of a few texts or numbers. */
export function ChoiceField(
  choices: readonly (string | number)[],
  options: Optional = {},
): PropertyDecorator {
  return field({ type: 'choice', choices, ...options });
}

/** A yes or no that travels as `1`/`0` or as `true`/`false`. */
export function FlagField(wire: 'number' | 'boolean', options: Optional = {}): PropertyDecorator {
  return field({ type: 'flag', wire, ...options });
}

/** A point in time, a `Date` or Unix milliseconds. */
export function InstantField(options: Optional = {}): PropertyDecorator {
  return field({ type: 'instant', ...options });
}

/** A value that travels as JSON text. */
export function JsonField(
  options: Optional & {
    readonly maxBytes?: number;
    readonly orText?: true;
    readonly entries?: EntryRules;
  } = {},
): PropertyDecorator {
  return field({ type: 'json', ...options });
}

/** An object with fields of its own that travels as JSON text. */
export function JsonFieldsField(
  fields: new () => object,
  options: Optional = {},
): PropertyDecorator {
  return field({ type: 'json-fields', fields, ...options });
}

/** A list of objects with fields of their own that travels as JSON text. */
export function JsonListField(
  fields: new () => object,
  { minItems: min = 1, maxItems: max, ...options }: Optional & Omit<ListBounds, 'style'>,
): PropertyDecorator {
  return field({ type: 'json-fields', fields, items: { min, max }, ...options });
}

function listRules({ minItems = 1, maxItems, style = 'repeat' }: ListBounds): ListRules {
  return { minItems, maxItems, style };
}

/**
 * Declares a field twice from one set of rules: for the client, which checks and encodes by the
 * rules directly, and for class-validator, so that the same class works in a `ValidationPipe`.
 */
function field(rules: ImFieldRules): PropertyDecorator {
  const forClassValidator = ValidateBy({
    name: 'imField',
    validator: {
      validate: (value: unknown) => problemOf(rules, value) === undefined,
      defaultMessage: (details?: ValidationArguments) =>
        problemOf(rules, details?.value) ?? 'is not valid',
    },
  });
  return (prototype, name) => {
    if (typeof name !== 'string')
      throw new TypeError('A field of an input has a text as its name.');
    declareField(prototype, name, rules);
    forClassValidator(prototype, name);
  };
}
