import { describe, expect, it } from '@jest/globals';
import { ImVerdict } from '../../../lib/callback/verdict.js';

describe('ImVerdict', () => {
  it.each([
    [ImVerdict.deliver(), { pass: 1 }],
    [ImVerdict.deliver({ skipFurtherChecks: true }), { pass: 2 }],
    [ImVerdict.block(), { pass: 0 }],
    [ImVerdict.block({ extra: 'spam' }), { pass: 0, extra: 'spam' }],
    [ImVerdict.replace({}), { pass: 1 }],
    [
      ImVerdict.replace({
        content: { content: '***' },
        pushContent: 'a message',
        disablePush: false,
        pushExt: '{"title":"t"}',
        extraContent: { key: 'value' },
      }),
      {
        pass: 1,
        replaceContent: '{"content":"***"}',
        replacePushContent: 'a message',
        replaceDisablePush: false,
        replacePushExt: '{"title":"t"}',
        replaceExtraContent: '{"key":"value"}',
      },
    ],
  ])('travels with the documented fields (%#)', (verdict, fields) => {
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(fields);
  });

  it('cuts what a blocked sender is told at 1024 characters', () => {
    const { extra } = ImVerdict.block({ extra: 'x'.repeat(1023) + '😀' }).toJSON();
    expect(extra).toHaveLength(1024);
    expect(extra?.isWellFormed()).toBe(true);
  });

  it('never changes', () => {
    const verdict = ImVerdict.block({ extra: 'spam' });
    expect(Object.isFrozen(verdict)).toBe(true);
    expect(Object.isFrozen(verdict.toJSON())).toBe(true);
  });
});
