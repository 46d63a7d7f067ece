import type { ValidationArguments } from 'class-validator';
import { problemOf } from './check.js';
import { ValidateBy } from './class-validator.js';
import {
  declareField,
  type EntryRules,
  type ImFieldRules,
  type ItemBounds,
  type ListRules,
} from './field.js';

interface Optional {
  /** The field may be left out. */
  readonly optional?: true;
}

interface ListBounds {
  /** Default 1. */
  readonly minItems?: number;
  /** Absent where none is documented. */
  readonly maxItems?: number;
  /** Default `repeat`. */
  readonly style?: ListRules['style'];
}

type ItemCounts = Omit<ListBounds, 'style'>;

/** The same with every property allowed to be undefined. */
type Loose<Options> = { readonly [Key in keyof Options]?: Options[Key] | undefined };

/** A user, group or other id: non-empty, at most 64 bytes, no control characters. */
export function IdField(options: Optional = {}): PropertyDecorator {
  return field({ type: 'id', ...options });
}

/** A list of ids. */
export function IdListField({
  optional,
  ...bounds
}: Optional & ListBounds = {}): PropertyDecorator {
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
  ListBounds & {
    readonly maxLength?: number;
    readonly maxBytes?: number;
  } = {}): PropertyDecorator {
  return field({ type: 'text', list: listRules({ minItems, maxItems, style }), ...rest });
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

/** A list of a few texts or numbers. */
export function ChoiceListField(
  choices: readonly (string | number)[],
  { optional, ...bounds }: Optional & ListBounds = {},
): PropertyDecorator {
  return field({
    type: 'choice',
    choices,
    list: listRules(bounds),
    ...(optional && { optional }),
  });
}

/** A number that may have a fraction. */
export function NumberField(
  options: Optional & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator {
  return field({ type: 'number', ...options });
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
    readonly maxKeys?: number;
  } = {},
): PropertyDecorator {
  return field({ type: 'json', form: 'text', ...options });
}

/** A map in a JSON body. */
export function MapField(
  options: Optional & {
    readonly maxKeys?: number;
    readonly maxBytes?: number;
    readonly entries?: EntryRules;
  } = {},
): PropertyDecorator {
  return field({ type: 'json', form: 'object', ...options });
}

/** A list of maps in a JSON body. */
export function MapListField(options: Optional & ItemCounts = {}): PropertyDecorator {
  const { minItems, maxItems, ...rest } = options;
  return field({ type: 'json', form: 'object', items: itemBounds(minItems, maxItems), ...rest });
}

/** A map in a form, each entry under a key of its own: `group[g1]=Book club`. */
export function IndexedField(
  options: Optional & { readonly maxKeys?: number } = {},
): PropertyDecorator {
  return field({ type: 'indexed', ...options });
}

/** An object with fields of its own that travels as JSON text. */
export function JsonFieldsField(
  fields: new () => object,
  options: Optional = {},
): PropertyDecorator {
  return field({ type: 'fields', form: 'text', fields, ...options });
}

/** A list of objects with fields of their own that travels as JSON text. */
export function JsonListField(
  fields: new () => object,
  { minItems, maxItems, ...options }: Optional & ItemCounts = {},
): PropertyDecorator {
  const items = itemBounds(minItems, maxItems);
  return field({ type: 'fields', form: 'text', fields, items, ...options });
}

/** A list of objects with fields of their own in a JSON body, each of which travels as JSON text. */
export function JsonTextListField(
  fields: new () => object,
  { minItems, maxItems, ...options }: Optional & ItemCounts = {},
): PropertyDecorator {
  const items = itemBounds(minItems, maxItems);
  return field({ type: 'fields', form: 'texts', fields, items, ...options });
}

/** An object with fields of its own in a JSON body. */
export function ObjectField(
  fields: new () => object,
  options: Optional & { readonly maxBytes?: number } = {},
): PropertyDecorator {
  return field({ type: 'fields', form: 'object', fields, ...options });
}

/** A list of objects with fields of their own in a JSON body. */
export function ObjectListField(
  fields: new () => object,
  { minItems, maxItems, ...options }: Optional & ItemCounts = {},
): PropertyDecorator {
  const items = itemBounds(minItems, maxItems);
  return field({ type: 'fields', form: 'object', fields, items, ...options });
}

function listRules({ minItems, maxItems, style = 'repeat' }: Loose<ListBounds>): ListRules {
  const { min, max } = itemBounds(minItems, maxItems);
  return { minItems: min, maxItems: max, style };
}

function itemBounds(min = 1, max = Number.MAX_SAFE_INTEGER): ItemBounds {
  return { min, max };
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
