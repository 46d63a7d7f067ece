import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator, type ImEmulatorClient } from '../../../lib/testing/index.js';
import { postForm, postJson, type FormFields } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2);
const DAY_MS = 86_400_000;

let emulator: ImEmulator;
let now: number;
let ada: ImEmulatorClient;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now, rateLimits: false });
  emulator.addUser({ userId: 'ada' });
  ada = emulator.connect('ada');
  await form('create', { groupId: 'guild', userId: 'ada', groupName: 'Guild' });
  await form('channel/create', { groupId: 'guild', busChannel: 'staff' });
});

afterEach(() => emulator.stop());

const form = (path: string, fields: FormFields) =>
  postForm(emulator.moduleOptions, `${emulator.url}/ultragroup/${path}.json`, fields);
const dataOf = async (path: string, fields: FormFields) =>
  (await form(path, { groupId: 'guild', ...fields })).body['data'] as readonly {
    readonly content: string;
  }[];
const texts = async (path: string, fields: FormFields) =>
  (await dataOf(path, fields)).map(({ content }) => content);

/** Sends a message a millisecond after the last, and returns its id. */
async function send(content: string, busChannel?: string): Promise<string> {
  now += 1;
  const to = { toUserId: 'guild', channelType: 'ULTRAGROUP', busChannel } as const;
  const { message } = await ada.send({ ...to, objectName: 'app:Note', content });
  return message.messageUID;
}

describe('messages by their ids', () => {
  const get = (msgs: readonly object[], fields: FormFields = {}) =>
    texts('msg/get', { msgs: JSON.stringify(msgs), ...fields });

  it('come as asked for, those that are there', async () => {
    const first = await send('1', 'staff');
    const second = await send('2');
    const data = await dataOf('msg/get', {
      msgs: JSON.stringify([{ msgUID: second }, { msgUID: 'none' }, { msgUID: first }]),
    });
    expect(data).toEqual([
      {
        groupId: 'guild',
        busChannel: 'RCDefault',
        fromUserId: 'ada',
        msgUID: second,
        sentTime: START + 2,
        objectName: 'app:Note',
        content: '2',
        expansion: false,
        extraContent: '',
      },
      expect.objectContaining({ msgUID: first, busChannel: 'staff', sentTime: START + 1 }),
    ]);
  });

  it('come from the channel that is named for them, or for all', async () => {
    const msgUID = await send('1', 'staff');
    expect(await get([{ msgUID, busChannel: 'RCDefault' }])).toEqual([]);
    expect(await get([{ msgUID, busChannel: 'staff' }])).toEqual(['1']);
    expect(await get([{ msgUID }], { busChannel: 'RCDefault' })).toEqual([]);
    expect(await get([{ msgUID }], { busChannel: 'staff' })).toEqual(['1']);
  });

  it('are gone after seven days', async () => {
    const msgUID = await send('1');
    now += 7 * DAY_MS;
    expect(await get([{ msgUID }])).toEqual(['1']);
    now += 1;
    expect(await get([{ msgUID }])).toEqual([]);
  });
});

describe('messages of a time', () => {
  const query = (fields: FormFields = {}) =>
    form('hismsg/query', {
      groupId: 'guild',
      busChannel: 'staff',
      startTime: START,
      endTime: now,
      ...fields,
    });
  const found = async (fields: FormFields = {}) =>
    ((await query(fields)).body['data'] as { content: string }[]).map(({ content }) => content);

  it('come from one channel, the oldest first, without the start', async () => {
    const first = await send('1', 'staff');
    await send('2');
    await send('3', 'staff');
    const { body } = await query();
    expect(body['data']).toEqual([
      {
        groupId: 'guild',
        busChannel: 'staff',
        fromUserId: 'ada',
        msgUID: first,
        msgTime: START + 1,
        objectName: 'app:Note',
        conversionType: 10,
        content: '1',
        expansion: false,
        extraContent: '',
      },
      expect.objectContaining({ content: '3' }),
    ]);
    expect(await found({ startTime: START + 1 })).toEqual(['3']);
    expect(await found({ endTime: START + 2 })).toEqual(['1']);
    expect(await found({ pageSize: 1 })).toEqual(['1']);
    expect(await found({ busChannel: 'RCDefault' })).toEqual(['2']);
    expect(await found({ fromUserId: 'bob' })).toEqual([]);
  });

  it('of more than 14 days are refused', async () => {
    const { status, body } = await query({ endTime: START + 14 * DAY_MS + 1 });
    expect([status, body['code']]).toEqual([400, 1002]);
    expect((await query({ endTime: START + 14 * DAY_MS })).status).toBe(200);
  });
});

describe('messages around one', () => {
  it('come before and after it, ten each when nothing is said', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 25; index += 1) ids.push(await send(String(index), 'staff'));
    await send('elsewhere');
    const around = (msgUID: string | undefined, fields: FormFields = {}) =>
      texts('hismsg/msgid/query', { busChannel: 'staff', msgUID: msgUID ?? '', ...fields });
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => String(from + index));
    expect(await around(ids[12])).toEqual([...numbers(2, 12), ...numbers(13, 23)]);
    expect(await around(ids[1], { prevNum: 5, lastNum: 0 })).toEqual(['0']);
    expect(await around(ids[24], { prevNum: 0 })).toEqual([]);
    expect(await around('none')).toEqual([]);
    expect(await around(ids[12], { busChannel: 'RCDefault' })).toEqual([]);
  });
});

describe('the history of an ultra group', () => {
  const history = async (fields: object = {}) => {
    const { moduleOptions, url } = emulator;
    const { body } = await postJson(moduleOptions, `${url}/v3/message/ultragroup/query.json`, {
      userId: 'ada',
      targetId: 'guild',
      startTime: now,
      endTime: now - DAY_MS * 14,
      includeStart: true,
      ...fields,
    });
    return body['data'] as readonly { content: string; busChannel: string }[];
  };

  it('is of all channels or of one, the newest first, for seven days', async () => {
    await send('1', 'staff');
    await send('2');
    expect(await history()).toMatchObject([
      { content: '2', busChannel: 'RCDefault' },
      { content: '1', busChannel: 'staff' },
    ]);
    expect(await history({ busChannel: 'staff' })).toMatchObject([{ content: '1' }]);
    now += 7 * DAY_MS;
    expect(await history()).toMatchObject([{ content: '2' }]);
  });
});
