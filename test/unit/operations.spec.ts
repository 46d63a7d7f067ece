import { describe, expect, it } from '@jest/globals';
import type {
  CatalogueParameter,
  CatalogueRateLimit,
} from '../../lib/catalogue/catalogue.types.js';
import { findOperation } from '../../lib/catalogue/catalogue.js';
import { fieldsOf, type ImFieldRules } from '../../lib/client/input/field.js';
import { placedOperations as operations } from '../support/operation-tables.js';

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
  const items = rules.type === 'json-fields' ? rules.items : undefined;
  return {
    required: rules.optional !== true,
    list: items ? 'json' : list?.style,
    kind: kinds[rules.type],
    items: items ? [items.min, items.max] : [list?.minItems, list?.maxItems],
  };
}

function ofParameter({ required, list, kind, minItems, maxItems }: CatalogueParameter): Comparable {
  return { required, list, kind, items: list ? [minItems, maxItems] : [undefined, undefined] };
}

/** Users, messages and entries are the targets of a call. */
function countedBy({ unit }: CatalogueRateLimit): string {
  return unit === 'requests' ? 'requests' : 'targets';
}

describe('operations', () => {
  it('are named after their place, each once', () => {
    expect(operations.map(([place]) => place)).toEqual(operations.map(([, { name }]) => name));
    expect(new Set(operations.map(([, { path }]) => path)).size).toBe(operations.length);
  });

  describe.each(operations)('%s', (_place, operation) => {
    const documented = findOperation('POST', operation.path);

    it('has name, path, encoding, quota, targets, repetition and page of the catalogue', () => {
      const { name, encoding, rateLimit, targets, idempotent = false, docs } = operation;
      expect({
        name,
        encoding,
        limit: rateLimit?.limit,
        perSeconds: rateLimit?.perSeconds,
        counts: rateLimit && (rateLimit.unit ?? 'requests'),
        targets: targets && { parameter: targets.field, max: targets.max },
        idempotent,
        docs,
      }).toEqual({
        name: documented?.method,
        encoding: documented?.contentType,
        limit: documented?.rateLimit?.limit,
        perSeconds: documented?.rateLimit?.perSeconds,
        counts: documented?.rateLimit && countedBy(documented.rateLimit),
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
