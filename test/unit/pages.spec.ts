import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import SwaggerParser from '@apidevtools/swagger-parser';
import { callbackCatalogue } from '../../lib/catalogue/callbacks.catalogue.js';
import { catalogue } from '../../lib/catalogue/catalogue.js';
import { openApi } from '../../scripts/reference/open-api.js';
import { locationOf, readPage, renderPages } from '../../scripts/reference/pages.js';

const pages = await renderPages();

describe('pages made from the source', () => {
  it.each(pages)('$path is what `npm run docs` writes', ({ path, text }) => {
    expect(existsSync(locationOf(path))).toBe(true);
    expect(readPage(path)).toBe(text);
  });
});

describe('the OpenAPI document', () => {
  const validate = (document: object): Promise<unknown> =>
    SwaggerParser.validate(structuredClone(document) as never);

  it('is one of version 3.1, and the validator tells', async () => {
    await expect(validate(openApi())).resolves.toBeDefined();
    await expect(validate({ ...openApi(), paths: { groups: {} } })).rejects.toThrow();
  });

  it('holds every call as a path and every callback as a webhook', () => {
    const { paths, webhooks } = openApi();
    const calls = Object.values(paths as object).flatMap((path: object) => Object.keys(path));
    expect(calls).toHaveLength(catalogue.length);
    expect(Object.keys(webhooks as object)).toEqual(callbackCatalogue.map(({ event }) => event));
  });
});
