import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../../lib/config/im.config.js';
import { ImConfigError } from '../../lib/errors/config.error.js';
import type { ImModuleOptions } from '../../lib/im.options.js';
import { resolveSettings } from '../../lib/im.settings.js';

const app = { appKey: 'key', appSecret: 'very-secret' };

function refusal(options: object): string {
  try {
    resolveSettings(options as ImModuleOptions);
  } catch (error) {
    expect(error).toBeInstanceOf(ImConfigError);
    expect(inspect(error)).not.toContain('very-secret');
    return (error as Error).message;
  }
  throw new Error('The options were accepted.');
}

describe('resolveSettings', () => {
  it('fills in the documented defaults', () => {
    expect(resolveSettings({ ...app, dataCenter: 'sg' })).toMatchObject({
      endpoints: ['https://api.sg-light-api.com', 'https://api-b.sg-light-api.com'],
      timeoutMs: 5000,
      deadlineMs: 15_000,
      retry: { attempts: 3, baseDelayMs: 100, maxDelayMs: 2000 },
      dedupeSends: false,
      keepAlive: { maxConnections: 64, idleMs: 50_000, maxUses: 80 },
      validate: true,
      shutdownTimeoutMs: 5000,
      callbacks: {
        toleranceMs: 900_000,
        replay: 'reject',
        maxBodyBytes: 524_288,
      },
    });
  });

  it('names unknown options and the allowed ones', () => {
    expect(refusal({ ...app, dataCenter: 'bj', timeout: 3 })).toMatch(
      /Unknown option `timeout`; allowed here: appKey, .*timeoutMs/,
    );
    expect(refusal({ ...app, dataCenter: 'bj', retry: { retries: 3 } })).toContain(
      '`retry.retries`',
    );
    expect(refusal({ ...app, dataCenter: 'bj', callbacks: { verify: false } })).toContain(
      '`callbacks.verify`',
    );
  });

  it.each([
    [{ ...app }, 'not none of them'],
    [{ ...app, dataCenter: 'bj', endpoints: ['https://a'] }, 'not both'],
    [{ ...app, dataCenter: 'mars' }, 'Unknown data centre "mars"'],
    [{ ...app, endpoints: [] }, 'no address'],
    [{ ...app, endpoints: ['api.example.com'] }, 'not an http(s) address'],
    [{ ...app, endpoints: ['https://a/b'] }, 'scheme, host and port only'],
    [{ ...app, endpoints: ['http://10.0.0.1'] }, 'not encrypted'],
    [{ ...app, endpoints: ['http://localhost.example.com'] }, 'not encrypted'],
    [{ appSecret: 'very-secret', dataCenter: 'bj' }, '`appKey` is missing'],
    [{ appKey: 'key', appSecret: ' ', dataCenter: 'bj' }, '`appSecret` is missing'],
    [{ ...app, dataCenter: 'bj', timeoutMs: 0 }, '`timeoutMs` must be a whole number'],
    [{ ...app, dataCenter: 'bj', timeoutMs: 3_000_000_000 }, '`timeoutMs` must be a whole number'],
    [{ ...app, dataCenter: 'bj', callbacks: { previousSecrets: [''] } }, 'none of them empty'],
    [{ ...app, dataCenter: 'bj', callbacks: { previousSecrets: 'old' } }, 'must be a list'],
    [{ ...app, dataCenter: 'bj', callbacks: { replay: 'Reject' } }, "'reject' or 'count'"],
    [{ ...app, dataCenter: 'bj', callbacks: { allowedIps: '1.2.3.4' } }, 'must be a list'],
    [{ ...app, dataCenter: 'bj', callbacks: { allowedIps: ['1.2.3.0/24'] } }, 'without ranges'],
    [{ ...app, dataCenter: 'bj', keepAlive: { maxUses: 1 } }, '`keepAlive.maxUses`'],
  ])('refuses %j', (options, message) => {
    expect(refusal(options)).toContain(message);
  });

  it('takes plain http for loopback, and elsewhere when it is allowed', () => {
    const loopback = ['http://127.0.0.1:7700', 'http://localhost:7701', 'http://[::1]:7702'];
    expect(resolveSettings({ ...app, endpoints: loopback }).endpoints).toEqual(loopback);
    const inside = { ...app, endpoints: ['http://im.internal'], allowHttp: true };
    expect(resolveSettings(inside).endpoints).toEqual(['http://im.internal']);
  });

  it('takes a secret function at its word only when it brings a text', async () => {
    const secretOf = (appSecret: () => unknown) =>
      resolveSettings({ ...app, dataCenter: 'bj', appSecret: appSecret as () => string }).appSecret;
    expect(secretOf(() => 'very-secret')()).toBe('very-secret');
    for (const nothing of ['', undefined, null, 7]) {
      expect(secretOf(() => nothing)).toThrow(ImConfigError);
      await expect(secretOf(() => Promise.resolve(nothing))()).rejects.toThrow(ImConfigError);
    }
    await expect(secretOf(() => Promise.reject(new Error('sealed')))()).rejects.toThrow(
      /`appSecret` could not be read/,
    );
  });

  it('does not show the secret', () => {
    const callbacks = { previousSecrets: ['very-secret-before'] };
    const settings = resolveSettings({ ...app, dataCenter: 'bj', callbacks });
    expect(inspect(settings, { depth: 10 })).not.toContain('very-secret');
    expect(JSON.stringify(settings)).not.toContain('very-secret');
  });
});

describe('readEnvironment', () => {
  const environment = { IM_APP_KEY: 'key', IM_APP_SECRET: 'very-secret', IM_DATA_CENTER: 'na' };

  it('reads the variables', () => {
    expect(readEnvironment({ ...environment, IM_TIMEOUT_MS: '2000' })).toMatchObject({
      appKey: 'key',
      dataCenter: 'na',
      timeoutMs: 2000,
    });
    expect(
      readEnvironment({
        ...environment,
        IM_DATA_CENTER: '',
        IM_ENDPOINTS: 'http://127.0.0.1:1, http://127.0.0.1:2',
      }).endpoints,
    ).toEqual(['http://127.0.0.1:1', 'http://127.0.0.1:2']);
  });

  it.each([
    [{ IM_APP_KEY: undefined }, 'Set IM_APP_KEY'],
    [{ IM_APP_SECRET: '' }, 'Set IM_APP_SECRET'],
    [{ IM_DATA_CENTER: undefined }, 'Set IM_DATA_CENTER'],
    [{ IM_DATA_CENTER: 'moon' }, 'Set IM_DATA_CENTER'],
    [{ IM_ENDPOINTS: 'https://a' }, 'not both'],
    [{ IM_DEADLINE_MS: '5s' }, 'IM_DEADLINE_MS must be'],
    [{ IM_DATA_CENTER: undefined, IM_ENDPOINTS: 'http://im.example.com' }, 'not encrypted'],
  ])('refuses %j', (change, message) => {
    expect(() => readEnvironment({ ...environment, ...change })).toThrow(message);
  });
});
