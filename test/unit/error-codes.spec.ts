import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../lib/catalogue/catalogue.js';
import { statusCodeCatalogue } from '../../lib/catalogue/status-codes.catalogue.js';
import { ERROR_CODES, ERROR_STATUSES } from '../../lib/errors/error-codes.js';

/** Codes that only the vendor's SDKs raise by themselves, by the catalogue's own words. */
const isOfAnSdk = /Not (sent by|from) the server|SDK-only/;
const SUCCESSES = [0, 200];

describe('the codes of the service', () => {
  const documented = statusCodeCatalogue.filter(({ advice }) => !isOfAnSdk.test(advice));

  it('are those of the catalogue, each with what it means and what to do', () => {
    const codes = documented.flatMap(({ code }) => (code === undefined ? [] : [code]));
    const failures = [...new Set(codes)].filter((code) => !SUCCESSES.includes(code));
    expect(Object.keys(ERROR_CODES).map(Number)).toEqual(failures.sort((a, b) => a - b));
    for (const { meaning, advice } of Object.values(ERROR_CODES)) {
      expect(meaning).toMatch(/^[a-zA-Z].*[a-z]$/);
      expect(advice).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('cover what the operations answer', () => {
    const answered = new Set(catalogue.flatMap(({ errorCodes }) => errorCodes));
    const unknown = [...answered].filter((code) => !(code in ERROR_CODES));
    expect(unknown.filter((code) => !SUCCESSES.includes(code))).toEqual([]);
  });

  it('leave no failing status of the catalogue without an error class', () => {
    const statuses = documented.flatMap(({ httpStatus: status }) => (status ? [status] : []));
    const failing = [...new Set(statuses)].filter((status) => status >= 400 && status < 500);
    expect(failing.filter((status) => !(status in ERROR_STATUSES))).toEqual([]);
  });
});
