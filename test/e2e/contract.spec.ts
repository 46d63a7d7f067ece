import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { findOperation } from '../../lib/catalogue/catalogue.js';
import type { CatalogueField, CatalogueParameter } from '../../lib/catalogue/catalogue.types.js';
import type { ImResultConversions } from '../../lib/client/result-conversions.js';
import {
  ImAmbiguousOutcomeError,
  ImInvalidParameterError,
  ImNetworkError,
  ImResponseParseError,
  ImServerError,
  ImTimeoutError,
  ImValidationError,
  LocalRateLimiter,
  type ImApp,
} from '../../lib/index.js';
import { createApp } from '../../lib/im.app.js';
import { ImEmulator, type ImEmulatorFault } from '../../lib/testing/index.js';
import { documentedCall } from '../../lib/catalogue/documented-calls.js';
import {
  atBounds,
  beyondBounds,
  incomplete,
  SAMPLE_INSTANT,
  sampleInput,
} from '../support/input-sample.js';
import { prepareSamples } from '../support/sample-state.js';
import { methodOf, placedOperations } from '../support/operation-tables.js';

/** Each way in which a call fails, and the error of a call that is safe to repeat and of one that is not. */
const FAILURES = [
  {
    what: 'an API error',
    fault: { kind: 'status', status: 400, withCode: 1002 },
    safe: ImInvalidParameterError,
    unsafe: ImInvalidParameterError,
  },
  {
    what: '500 with a code',
    fault: { kind: 'status', status: 500, withCode: true },
    safe: ImServerError,
    unsafe: ImServerError,
  },
  {
    what: '502 of a gateway',
    fault: { kind: 'status', status: 502 },
    safe: ImServerError,
    unsafe: ImAmbiguousOutcomeError,
  },
  {
    what: 'no answer in time',
    fault: { kind: 'hang' },
    safe: ImTimeoutError,
    unsafe: ImAmbiguousOutcomeError,
  },
  {
    what: 'a reset',
    fault: { kind: 'reset-after' },
    safe: ImNetworkError,
    unsafe: ImAmbiguousOutcomeError,
  },
  {
    what: 'malformed JSON',
    fault: { kind: 'malformed' },
    safe: ImResponseParseError,
    unsafe: ImResponseParseError,
  },
] satisfies readonly { fault: ImEmulatorFault; [key: string]: unknown }[];

/** The longest list makes a sample wrong where other lists must be as long. */
const WANTS_AS_MANY = 'one for each recipient is needed';

let cases = 0;

afterAll(() => {
  process.stdout.write(
    `${placedOperations.length} operations kept the contract in ${cases} cases\n`,
  );
});

describe.each(placedOperations)('%s', (name, operation) => {
  const { http = 'POST', path, encoding, idempotentUnless, convert = {} } = operation;
  const input = operation.input as new () => object;
  const sample = sampleInput(input);
  const documented = documentedCall(name);
  const idempotent =
    operation.idempotent === true &&
    (idempotentUnless === undefined || sample[idempotentUnless] !== true);
  let emulator: ImEmulator;
  let checked: ImApp;
  let unchecked: ImApp;

  beforeAll(async () => {
    // The messages of the preparation are those of the time that the samples ask for.
    emulator = await ImEmulator.start({ rateLimits: false, clock: () => SAMPLE_INSTANT });
    const { endpoints, ...options } = emulator.moduleOptions;
    const settings = {
      ...options,
      endpoints: endpoints.slice(0, 1),
      rateLimit: new LocalRateLimiter({ limits: { [path]: 1_000_000 } }),
      retry: false,
    } as const;
    checked = createApp('checked', settings);
    unchecked = createApp('unchecked', { ...settings, validate: false });
    await prepareSamples(checked, name);
  });

  afterEach(() => {
    cases += 1;
  });

  afterAll(async () => {
    await Promise.all([checked.close(), unchecked.close()]);
    await emulator.stop();
  });

  const call = (app: ImApp, value: unknown, options?: object) =>
    methodOf(app, name)(value, options);

  it('is accepted on its path, with its content type and the documented types in its result', async () => {
    const result = await call(checked, sample);
    const request = emulator.requests.at(-1);
    expect(request).toMatchObject({
      path: expect.stringMatching(pathPattern(path)),
      method: http,
      status: 200,
    });
    expect(request?.headers['content-type']).toContain(encoding === 'form' ? 'form' : 'json');
    if (result === undefined) {
      expect(documented.response.map((field) => field.name)).toEqual(['code']);
    } else {
      expect(misTyped(result, documented.response, convert)).toEqual([]);
    }
  });

  const missing = incomplete(input);
  if (missing.length > 0) {
    it.each(missing)('is refused $what, here and by the service', async (one) => {
      const { required, in: place } = addressed(one.field) ?? {};
      // Without what stands in its path a request has no address, so it never gets to the service.
      const isSent = required && place !== 'path';
      await refused(one.field, one.input, isSent ? 'everywhere' : 'here');
    });
  }

  const beyond = beyondBounds(input);
  if (beyond.length > 0) {
    it.each(beyond)(
      'is refused beyond its bounds: $what',
      async ({ what, field, input: broken }) => {
        const { min, minItems } = addressed(field) ?? {};
        // Where the vendor documents no bound, it is kept here alone.
        const isOurs =
          !addressed(field) || (what.includes('at least') && (min ?? minItems) === undefined);
        await refused(field, broken, isOurs ? 'here' : 'everywhere');
      },
    );

    it.each(atBounds(input))('is accepted at its bounds: $what', async ({ input: kept }) => {
      await call(checked, kept).catch(() => undefined);
      const { code, reason = '', path: called } = emulator.requests.at(-1) ?? {};
      expect(code === 1002 && !reason.includes(WANTS_AS_MANY)).toBe(false);
      expect(called).toMatch(pathPattern(path));
    });
  }

  it.each(FAILURES)('fails with its error class on $what', async ({ fault, safe, unsafe }) => {
    await emulator.primary.fail(fault);
    const options = fault.kind === 'hang' ? { timeoutMs: 50 } : {};
    await expect(call(checked, sample, options)).rejects.toBeInstanceOf(idempotent ? safe : unsafe);
    await emulator.primary.recover();
  });

  /** What the vendor documents of a field at this address, whichever call of it this one is. */
  function addressed(field: string): CatalogueParameter | undefined {
    const place = field.replaceAll('[0]', '[]');
    return findOperation(http, path)?.parameters.find((one) => one.name === place);
  }

  /** By our check, with nothing on the wire, and without it by the service. */
  async function refused(
    field: string,
    broken: unknown,
    where: 'here' | 'everywhere' = 'everywhere',
  ): Promise<void> {
    const arrived = emulator.requests.length;
    const error = await call(checked, broken).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImValidationError);
    expect((error as ImValidationError).problems[0]?.field.startsWith(field)).toBe(true);
    expect(emulator.requests).toHaveLength(arrived);
    if (where === 'here') return;
    await expect(call(unchecked, broken)).rejects.toBeInstanceOf(ImInvalidParameterError);
  }
});

/** What a path looks like with something in each of its places. */
function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

const CONVERTED_TYPES = { flag: 'boolean', integer: 'number', json: 'object' } as const;

/** The documented fields of a result that are there with another type than documented. */
function misTyped(
  result: unknown,
  fields: readonly CatalogueField[],
  convert: ImResultConversions,
): string[] {
  return fields.flatMap(({ name, type }) => {
    const conversion = convert[name];
    const expected = conversion && CONVERTED_TYPES[conversion];
    return valuesAt(result, name.split('.'))
      .filter((value) => !(conversion === 'json' && value === ''))
      .map((value) => (Array.isArray(value) ? `${typeof value[0]}[]` : typeof value))
      .filter((found) => found !== (expected ?? type) && found !== 'undefined[]')
      .map((found) => `${name} is ${found}, not ${expected ?? type}`);
  });
}

function valuesAt(value: unknown, [segment, ...rest]: readonly string[]): unknown[] {
  if (segment === undefined) return [value];
  const name = segment.replace('[]', '');
  if (typeof value !== 'object' || value === null || !(name in value)) return [];
  const field: unknown = Reflect.get(value, name);
  return segment === name || !Array.isArray(field)
    ? valuesAt(field, rest)
    : field.flatMap((item) => valuesAt(item, rest));
}
