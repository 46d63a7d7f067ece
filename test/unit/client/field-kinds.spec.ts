import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { checkInput } from '../../../lib/client/input/check.js';
import { encodeForm, encodeJson } from '../../../lib/client/input/encode.js';
import {
  ChoiceListField,
  FlagField,
  IdField,
  IdListField,
  IndexedField,
  InstantField,
  JsonTextListField,
  MapField,
  MapListField,
  NumberField,
  ObjectField,
  ObjectListField,
  TextField,
  TextListField,
} from '../../../lib/client/input/field.decorators.js';
import { encodeRequest } from '../../../lib/client/request.js';
import { operation } from '../../../lib/client/operation.js';
import type { ImResult } from '../../../lib/client/result.js';
import { ImValidationError } from '../../../lib/errors/validation.error.js';

class WordDto {
  @TextField({ maxLength: 4 })
  word!: string;

  @FlagField('number', { optional: true })
  strict?: boolean | undefined;
}

class ModelDto {
  @NumberField({ min: 0, max: 2, optional: true })
  temperature?: number | undefined;

  @ObjectField(WordDto, { optional: true })
  word?: WordDto | undefined;
}

class ChunkDto {
  @TextField({ optional: true })
  content?: string | undefined;
}

class BodyDto {
  @ObjectField(ModelDto, { optional: true })
  model?: ModelDto | undefined;

  @ObjectListField(WordDto, { maxItems: 2, optional: true })
  words?: readonly WordDto[] | undefined;

  @ChoiceListField(['ios', 'android'], { optional: true })
  platform?: readonly ('ios' | 'android')[] | undefined;

  @MapField({
    entries: { minEntries: 1, maxEntries: 2, keys: /./s, maxKeyLength: 4, maxValueLength: 4 },
    optional: true,
  })
  variables?: Readonly<Record<string, string>> | undefined;

  @MapField({ maxKeys: 2, optional: true })
  metadata?: Readonly<Record<string, string>> | undefined;

  @MapListField({ optional: true })
  values?: readonly Readonly<Record<string, string>>[] | undefined;

  @JsonTextListField(WordDto, { maxItems: 2, optional: true })
  texts?: readonly WordDto[] | undefined;

  @InstantField({ optional: true })
  at?: Date | number | undefined;

  @ObjectField(ChunkDto, { maxBytes: 30, optional: true })
  chunk?: ChunkDto | undefined;
}

class FormDto {
  @IndexedField({ maxKeys: 3, optional: true })
  group?: Readonly<Record<string, string>> | undefined;

  @TextListField({ style: 'json', optional: true })
  keys?: readonly string[] | undefined;

  @IdListField({ style: 'comma', optional: true })
  userIds?: readonly string[] | undefined;
}

class AddressDto {
  @IdField()
  groupId!: string;

  @TextField({ optional: true })
  size?: string | undefined;
}

function problems(input: new () => object, value: unknown): string[] {
  return checkInput(input, value).map(({ field, problem }) => `${field} ${problem}`);
}

describe('the fields of a JSON body', () => {
  it('travel as objects, with flags and instants in their wire form at every depth', () => {
    const at = new Date(1_767_225_600_000);
    const body = {
      model: { temperature: 0.5, word: { word: 'kind', strict: true } },
      words: [{ word: 'a', strict: false }],
      platform: ['ios'],
      metadata: { team: 'north' },
      values: [{ '{c}': '20' }],
      texts: [{ word: 'b', strict: true }, { word: 'c' }],
      at,
    };
    expect(JSON.parse(encodeJson(BodyDto, body))).toEqual({
      ...body,
      model: { temperature: 0.5, word: { word: 'kind', strict: 1 } },
      words: [{ word: 'a', strict: 0 }],
      texts: ['{"word":"b","strict":1}', '{"word":"c"}'],
      at: at.getTime(),
    });
  });

  it('are checked at every depth, and the problem names the place', () => {
    expect(
      problems(BodyDto, {
        model: { temperature: 2.5 },
        words: [{ word: 'kind' }, { word: 'kinder' }],
        platform: ['web'],
        metadata: { a: '1', b: '2', c: '3' },
        values: {},
        texts: [{ word: 'a' }, { word: 'b', strict: 1 }],
      }),
    ).toEqual([
      'model.temperature must be a number from 0 to 2',
      'words[1].word must be at most 4 characters long',
      'platform[0] must be one of ios, android',
      'metadata must hold at most 2 keys',
      'values must be a list',
      'texts[1].strict must be true or false',
    ]);
    expect(problems(BodyDto, { model: { word: { nick: 1 } }, words: [] })).toEqual([
      'model.word.word is required',
      'words must hold 1 to 2 values, not 0',
    ]);
    expect(problems(BodyDto, { metadata: ['a'], chunk: { content: 'x'.repeat(17) } })).toEqual([
      'metadata must be an object',
      'chunk must be at most 30 bytes of JSON',
    ]);
    expect(problems(BodyDto, { chunk: { content: 'x'.repeat(16) } })).toEqual([]);
    expect(problems(BodyDto, { variables: {} })).toEqual(['variables must hold at least 1 keys']);
    expect(problems(BodyDto, { variables: { a: '1', b: '2', c: '3' } })).toEqual([
      'variables must hold at most 2 keys',
    ]);
    expect(problems(BodyDto, { values: [] })).toEqual([
      'values must hold at least 1 values, not 0',
    ]);
  });

  it('agree with class-validator on whatever they are given', () => {
    const word = fc.record({ word: fc.string({ maxLength: 6 }) });
    const values = fc.record(
      {
        model: fc.record({ temperature: fc.float() }, { requiredKeys: [] }),
        words: fc.array(word, { maxLength: 3 }),
        platform: fc.array(fc.constantFrom('ios', 'android', 'web')),
        metadata: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
        values: fc.oneof(fc.array(fc.object()), fc.string()),
        texts: fc.array(fc.oneof(word, fc.object(), fc.string()), { maxLength: 3 }),
        chunk: fc.record({ content: fc.string({ maxLength: 24 }) }, { requiredKeys: [] }),
        at: fc.oneof(fc.date(), fc.integer()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (value) => {
        const ours = checkInput(BodyDto, value).length === 0;
        const theirs = validateSync(plainToInstance(BodyDto, value)).length === 0;
        expect(ours).toBe(theirs);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('the fields of a JSON body, written and read', () => {
  it('come back as what they were', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 4 });
    const texts = fc.dictionary(text, text, { maxKeys: 2 });
    const word = fc.record({ word: text, strict: fc.boolean() }, { requiredKeys: ['word'] });
    const temperature = fc.double({ min: 0, max: 2, noNaN: true }).filter((one) => one !== 0);
    const bodies = fc.record(
      {
        model: fc.record({ temperature, word }, { requiredKeys: [] }),
        words: fc.array(word, { minLength: 1, maxLength: 2 }),
        platform: fc.array(fc.constantFrom('ios', 'android'), { minLength: 1 }),
        metadata: texts,
        values: fc.array(texts, { minLength: 1 }),
        texts: fc.array(word, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(bodies, (body) => {
        expect(problems(BodyDto, body)).toEqual([]);
        expect(readBack(encodeJson(BodyDto, body))).toEqual(structuredClone(body));
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  /** Undoes what the wire form changes: the flags of words, and JSON texts. */
  function readBack(sent: string): unknown {
    return JSON.parse(sent, (key: string, value: unknown) => {
      if (key === 'strict') return value === 1;
      return key === 'texts' ? (value as string[]).map(readBack) : value;
    });
  }
});

describe('the fields of a form', () => {
  it('come back from their keys, whatever the texts are', () => {
    const id = fc.stringMatching(/^[\w-]{1,12}$/);
    const forms = fc.record({
      group: fc.dictionary(id, fc.string({ unit: 'grapheme' }), { minKeys: 1, maxKeys: 3 }),
      keys: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1 }),
      userIds: fc.array(id, { minLength: 1 }),
    });
    fc.assert(
      fc.property(forms, (form) => {
        const sent = new URLSearchParams(encodeForm(FormDto, form));
        const group = [...sent].filter(([key]) => key.startsWith('group['));
        expect(Object.fromEntries(group)).toEqual(
          Object.fromEntries(
            Object.entries(form.group).map(([key, text]) => [`group[${key}]`, text]),
          ),
        );
        expect(JSON.parse(sent.get('keys') ?? '')).toEqual(form.keys);
        expect(sent.get('userIds')).toBe(form.userIds.join(','));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('refuse keys and values that no form can carry', () => {
    expect(problems(FormDto, { group: { '': 'x' } })).toEqual([
      'group must have ids as keys, and one must not be empty',
    ]);
    expect(problems(FormDto, { group: { g1: 1 } })).toEqual(['group must have texts as values']);
    expect(problems(FormDto, { group: { a: '', b: '', c: '', d: '' } })).toEqual([
      'group must hold at most 3 keys',
    ]);
  });
});

describe('the address of a request', () => {
  const remove = operation<ImResult>()({
    name: 'ultraGroup.v2.dismiss',
    http: 'DELETE',
    path: '/v2/ultragroups/{groupId}',
    encoding: 'json',
    input: AddressDto,
  });
  const read = operation<ImResult>()({
    name: 'ultraGroup.v2.queryMembers',
    http: 'GET',
    path: '/v2/ultragroups/{groupId}/users',
    encoding: 'json',
    input: AddressDto,
  });

  it('holds the fields that its path names; the others go into body or query', () => {
    expect(encodeRequest(remove, { groupId: 'g1', size: '5' })).toEqual({
      method: 'DELETE',
      encoding: 'json',
      path: '/v2/ultragroups/g1',
      body: '{"size":"5"}',
    });
    expect(encodeRequest(read, { groupId: 'g1', size: 'a&b' })).toEqual({
      method: 'GET',
      encoding: 'json',
      path: '/v2/ultragroups/g1/users?size=a%26b',
      body: undefined,
    });
    expect(encodeRequest(read, { groupId: 'g1' }).path).toBe('/v2/ultragroups/g1/users');
  });

  it('never changes by what is put into it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), (groupId) => {
        fc.pre(groupId !== '.' && groupId !== '..');
        const { path } = encodeRequest(remove, { groupId });
        const { pathname, search, hash } = new URL(path, 'https://api.example');
        expect(pathname.split('/').slice(0, 3)).toEqual(['', 'v2', 'ultragroups']);
        expect(decodeURIComponent(pathname.split('/').slice(3).join('/'))).toBe(
          groupId.toWellFormed(),
        );
        expect(pathname.split('/')).toHaveLength(4);
        expect(search + hash).toBe('');
      }),
      { seed: 13, numRuns: 500 },
    );
    for (const groupId of ['.', '..', '']) {
      expect(() => encodeRequest(remove, { groupId })).toThrow(ImValidationError);
    }
  });
});
