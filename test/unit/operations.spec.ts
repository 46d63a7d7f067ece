import { describe, expect, it } from '@jest/globals';
import type { CatalogueParameter } from '../../lib/catalogue/catalogue.types.js';
import { findOperation } from '../../lib/catalogue/catalogue.js';
import { fieldsOf, type ImFieldRules } from '../../lib/client/input/field.js';
import type { ImOperation } from '../../lib/client/operation.js';
import { messageOperations, profileOperations, userOperations } from '../../lib/index.js';

type AnyOperation = ImOperation<never, unknown>;

const TABLES = { user: userOperations, profile: profileOperations, message: messageOperations };

/** All operations of a table with the name that follows from their place. */
function placed(place: string, table: object): (readonly [string, AnyOperation])[] {
  return Object.entries(table).flatMap(([key, value]: [string, AnyOperation | object]) =>
    'path' in value ? [[`${place}.${key}`, value] as const] : placed(`${place}.${key}`, value),
  );
}

const operations = Object.entries(TABLES).flatMap(([area, table]) => placed(area, table));

/** What the catalogue and a field must agree on, in the catalogue's words. */
interface Comparable {
  readonly required: boolean;
  readonly list: string | undefined;
  readonly kind: string | undefined;
  readonly items: readonly [number | undefined, number | undefined];
}

function ofField(rules: ImFieldRules): Comparable {
  const list = 'list' in rules ? rules.list : undefined;
  const kinds: Partial<Record<ImFieldRules['type'], string>> = {
    flag: 'flag',
    instant: 'instant',
    json: 'json',
    'json-fields': 'json',
  };
  return {
    required: rules.optional !== true,
    list: list?.style,
    kind: kinds[rules.type],
    items: [list?.minItems, list?.maxItems],
  };
}

function ofParameter({ required, list, kind, minItems, maxItems }: CatalogueParameter): Comparable {
  return { required, list, kind, items: list ? [minItems, maxItems] : [undefined, undefined] };
}

describe('operations', () => {
  it('are named after their place, each once', () => {
    expect(operations.map(([place]) => place)).toEqual(operations.map(([, { name }]) => name));
    expect(new Set(operations.map(([, { path }]) => path)).size).toBe(operations.length);
  });

  describe.each(operations)('%s', (_place, operation) => {
    const documented = findOperation('POST', operation.path);

    it('has path, encoding, quota, targets, repetition and page of the catalogue', () => {
      const { encoding, rateLimit, targets, idempotent = false, docs } = operation;
      expect({
        encoding,
        limit: rateLimit.limit,
        perSeconds: rateLimit.perSeconds,
        counts: rateLimit.unit === 'targets' ? 'targets' : 'requests',
        targets: targets && { parameter: targets.field, max: targets.max },
        idempotent,
        docs,
      }).toEqual({
        encoding: documented?.contentType,
        limit: documented?.rateLimit?.limit,
        perSeconds: documented?.rateLimit?.perSeconds,
        counts: documented?.rateLimit?.unit === 'requests' ? 'requests' : 'targets',
        targets: documented?.batchLimit,
        idempotent: documented?.idempotent,
        docs: documented?.docs,
      });
    });

    it('has the parameters of the catalogue, with their lists, kinds and bounds', () => {
      const fields = [...fieldsOf(operation.input).values()];
      const ours = Object.fromEntries(fields.map(({ name, rules }) => [name, ofField(rules)]));
      const theirs = Object.fromEntries(
        (documented?.parameters ?? []).map((parameter) => [parameter.name, ofParameter(parameter)]),
      );
      expect(ours).toEqual(theirs);
    });

    it('bounds texts and numbers as the catalogue does', () => {
      for (const { name, rules } of fieldsOf(operation.input).values()) {
        const parameter = documented?.parameters.find((other) => other.name === name);
        if (rules.type === 'text') {
          expect({ name, maxLength: rules.maxLength, maxBytes: rules.maxBytes }).toEqual({
            name,
            maxLength: parameter?.maxLength,
            maxBytes: parameter?.maxBytes,
          });
        }
        if (rules.type === 'integer') {
          expect({ name, max: rules.max }).toEqual({
            name,
            max: parameter?.max ?? Number.MAX_SAFE_INTEGER,
          });
          if (parameter?.min !== undefined)
            expect([name, rules.min]).toEqual([name, parameter.min]);
        }
      }
    });
  });
});
