import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm } from '../../support/signed-request.js';

const HOUR_MS = 3_600_000;

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 0, 2, 5, 30);
  emulator = await ImEmulator.start({ clock: () => now });
  for (const userId of ['alice', 'bob']) emulator.addUser({ userId });
  const text = { objectName: 'RC:TxtMsg', content: '{"content":"hi"}' };
  await emulator.connect('alice').send({ toUserId: 'bob', ...text });
});

afterEach(() => emulator.stop());

const form = (path: string, date: string) =>
  postForm(emulator.moduleOptions, `${emulator.url}/message/${path}.json`, { date });
const urlOf = async (date: string) => (await form('history', date)).body['url'];

describe('the log of an hour', () => {
  it('is there once the hour is over, for three days, when something was sent', async () => {
    expect(await urlOf('2026010205')).toBe('');
    now = Date.UTC(2026, 0, 2, 6);
    expect((await form('history', '2026010205')).body).toEqual({
      code: 200,
      url: `${emulator.url}/message/history/2026010205.zip`,
      date: '2026010205',
    });
    expect([await urlOf('2026010204'), await urlOf('2026010206')]).toEqual(['', '']);
    now = Date.UTC(2026, 0, 5, 5);
    expect(await urlOf('2026010205')).not.toBe('');
    now += 1;
    expect(await urlOf('2026010205')).toBe('');
  });

  it('is gone when it is deleted, and the messages are not', async () => {
    now += HOUR_MS;
    expect((await form('history/delete', '2026010205')).body).toEqual({ code: 200 });
    expect(await urlOf('2026010205')).toBe('');
    expect(emulator.messages).toHaveLength(1);
  });

  it.each(['20260102', '2026010225', '2026-01-02'])('is not that of %s', async (date) => {
    const { status, body, reason } = await form('history', date);
    expect([status, body['url'], reason]).toEqual([200, '', 'date is an hour, as YYYYMMDDHH']);
    const deleted = await form('history/delete', date);
    expect([deleted.status, deleted.reason]).toEqual([200, 'date is an hour, as YYYYMMDDHH']);
  });
});
