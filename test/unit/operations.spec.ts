import { describe, expect, it } from '@jest/globals';
import type {
  CatalogueParameter,
  CatalogueRateLimit,
} from '../../lib/catalogue/catalogue.types.js';
import { documentedCall, documentedCalls } from '../../lib/catalogue/documented-calls.js';
import { fieldsOf, type ImFieldRules } from '../../lib/client/input/field.js';
import { placedOperations as operations } from '../support/operation-tables.js';

/** What the catalogue and a field must agree on, in the catalogue's words. */
interface Comparable {
  readonly required: boolean;
  readonly list?: string | undefined;
  readonly kind?: string | undefined;
  readonly items?: readonly [min: number, max: number | undefined] | undefined;
  readonly choices?: readonly (string | number)[] | undefined;
  readonly maxLength?: number | undefined;
  readonly maxBytes?: number | undefined;
  readonly max?: number | undefined;
}

type Places = ReadonlyMap<string, Comparable>;

/** Bounds that ours are stricter than, where the catalogue leaves them open: ids by design. */
const ID_BYTES = 64;

/** The fields of an input and of the objects in it, by their places: `words[].word`. */
function fieldPlaces(input: new () => object, around = ''): [string, Comparable][] {
  return [...fieldsOf(input).values()].flatMap(({ name, rules }) => {
    const place = around + name;
    const own: [string, Comparable] = [place, ofField(rules)];
    if (rules.type !== 'fields') return [own];
    return [own, ...fieldPlaces(rules.fields, `${place}${rules.items ? '[]' : ''}.`)];
  });
}

function ofField(rules: ImFieldRules): Comparable {
  return {
    required: rules.optional !== true,
    ...listOf(rules),
    ...kindOf(rules),
    ...(rules.type === 'choice' && { choices: rules.choices }),
    ...(rules.type === 'text' && { maxLength: rules.maxLength, maxBytes: rules.maxBytes }),
    ...(rules.type === 'integer' && { max: bounded(rules.max) }),
    ...(rules.type === 'number' && { max: rules.max }),
  };
}

function listOf(rules: ImFieldRules): Partial<Comparable> {
  if ('list' in rules) {
    const { style, minItems, maxItems } = rules.list;
    return { list: style, items: [minItems, bounded(maxItems)] };
  }
  if (rules.type === 'indexed') return { list: 'indexed', items: [1, rules.maxKeys] };
  if (!('items' in rules)) return {};
  const isOneText = rules.type === 'fields' && rules.form === 'text';
  return {
    list: isOneText ? 'json' : 'repeat',
    items: [rules.items.min, bounded(rules.items.max)],
  };
}

function kindOf(rules: ImFieldRules): Partial<Comparable> {
  switch (rules.type) {
    case 'flag':
    case 'instant':
      return { kind: rules.type };
    case 'json':
    case 'fields':
      return rules.form === 'object' ? {} : { kind: 'json' };
    default:
      return 'list' in rules && rules.list.style === 'json' ? { kind: 'json' } : {};
  }
}

function bounded(max: number): number | undefined {
  return max === Number.MAX_SAFE_INTEGER ? undefined : max;
}

function ofParameter(parameter: CatalogueParameter): Comparable {
  const { required, list, kind, minItems = 1, maxItems, enum: choices } = parameter;
  const isText = parameter.type === 'string' && !choices && kind !== 'json';
  return {
    required,
    ...(list && { list, items: [minItems, maxItems] }),
    ...(kind && { kind }),
    ...(choices && kind !== 'flag' && { choices }),
    ...(isText && { maxLength: parameter.maxLength, maxBytes: parameter.maxBytes }),
    ...(isNumber(parameter) && { max: parameter.max }),
  };
}

function isNumber({ type, kind, enum: choices }: CatalogueParameter): boolean {
  return (type === 'integer' || type === 'number') && kind === undefined && !choices;
}

/** An id is not compared by its length: all are held to the same bound. */
function withoutIdBounds(places: Places, ids: ReadonlySet<string>): Record<string, Comparable> {
  return Object.fromEntries(
    [...places].map(([place, comparable]) => {
      if (!ids.has(place)) return [place, comparable];
      const { maxLength: _length, maxBytes: _bytes, ...rest } = comparable;
      return [place, rest];
    }),
  );
}

function idPlaces(input: new () => object, around = ''): string[] {
  return [...fieldsOf(input).values()].flatMap(({ name, rules }) => {
    if (rules.type === 'id') return [around + name];
    if (rules.type !== 'fields') return [];
    return idPlaces(rules.fields, `${around}${name}${rules.items ? '[]' : ''}.`);
  });
}

/** Users, messages and entries are the targets of a call. */
function countedBy({ unit }: CatalogueRateLimit): string {
  return unit === 'requests' ? 'requests' : 'targets';
}

describe('operations', () => {
  it('are named after their place, each once', () => {
    expect(operations.map(([place]) => place)).toEqual(operations.map(([, { name }]) => name));
    expect(new Set(operations.map(([place]) => place)).size).toBe(operations.length);
  });

  // A list to work through, not a verdict: it prints what has no method yet.
  it('exist for the calls of the catalogue, but for those printed here', () => {
    const ours = new Set(operations.map(([place]) => place));
    const missing = [...documentedCalls.values()].filter(
      ({ status, method }) => status !== 'deprecated' && !ours.has(method),
    );
    const lines = [...new Set(missing.map(({ area }) => area))].map((area) => {
      const methods = missing.filter((call) => call.area === area).map(({ method }) => method);
      return `  ${area}, ${methods.length}: ${methods.join(', ')}\n`;
    });
    process.stdout.write(
      `${ours.size} of ${ours.size + missing.length} calls have a method` +
        (lines.length > 0 ? `; none yet:\n${lines.join('')}` : '.\n'),
    );
    expect([...ours].filter((place) => !documentedCalls.has(place))).toEqual([]);
  });

  describe.each(operations)('%s', (place, operation) => {
    const documented = documentedCall(place);

    it('has address, encoding, quota, targets, repetition and page of the catalogue', () => {
      const { encoding, rateLimit, targets, idempotent = false, docs } = operation;
      expect({
        address: `${operation.http ?? 'POST'} ${operation.path}`,
        encoding,
        limit: rateLimit?.limit,
        perSeconds: rateLimit?.perSeconds,
        counts: rateLimit && (rateLimit.unit ?? 'requests'),
        bucket: rateLimit?.bucket,
        targets: targets && { parameter: targets.field, max: targets.max },
        idempotent,
        docs,
      }).toEqual({
        address: `${documented.http} ${documented.path}`,
        encoding: documented.contentType,
        limit: documented.rateLimit?.limit,
        perSeconds: documented.rateLimit?.perSeconds,
        counts: documented.rateLimit && countedBy(documented.rateLimit),
        bucket: documented.rateLimit?.bucket,
        targets: targetsOf(documented.batchLimit),
        idempotent: documented.idempotent,
        docs: documented.docs,
      });
    });

    it('has the parameters of the catalogue, with their lists, kinds, choices and bounds', () => {
      const ids = new Set(idPlaces(operation.input));
      const documentedPlaces = new Map(
        documented.parameters.map((parameter) => [parameter.name, ofParameter(parameter)]),
      );
      // The catalogue does not list an object that only shows in the names of its fields, nor what
      // the vendor describes in prose inside an object.
      const isListed = (field: string): boolean =>
        documentedPlaces.has(field) || !isInside(field, documentedPlaces);
      const ours = new Map(
        fieldPlaces(operation.input).filter(
          ([field]) => isListed(field) && !isAround(field, documentedPlaces),
        ),
      );
      expect(withoutIdBounds(ours, ids)).toEqual(withoutIdBounds(documentedPlaces, ids));
      const tooLong = documented.parameters.filter(
        ({ name, maxBytes, maxLength }) =>
          ids.has(name) && (maxBytes ?? maxLength ?? 64) < ID_BYTES,
      );
      expect(tooLong).toEqual([]);
    });
  });
});

/** Targets in an object inside the input cannot be cut into parts. */
function targetsOf(
  limit: { readonly parameter: string; readonly max: number } | undefined,
): { readonly parameter: string; readonly max: number } | undefined {
  return limit?.parameter.includes('.') ? undefined : limit;
}

function isAround(field: string, places: Places): boolean {
  return (
    !places.has(field) &&
    [...places.keys()].some(
      (place) => place.startsWith(`${field}.`) || place.startsWith(`${field}[]`),
    )
  );
}

/** Whether a field lies in an object whose inside the catalogue does not list. */
function isInside(field: string, places: Places): boolean {
  const around = field.split('.').slice(0, -1).join('.').replace(/\[\]$/, '');
  return (
    around !== '' &&
    ![...places.keys()].some(
      (place) => place.startsWith(`${around}.`) || place.startsWith(`${around}[].`),
    )
  );
}
