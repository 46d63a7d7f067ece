import { describe, expect, it } from '@jest/globals';
import { CallbackPaths } from '../../../lib/callback/parsing/callback.paths.js';

describe('CallbackPaths', () => {
  function paths(path: string): CallbackPaths {
    const known = new CallbackPaths();
    known.add(path, 'pre-messaging');
    known.add('other', 'pre-messaging');
    return known;
  }

  it.each([
    '/im/callbacks/pre-messaging',
    '/im/callbacks/pre-messaging/',
    '/im/callbacks/pre-messaging?nonce=1/2',
    '/api/v1/im/callbacks/pre-messaging',
    '/IM/Callbacks/Pre-Messaging',
    '/other/pre-messaging',
  ])('knows %s', (url) => {
    expect(paths('im/callbacks').matches(url)).toBe(true);
  });

  it.each([
    '/',
    '',
    '/pre-messaging',
    '/callbacks/pre-messaging',
    '/im/callbacks/message-routing',
    '/im/callbacks/pre-messaging/more',
    '/im/callbacks?pre-messaging',
  ])('does not know %s', (url) => {
    expect(paths('/im/callbacks/').matches(url)).toBe(false);
  });

  it('lets parameters and wildcards be anything', () => {
    expect(paths('tenants/:id/im').matches('/tenants/7/im/pre-messaging')).toBe(true);
    expect(paths('tenants/:id/im').matches('/tenants/:id/im/pre-messaging')).toBe(true);
    expect(paths('tenants/:id/im').matches('/im/pre-messaging')).toBe(false);
    expect(paths('*any/im').matches('/a/b/c/im/pre-messaging')).toBe(true);
  });

  it('knows a controller at the root', () => {
    expect(paths('').matches('/pre-messaging')).toBe(true);
  });
});
