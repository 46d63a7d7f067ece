/**
 * What a field of a reply stands for where it travels as something else: `flag` is a yes or no sent as
 * `1`/`0`, `integer` a number that some versions of the service send as text, `json` a value sent as
 * JSON text.
 */
export type ImResultConversion = 'flag' | 'integer' | 'json';

/** The converted fields of a reply by their place: dots lead into an object, `[]` into each item. */
export type ImResultConversions = Readonly<Record<string, ImResultConversion>>;

const CONVERT: Readonly<Record<ImResultConversion, (value: unknown) => unknown>> = {
  flag: (value) => FLAGS.get(value) ?? value,
  integer: (value) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
  json: (value) => (typeof value === 'string' ? parsed(value) : value),
};

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [1, true],
  ['1', true],
  [0, false],
  ['0', false],
]);

/** Converts fields of a parsed reply in place. What is none of the known forms stays as it came. */
export function convertResult(reply: object, conversions: ImResultConversions): void {
  for (const [place, conversion] of Object.entries(conversions)) {
    convertAt(reply, place.split('.'), CONVERT[conversion]);
  }
}

function convertAt(
  value: unknown,
  [segment, ...rest]: readonly string[],
  convert: (value: unknown) => unknown,
): unknown {
  if (segment === undefined) return convert(value);
  if (typeof value !== 'object' || value === null) return value;
  const name = segment.replace('[]', '');
  if (!Object.hasOwn(value, name)) return value;
  const field: unknown = Reflect.get(value, name);
  const isList = segment !== name && Array.isArray(field);
  const converted: unknown = isList
    ? field.map((item) => convertAt(item, rest, convert))
    : convertAt(field, rest, convert);
  Reflect.set(value, name, converted);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
