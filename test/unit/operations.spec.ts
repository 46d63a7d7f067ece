import { describe, expect, it } from '@jest/globals';
import type {
  CatalogueParameter,
  CatalogueRateLimit,
} from '../../lib/catalogue/catalogue.types.js';
import { fieldsOf, type ImFieldRules } from '../../lib/client/input/field.js';
import { documentedCall, documentedCalls } from '../support/documented-calls.js';
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
      `${ours.size} of ${ours.size + missing.length} calls have a method; none yet:\n${lines.join('')}`,
    );
    expect([...ours].filter((place) => !documentedCalls.has(place))).toEqual([]);
  });

  describe.each(operations)('%s', (place, operation) => {
    const documented = documentedCall(place);

    it('has name, path, encoding, quota, targets, repetition and page of the catalogue', () => {
      const { name, encoding, rateLimit, targets, idempotent = false, docs } = operation;
      expect({
        name,
        encoding,
        limit: rateLimit?.limit,
        perSeconds: rateLimit?.perSeconds,
        counts: rateLimit && (rateLimit.unit ?? 'requests'),
        bucket: rateLimit?.bucket,
        targets: targets && { parameter: targets.field, max: targets.max },
        idempotent,
        docs,
      }).toEqual({
        name: documented.method,
        encoding: documented.contentType,
        limit: documented.rateLimit?.limit,
        perSeconds: documented.rateLimit?.perSeconds,
        counts: documented.rateLimit && countedBy(documented.rateLimit),
        bucket: documented.rateLimit?.bucket,
        targets: documented.batchLimit,
        idempotent: documented.idempotent,
        docs: documented.docs,
      });
    });

    it('has the parameters of the catalogue, with their lists, kinds and bounds', () => {
      const fields = [...fieldsOf(operation.input).values()];
      const ours = Object.fromEntries(fields.map(({ name, rules }) => [name, ofField(rules)]));
      const theirs = Object.fromEntries(
        documented.parameters.map((parameter) => [parameter.name, ofParameter(parameter)]),
      );
      expect(ours).toEqual(theirs);
    });

    it('bounds texts and numbers as the catalogue does', () => {
      for (const { name, rules } of fieldsOf(operation.input).values()) {
        const parameter = documented.parameters.find((other) => other.name === name);
        if (rules.type === 'text') {
          expect({ name, maxLength: rules.maxLength, maxBytes: rules.maxBytes }).toEqual({
            name,
            maxLength: parameter?.maxLength,
            maxBytes: parameter?.maxBytes,
          });
        }
        if (rules.type === 'choice') {
          expect({ name, choices: rules.choices }).toEqual({ name, choices: parameter?.enum });
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
