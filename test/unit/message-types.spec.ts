import { describe, expect, it } from '@jest/globals';
import { IsInt, IsString } from 'class-validator';
import { messageTypeCatalogue } from '../../lib/catalogue/message-types.catalogue.js';
import { fieldsOf } from '../../lib/client/input/field.js';
import { ImConfigError } from '../../lib/errors/config.error.js';
import { ImValidationError } from '../../lib/errors/validation.error.js';
import * as conversationMessages from '../../lib/message/content/conversation.messages.js';
import { defineMessage } from '../../lib/message/content/define-message.js';
import { isMessage, type ImMessageType } from '../../lib/message/content/message-type.js';
import * as notificationMessages from '../../lib/message/content/notification.messages.js';
import { sampleInput } from '../support/input-sample.js';

const types: readonly ImMessageType<string, object>[] = [
  ...Object.values(conversationMessages),
  ...Object.values(notificationMessages),
];
const { textMessage, imageMessage } = conversationMessages;
const { commandMessage } = notificationMessages;

/**
 * Fields of stream chunks that are not compared: the first two come back when the message is read, and
 * the objects take any field.
 */
function isTolerated(objectName: string, place: string): boolean {
  return (
    objectName === 'RC:StreamMsg' &&
    /^(stopReason|referMsg|user\..+|mentionedInfo\..+)$/.test(place)
  );
}

/** Each field and whether it must be there, by its place: `user.name`. */
function places(fields: new () => object, around = ''): [string, boolean][] {
  return [...fieldsOf(fields).values()].flatMap(({ name, rules }) => {
    const own: [string, boolean] = [around + name, rules.optional !== true];
    return rules.type === 'fields' ? [own, ...places(rules.fields, `${around}${name}.`)] : [own];
  });
}

describe('The built-in message types', () => {
  it('are those of the catalogue whose content is known, each once', () => {
    const documented = messageTypeCatalogue.filter(({ fields }) => fields.length > 0);
    expect(types.map(({ objectName }) => objectName).sort()).toEqual(
      documented.map(({ objectName }) => objectName).sort(),
    );
  });

  it.each(types.map((type) => [type.objectName, type] as const))(
    '%s has the fields of the catalogue',
    (objectName, { contentClass }) => {
      const documented = messageTypeCatalogue.find((type) => type.objectName === objectName);
      const expected = (documented?.fields ?? [])
        .map(({ name, required }): [string, boolean] => [name, required])
        .filter(([place]) => !isTolerated(objectName, place));
      // The catalogue tells what an audit holds in words only.
      const ours = places(contentClass).filter(([place]) => !place.startsWith('audit.'));
      expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(expected));
    },
  );

  it.each(types.map((type) => [type.objectName, type] as const))(
    '%s is recognised when it comes back',
    (objectName, type) => {
      const sample = sampleInput(type.contentClass);
      if (typeof type === 'function') {
        expect(Reflect.apply(type, undefined, [sample])).toEqual({ objectName, content: sample });
      }
      const content: unknown = JSON.parse(JSON.stringify(sample));
      expect(isMessage({ objectName, content }, type)).toBe(true);
    },
  );
});

describe('A builder', () => {
  it('gives the type its name and keeps the content', () => {
    expect(textMessage({ content: 'Hi 😀', user: { name: 'Ada' } })).toEqual({
      objectName: 'RC:TxtMsg',
      content: { content: 'Hi 😀', user: { name: 'Ada' } },
    });
  });

  it('writes free data as JSON text, and leaves a text as it is', () => {
    expect(textMessage({ content: 'Hi', extra: { order: 7 } }).content.extra).toBe('{"order":7}');
    expect(textMessage({ content: 'Hi', extra: 'plain' }).content.extra).toBe('plain');
    expect(commandMessage({ name: 'sync', data: { since: 1 } }).content.data).toBe('{"since":1}');
  });

  it('refuses a content that breaks the rules, and names the fields', () => {
    const build = (): unknown => Reflect.apply(imageMessage, undefined, [{ content: 1, url: 'x' }]);
    expect(build).toThrow(ImValidationError);
    expect(build).toThrow(/RC:ImgMsg.*`content` must be a text.*`imageUri` is required.*`url`/);
  });
});

describe('isMessage', () => {
  const type = { objectName: 'RC:TxtMsg' };

  it('goes by name and form', () => {
    expect(isMessage({ ...type, content: { content: 'Hi' } }, textMessage)).toBe(true);
    expect(isMessage({ ...type, content: { content: '' } }, textMessage)).toBe(true);
    expect(isMessage({ objectName: 'RC:ImgMsg', content: { content: 'Hi' } }, textMessage)).toBe(
      false,
    );
  });

  it('takes fields of later clients', () => {
    expect(isMessage({ ...type, content: { content: 'Hi', mood: 3 } }, textMessage)).toBe(true);
  });

  it.each([
    ['free text', 'Hi'],
    ['a list', ['Hi']],
    ['nothing', null],
    ['a missing field', {}],
    ['a wrong type', { content: 7 }],
    ['a wrong optional field', { content: 'Hi', extra: {} }],
    ['a wrong field inside', { content: 'Hi', user: { name: 1 } }],
    ['a wrong choice inside', { content: 'Hi', mentionedInfo: { type: 3 } }],
    ['an item of another type', { content: 'Hi', mentionedInfo: { type: 2, userIdList: [1] } }],
  ])('does not take %s', (_what, content) => {
    expect(isMessage({ ...type, content }, textMessage)).toBe(false);
  });
});

describe('defineMessage', () => {
  class OrderContent {
    @IsString()
    orderId!: string;

    @IsInt()
    total!: number;

    currency = 'CNY';
  }
  class Priced {
    @IsInt()
    total!: number;
  }
  const orderMessage = defineMessage('app:order', Priced);

  it('makes a builder that checks by the rules of the class', () => {
    expect(orderMessage({ total: 990 })).toEqual({
      objectName: 'app:order',
      content: { total: 990 },
    });
    const build = (): unknown => Reflect.apply(orderMessage, undefined, [{ total: 'x', name: 1 }]);
    expect(build).toThrow(ImValidationError);
    expect(build).toThrow(/app:order.*`total` total must be an integer/);
    expect(build).toThrow(/`name` property name should not exist/);
  });

  it('recognises received messages by the same rules, unknown fields aside', () => {
    const received = (content: unknown): boolean =>
      isMessage({ objectName: 'app:order', content }, orderMessage);
    expect(received({ total: 990, later: true })).toBe(true);
    expect(received({ total: '990' })).toBe(false);
    expect(received('total')).toBe(false);
    expect(received(JSON.parse('{"__proto__":{"total":1},"total":1}'))).toBe(false);
  });

  it.each(['RC:TxtMsg', 'RC:', '', 'x'.repeat(33), 'two words', 'order\n'])(
    'refuses the name %j',
    (name) => {
      expect(() => defineMessage(name, Priced)).toThrow(ImConfigError);
    },
  );

  it('takes a name of 32 characters', () => {
    expect(defineMessage('x'.repeat(32), OrderContent).objectName).toHaveLength(32);
  });

  it('refuses a class without rules', () => {
    class Bare {
      total!: number;
    }
    expect(() => defineMessage('app:bare', Bare)).toThrow(/has no rules/);
  });
});
