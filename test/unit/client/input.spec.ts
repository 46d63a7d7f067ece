import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { checkInput } from '../../../lib/client/input/check.js';
import { encodeForm, encodeJson } from '../../../lib/client/input/encode.js';
import { InstantField, TextField } from '../../../lib/client/input/field.decorators.js';
import { SendPrivateMessageDto } from '../../../lib/message/dto/sends.dto.js';
import { SetProfileDto } from '../../../lib/profile/dto/profile.dto.js';
import { BlockUsersDto } from '../../../lib/user/dto/block.dto.js';
import { DeactivateUsersDto } from '../../../lib/user/dto/deactivation.dto.js';
import { QueryBlacklistDto } from '../../../lib/user/dto/blacklist.dto.js';
import { RegisterUserDto } from '../../../lib/user/dto/user.dto.js';
import { SetUserTagsDto } from '../../../lib/user/dto/tags.dto.js';

class ScheduleDto {
  @TextField()
  title!: string;

  @InstantField({ optional: true })
  startsAt?: Date | number | undefined;
}

const INPUTS: readonly (new () => object)[] = [
  RegisterUserDto,
  BlockUsersDto,
  DeactivateUsersDto,
  QueryBlacklistDto,
  SetUserTagsDto,
  SetProfileDto,
  SendPrivateMessageDto,
  ScheduleDto,
];

const message = { fromUserId: 'ada', objectName: 'RC:TxtMsg', content: { content: 'hi' } };

function problems(input: new () => object, value: unknown): string[] {
  return checkInput(input, value).map(({ field, problem }) => `${field} ${problem}`);
}

describe('checkInput', () => {
  it('names each field that is wrong and what it must be', () => {
    expect(
      problems(RegisterUserDto, { userId: '', portraitUri: 'x'.repeat(1025), nick: 1 }),
    ).toEqual([
      'userId must not be empty',
      'name is required',
      'portraitUri must be at most 1024 bytes long',
      'nick is not known here',
    ]);
    expect(problems(BlockUsersDto, { userId: ['a', 'b\n'], minute: 43_201 })).toEqual([
      'userId[1] must not hold control characters',
      'minute must be a whole number from 1 to 43200',
    ]);
    expect(problems(SetProfileDto, { userId: 'a', userProfile: { gender: 3 } })).toEqual([
      'userProfile.gender must be a whole number from 0 to 2',
    ]);
    expect(problems(RegisterUserDto, undefined)).toEqual(['input must be an object']);
  });

  it.each([
    ['a', []],
    ['x'.repeat(64), []],
    ['中'.repeat(21), []],
    ['x'.repeat(65), ['userId must be at most 64 bytes long']],
    ['中'.repeat(22), ['userId must be at most 64 bytes long']],
    ['\ud800', ['userId must be well-formed text']],
    [7, ['userId must be a text']],
    [null, ['userId must be a text']],
  ])('checks the id %j', (userId, expected) => {
    expect(problems(RegisterUserDto, { userId, name: 'n' })).toEqual(expected);
  });

  it('counts texts in code points and in bytes', () => {
    expect(problems(RegisterUserDto, { userId: 'a', name: '😀'.repeat(64) })).toEqual([]);
    expect(problems(RegisterUserDto, { userId: 'a', name: '😀'.repeat(65) })).toHaveLength(1);
    expect(problems(SetUserTagsDto, { userId: 'a', tags: ['中'.repeat(14)] })).toEqual([
      'tags[0] must be at most 40 bytes long',
    ]);
  });

  it('bounds lists, and refuses commas where commas separate', () => {
    expect(problems(BlockUsersDto, { userId: [], minute: 1 })).toEqual([
      'userId must hold 1 to 20 values, not 0',
    ]);
    expect(problems(SetUserTagsDto, { userId: 'a', tags: [] })).toEqual([]);
    expect(problems(DeactivateUsersDto, { userId: ['a,b'] })).toEqual([
      'userId[0] must not hold a comma, which separates the values',
    ]);
    expect(problems(BlockUsersDto, { userId: ['a,b'], minute: 1 })).toEqual([]);
  });

  it('bounds contents in bytes of their JSON, and refuses what is no JSON', () => {
    const filled = (length: number) => ({
      ...message,
      toUserId: ['b'],
      content: 'x'.repeat(length),
    });
    expect(problems(SendPrivateMessageDto, filled(131_072))).toEqual([]);
    expect(problems(SendPrivateMessageDto, filled(131_073))).toEqual([
      'content must be at most 131072 bytes of JSON',
    ]);
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect(
      problems(SendPrivateMessageDto, { ...message, toUserId: ['b'], content: circular }),
    ).toEqual(['content cannot be written as JSON']);
  });

  it('agrees with class-validator on every generated input', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 70, unit: 'binary' }),
      fc.integer({ min: -5, max: 50_000 }),
      fc.boolean(),
      fc.constantFrom(null, undefined, Number.NaN, new Date(0), new Date(Number.NaN)),
      fc.array(fc.string({ maxLength: 45 }), { maxLength: 22 }),
      fc.dictionary(fc.constantFrom('ext_a', 'b', 'name', 'gender'), fc.anything(), { maxKeys: 3 }),
    );
    for (const input of INPUTS) {
      const names = Object.keys(new input());
      const generated = fc.record(
        Object.fromEntries([...names, 'unknown'].map((name) => [name, value])),
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(generated, (given) => {
          const instance = plainToInstance(input, given);
          const reference = validateSync(instance, {
            whitelist: true,
            forbidNonWhitelisted: true,
            forbidUnknownValues: false,
          }).map(({ property }) => property);
          const ours = checkInput(input, instance).map(({ field }) => field.replace(/[.[].*/, ''));
          expect(new Set(ours)).toEqual(new Set(reference));
        }),
        { numRuns: 300 },
      );
    }
  });
});

describe('encodeForm', () => {
  it('makes the documented sample request byte for byte', () => {
    const body = encodeForm(RegisterUserDto, {
      userId: 'jlk456j5',
      name: 'Ironman',
      portraitUri: 'http://abc.com/myportrait.jpg',
    });
    expect(body).toBe(
      'userId=jlk456j5&name=Ironman&portraitUri=http%3A%2F%2Fabc.com%2Fmyportrait.jpg',
    );
    expect(Buffer.byteLength(body)).toBe(78);
  });

  it('comes back through URLSearchParams for every generated input', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('eve&userId=admin', '😀', 'a=b', '+', '%41', ' ', '\ud800', '\udc00x'),
    );
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 30 }), (fromUserId, toUserId) => {
        const body = encodeForm(SendPrivateMessageDto, { ...message, fromUserId, toUserId });
        const form = new URLSearchParams(body);
        expect(form.getAll('fromUserId')).toEqual([fromUserId.toWellFormed()]);
        expect(form.getAll('toUserId')).toEqual(toUserId.map((id) => id.toWellFormed()));
        expect([...new Set(form.keys())].filter((key) => key !== 'toUserId')).toEqual([
          'fromUserId',
          'objectName',
          'content',
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it('repeats a key 1,000 times', () => {
    const toUserId = Array.from({ length: 1000 }, (_, index) => `user ${index}&x=${index}`);
    const body = encodeForm(SendPrivateMessageDto, { ...message, toUserId });
    expect(new URLSearchParams(body).getAll('toUserId')).toEqual(toUserId);
  });

  it('converts flags, instants and JSON, joins comma lists and leaves out undefined', () => {
    const sent = encodeForm(SendPrivateMessageDto, {
      ...message,
      toUserId: ['b'],
      content: { content: 'a&b\ud800' },
      isPersisted: false,
      verifyBlacklist: true,
      disablePush: true,
      pushContent: undefined,
    });
    expect(Object.fromEntries(new URLSearchParams(sent))).toEqual({
      fromUserId: 'ada',
      toUserId: 'b',
      objectName: 'RC:TxtMsg',
      content: '{"content":"a&b\ufffd"}',
      verifyBlacklist: '1',
      isPersisted: '0',
      disablePush: 'true',
    });
    expect(encodeForm(DeactivateUsersDto, { userId: ['a', 'b'] })).toBe('userId=a%2Cb');
    expect(encodeForm(ScheduleDto, { title: 't', startsAt: new Date(5) })).toBe(
      'title=t&startsAt=5',
    );
  });

  it('encodes an instance of the input class like a plain object', () => {
    const instance = Object.assign(new QueryBlacklistDto(), { userId: 'a' });
    expect(Object.keys(instance)).toContain('pageToken');
    expect(encodeForm(QueryBlacklistDto, instance)).toBe('userId=a');
  });
});

describe('encodeJson', () => {
  it('keeps lists as lists', () => {
    expect(encodeJson(SetUserTagsDto, { userId: 'a', tags: ['x', 'y\ud800'] })).toBe(
      '{"userId":"a","tags":["x","y\ufffd"]}',
    );
  });
});
