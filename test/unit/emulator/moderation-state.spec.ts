import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SensitiveWordStore } from '../../../lib/emulator/state/sensitive-word.store.js';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

let emulator: ImEmulator;

beforeEach(async () => {
  emulator = await ImEmulator.start();
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields = {}) =>
  postForm(emulator.moduleOptions, emulator.url + path, fields);
const add = (word: string, replaceWord?: string) =>
  form('/sensitiveword/add.json', replaceWord === undefined ? { word } : { word, replaceWord });
const addMany = (words: readonly object[]) =>
  postJson(emulator.moduleOptions, `${emulator.url}/sensitiveword/batch/add.json`, { words });
const list = async (fields: FormFields = {}) =>
  (await form('/sensitiveword/list.json', fields)).body['words'];
const wordsOf = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ word: `word${from + index}` }));

describe('sensitive words', () => {
  it('are listed by what they do, the blocking ones when nothing is said', async () => {
    await add('casino', '***');
    await add('fraud');
    await addMany([{ word: 'lottery', replaceWord: 'game' }, { word: 'spam' }]);
    const casino = { word: 'casino', replaceWord: '***', type: '0' };
    const fraud = { word: 'fraud', replaceWord: '', type: '1' };
    const lottery = { word: 'lottery', replaceWord: 'game', type: '0' };
    const spam = { word: 'spam', replaceWord: '', type: '1' };
    expect(await list()).toEqual([fraud, spam]);
    expect(await list({ type: 0 })).toEqual([casino, lottery]);
    expect(await list({ type: 2 })).toEqual([casino, fraud, lottery, spam]);
  });

  it('are overwritten when added again, and removed one or many at a time', async () => {
    await add('casino');
    await add('casino', '***');
    expect(await list({ type: 2 })).toMatchObject([{ word: 'casino', type: '0' }]);
    await addMany(wordsOf(0, 3));
    expect((await form('/sensitiveword/delete.json', { word: 'casino' })).status).toBe(200);
    const removed = await form('/sensitiveword/batch/delete.json', { words: ['word0', 'unknown'] });
    expect(removed.body).toEqual({ code: 200 });
    expect(await list({ type: 2 })).toMatchObject([{ word: 'word1' }, { word: 'word2' }]);
  });

  it('are 50 at most: beyond that a call adds none and tells how many fit', async () => {
    expect((await addMany(wordsOf(0, 48))).body).toEqual({ code: 200, remainQuota: 2 });
    const refused = await addMany(wordsOf(100, 3));
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 1002, remainQuota: 2 });
    expect(await list()).toHaveLength(48);
    // Known words take no further place.
    expect((await addMany(wordsOf(46, 4))).body).toEqual({ code: 200, remainQuota: 0 });
    expect((await add('one more')).body['code']).toBe(1002);
    expect((await add('word1', '***')).status).toBe(200);
  });

  it('that block are those of the older word filter', async () => {
    await add('casino', '***');
    await form('/wordfilter/add.json', { word: 'fraud' });
    expect((await form('/wordfilter/list.json')).body).toEqual({
      code: 200,
      words: [{ word: 'fraud' }],
    });
    expect(await list()).toMatchObject([{ word: 'fraud' }]);
    await form('/wordfilter/delete.json', { word: 'fraud' });
    expect(await list()).toEqual([]);
  });
});

describe('a text', () => {
  let words: SensitiveWordStore;

  beforeEach(() => {
    words = new SensitiveWordStore();
  });

  const block = (...blocking: string[]) =>
    words.add(blocking.map((word) => ({ word, replaceWord: '' })));
  const replace = (word: string, replaceWord: string) => words.add([{ word, replaceWord }]);

  // The examples of the vendor's help page, and what follows from them.
  it.each([
    ['AV', 'an av here', true],
    ['AV', 'ＡＶ', true],
    ['AV', 'Java', false],
    ['av', 'AVs', false],
    ['av', 'a v', false],
    ['av', '(AV)', true],
    ['123', '123汉字', true],
    ['123', '1 2 3', true],
    ['123', '１２３', true],
    ['123', '123467', false],
    ['反动', '反,动', true],
    ['反动', '反v动', true],
    ['反动', '反3动', true],
    ['反动', '反对动', false],
    ['反动', '这反动的', true],
    ['c++', 'I like C++!', true],
    ['two words', 'Two Words', true],
    ['a.b', 'axb', false],
  ])('with %s finds it in %s: %s', (word, text, found) => {
    block(word);
    expect(words.check(text).kind).toBe(found ? 'blocked' : 'clean');
  });

  it('has every word replaced, the longer of two first, and nothing in what replaces', () => {
    replace('bad', 'good');
    replace('bad luck', 'bad day');
    replace('ugly', '$&');
    expect(words.check('Bad luck, BAD ugly badge')).toEqual({
      kind: 'replaced',
      text: 'bad day, good $& badge',
    });
  });

  it('is blocked when it has words of both kinds', () => {
    replace('bad', 'good');
    block('fraud');
    expect(words.check('bad fraud')).toEqual({ kind: 'blocked', word: 'fraud' });
    words.remove(['fraud']);
    expect(words.check('bad fraud')).toEqual({ kind: 'replaced', text: 'good fraud' });
    words.remove(['bad']);
    expect(words.check('bad fraud')).toEqual({ kind: 'clean' });
  });

  it('is unharmed by a word of nothing but spaces', () => {
    block(' ');
    expect(words.check('two words').kind).toBe('blocked');
    expect(words.check('words').kind).toBe('clean');
  });
});
