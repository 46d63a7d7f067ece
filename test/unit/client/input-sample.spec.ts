import { describe, expect, it } from '@jest/globals';
import { checkInput } from '../../../lib/client/input/check.js';
import {
  ChoiceListField,
  IdListField,
  IndexedField,
  MapField,
  NumberField,
  ObjectField,
  ObjectListField,
  TextField,
  TextListField,
} from '../../../lib/client/input/field.decorators.js';
import { atBounds, beyondBounds, incomplete, sampleInput } from '../../support/input-sample.js';

class ModelDto {
  @TextField()
  name!: string;

  @NumberField({ min: 0, max: 2, optional: true })
  temperature?: number | undefined;
}

class WordDto {
  @TextField({ maxLength: 4 })
  word!: string;

  @ObjectField(ModelDto, { maxBytes: 60 })
  model!: ModelDto;
}

class EveryKindDto {
  @ObjectListField(WordDto, { maxItems: 2 })
  words!: readonly WordDto[];

  @ChoiceListField(['ios', 'android'])
  platform!: readonly string[];

  @TextListField({ maxItems: 3, maxBytes: 8 })
  tags!: readonly string[];

  @IdListField({ minItems: 0, maxItems: 2 })
  userIds!: readonly string[];

  @MapField({ maxKeys: 2, optional: true })
  metadata?: object | undefined;

  @IndexedField({ maxKeys: 2, optional: true })
  group?: Readonly<Record<string, string>> | undefined;
}

describe('the samples of an input', () => {
  it('pass the check, with each bound just kept too', () => {
    expect(checkInput(EveryKindDto, sampleInput(EveryKindDto))).toEqual([]);
    for (const { input } of atBounds(EveryKindDto)) {
      expect(checkInput(EveryKindDto, input)).toEqual([]);
    }
  });

  it('leave out each required field, at every depth', () => {
    const left = incomplete(EveryKindDto);
    expect(left.map(({ field }) => field)).toEqual([
      'words',
      'platform',
      'tags',
      'userIds',
      'words[0].word',
      'words[0].model',
      'words[0].model.name',
    ]);
    for (const { field, input } of left) {
      expect(checkInput(EveryKindDto, input)).toEqual([{ field, problem: 'is required' }]);
    }
  });

  it('break each bound, and nothing else', () => {
    const broken = beyondBounds(EveryKindDto);
    expect(broken.map(({ what }) => what)).toEqual([
      'words: at least 1 values',
      'words: 2 values',
      'platform: at least 1 values',
      'platform: an unknown choice in a list',
      'tags: at least 1 values',
      'tags: 3 values',
      'tags: 8 bytes in a list',
      'userIds: 2 values',
      'metadata: 2 keys',
      'group: 2 keys',
      'words, word: 4 characters',
      'words, model: 60 bytes of JSON',
      'words, model, temperature: at least 0',
      'words, model, temperature: at most 2',
    ]);
    for (const { field, input } of broken) {
      const problems = checkInput(EveryKindDto, input);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.field.startsWith(field)).toBe(true);
    }
  });
});
