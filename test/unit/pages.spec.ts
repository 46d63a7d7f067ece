import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import SwaggerParser from '@apidevtools/swagger-parser';
import { callbackCatalogue } from '../../lib/catalogue/callbacks.catalogue.js';
import { catalogue } from '../../lib/catalogue/catalogue.js';
import { openApi } from '../../scripts/reference/open-api.js';
import { readSourceComments } from '../../scripts/reference/source-comments.js';
import { placedOperations } from '../support/operation-tables.js';
import { locationOf, readPage, renderPages } from '../../scripts/reference/pages.js';

const pages = await renderPages();

describe('pages made from the source', () => {
  it.each(pages)('$path is what `npm run docs` writes', ({ path, text }) => {
    expect(existsSync(locationOf(path))).toBe(true);
    expect(readPage(path)).toBe(text);
  });
});

describe('the reference pages', () => {
  const areas = pages.filter(({ path }) => path.startsWith('docs/reference/'));
  const rows = areas.flatMap(({ text }) => text.split('\n').filter((line) => line.startsWith('|')));

  it('describe what the client converts as what it is then, not as it travels', () => {
    const { results } = readSourceComments();
    const flags = placedOperations.flatMap(([name, { convert = {} }]) =>
      Object.entries(convert)
        .filter(([, conversion]) => conversion === 'flag')
        .map(([place]) => `${place}: ${results.get(name)?.get(place) ?? 'no comment'}`),
    );
    expect(flags).toContain('status: Whether the user is online.');
    expect(flags.filter((flag) => !/: (Whether|True when) \D+\.$/.test(flag))).toEqual([]);
  });

  it('describe the push options once, with their bounds, and link to them', () => {
    const message = areas.find(({ path }) => path.endsWith('/message.md'))?.text ?? '';
    const [, section = ''] = message.split('\n## pushExt\n');
    expect(section).toMatch(/\| `title` +\| `string` +\| +\| 50 characters +\|/);
    expect(section).toMatch(/`pushConfigs\[\]\.APNs\.thread-id` +\| `string` /);
    const mentions = rows.filter((row) => row.startsWith('| `pushExt'));
    expect(mentions).toHaveLength(12);
    for (const row of mentions) expect(row).toMatch(/`pushExt` .*\]\(message\.md#pushext\)/);
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
