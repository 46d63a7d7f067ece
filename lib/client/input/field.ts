/** What a field of an input means, and how it travels. */
export type ImFieldRules =
  | IdRules
  | TextRules
  | ChoiceRules
  | IntegerRules
  | NumberRules
  | FlagRules
  | InstantRules
  | JsonRules
  | IndexedRules
  | FieldsRules;

/** What all fields have in common. */
export interface CommonRules {
  /** The field may be left out. */
  readonly optional?: true;
}

/** Several values in one field. */
export interface ListRules {
  /**
   * `repeat` sends the form key once per value, `comma` joins the values, `json` sends the JSON text of
   * their array; in a JSON body all are arrays.
   */
  readonly style: 'repeat' | 'comma' | 'json';
  readonly minItems: number;
  readonly maxItems: number;
}

/** An id: non-empty, at most 64 bytes, well-formed, without control characters. */
export interface IdRules extends CommonRules {
  readonly type: 'id';
  readonly list?: ListRules;
}

export interface TextRules extends CommonRules {
  readonly type: 'text';
  readonly list?: ListRules;
  /** In code points. */
  readonly maxLength?: number;
  /** In bytes of UTF-8. */
  readonly maxBytes?: number;
}

/** One of a few texts or numbers. */
export interface ChoiceRules extends CommonRules {
  readonly type: 'choice';
  readonly list?: ListRules;
  readonly choices: readonly (string | number)[];
}

export interface IntegerRules extends CommonRules {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
}

/** A number with a fraction. */
export interface NumberRules extends CommonRules {
  readonly type: 'number';
  readonly min?: number;
  readonly max?: number;
}

/** A yes or no: a boolean here, `1`/`0` or `true`/`false` on the wire. */
export interface FlagRules extends CommonRules {
  readonly type: 'flag';
  readonly wire: 'number' | 'boolean';
}

/** A point in time: a `Date` or Unix milliseconds here, Unix milliseconds on the wire. */
export interface InstantRules extends CommonRules {
  readonly type: 'instant';
}

/** How a value of several parts travels: as its JSON text, or as an object inside a JSON body. */
export type ObjectForm = 'text' | 'object';

/** How many items a list holds. */
export interface ItemBounds {
  readonly min: number;
  readonly max: number;
}

/** A value without fields of its own: a map, or content of an app's own. */
export interface JsonRules extends CommonRules {
  readonly type: 'json';
  readonly form: ObjectForm;
  /** Present when the field holds a list of such values. */
  readonly items?: ItemBounds;
  /** Longest JSON text in bytes of UTF-8. */
  readonly maxBytes?: number;
  /** Text is sent as it is, for contents that are not JSON. */
  readonly orText?: true;
  /** The value maps keys to texts, within these bounds. */
  readonly entries?: EntryRules;
  /** Most keys of the value. */
  readonly maxKeys?: number;
}

/** A map whose entries travel as form keys of their own: `group[g1]=Book club`. */
export interface IndexedRules extends CommonRules {
  readonly type: 'indexed';
  readonly maxKeys?: number;
}

/** An object with fields of its own, or a list of such objects. */
export interface FieldsRules extends CommonRules {
  readonly type: 'fields';
  /** `texts` is a list whose objects travel as JSON text each. */
  readonly form: ObjectForm | 'texts';
  readonly fields: new () => object;
  readonly items?: ItemBounds;
  /** Longest JSON text in bytes of UTF-8, of each object where there are several. */
  readonly maxBytes?: number;
}

/** Bounds of a value that maps keys to texts. */
export interface EntryRules {
  /** Default 0. */
  readonly minEntries?: number;
  readonly maxEntries: number;
  readonly keys: RegExp;
  /** In code points. */
  readonly maxKeyLength: number;
  /** In code points. */
  readonly maxValueLength: number;
}

/** A field of an input class. */
export interface ImField {
  readonly name: string;
  readonly rules: ImFieldRules;
}

const declaredFields = new WeakMap<object, ImField[]>();
const completeFields = new WeakMap<object, ReadonlyMap<string, ImField>>();

/** Notes down a field; called by the field decorators only. */
export function declareField(prototype: object, name: string, rules: ImFieldRules): void {
  const fields = declaredFields.get(prototype) ?? [];
  fields.push({ name, rules });
  declaredFields.set(prototype, fields);
}

/** All fields of an input class by name, inherited ones first, in the order of their declaration. */
export function fieldsOf(input: new () => object): ReadonlyMap<string, ImField> {
  const known = completeFields.get(input);
  if (known) return known;
  const fields = new Map<string, ImField>();
  for (const prototype of prototypesOf(input)) {
    for (const field of declaredFields.get(prototype) ?? []) fields.set(field.name, field);
  }
  completeFields.set(input, fields);
  return fields;
}

function prototypesOf(input: new () => object): object[] {
  const chain: object[] = [];
  for (
    let prototype: unknown = input.prototype;
    typeof prototype === 'object' && prototype !== null;
    prototype = Object.getPrototypeOf(prototype)
  ) {
    chain.unshift(prototype);
  }
  return chain;
}
