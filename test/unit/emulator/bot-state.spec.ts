import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ImEmulator } from '../../../lib/testing/index.js';
import { postForm, postJson } from '../../support/signed-request.js';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const WEBHOOK = { type: 'webhook', callbackUrl: 'https://app.example/bot' };
const DIFY = {
  type: 'dify_chat',
  callbackUrl: 'https://dify.example',
  auth: { apiKey: 'key' },
  stream: false,
};

let emulator: ImEmulator;
let now: number;

beforeEach(async () => {
  now = START;
  emulator = await ImEmulator.start({ clock: () => now, rateLimits: false });
});

afterEach(() => emulator.stop());

const json = (path: string, body: object) =>
  postJson(emulator.moduleOptions, emulator.url + path, body);
const create = (userId: string, fields: object = {}) =>
  json('/v3/bot/create.json', {
    userId,
    name: userId,
    type: 'faq',
    profileUrl: 'https://img.example/b.png',
    integrations: [WEBHOOK],
    ...fields,
  });
const bots = async (...userIds: string[]) =>
  (await json('/v3/bot/get.json', { userIds })).body['bots'];
const refused = { status: 400, body: { code: 1002 } };

describe('bots', () => {
  it('come back as they were created, with what holds by default', async () => {
    await create('b1', { metadata: { team: 'care' }, integrations: [WEBHOOK, DIFY] });
    expect(await bots('nobody', 'b1')).toEqual([
      {
        userId: 'b1',
        name: 'b1',
        type: 'faq',
        profileUrl: 'https://img.example/b.png',
        metadata: { team: 'care' },
        integrations: [
          { ...WEBHOOK, enabled: true, stream: true, handleResponse: true },
          { ...DIFY, enabled: true, stream: false, handleResponse: true },
        ],
        createdAt: START,
        updatedAt: START,
      },
    ]);
  });

  it('keep what an update leaves out', async () => {
    await create('b1', { metadata: { team: 'care' } });
    now += 5;
    await json('/v3/bot/update.json', { userId: 'b1', name: 'Helper' });
    expect(await bots('b1')).toMatchObject([
      {
        name: 'Helper',
        type: 'faq',
        metadata: { team: 'care' },
        integrations: [{ type: 'webhook' }],
        createdAt: START,
        updatedAt: now,
      },
    ]);
    await json('/v3/bot/update.json', { userId: 'b1', integrations: [DIFY] });
    expect(await bots('b1')).toMatchObject([{ integrations: [{ type: 'dify_chat' }] }]);
    expect(await json('/v3/bot/update.json', { userId: 'b2', name: 'Helper' })).toMatchObject(
      refused,
    );
  });

  it('are 10 at most, and created once', async () => {
    for (let index = 0; index < 10; index += 1) await create(`b${index}`);
    expect(await create('more')).toMatchObject(refused);
    const again = await create('b1', { name: 'other' });
    expect(again).toMatchObject({ status: 200, reason: 'there is a bot b1 already' });
    expect(await bots('b1')).toMatchObject([{ name: 'b1' }]);
    await json('/v3/bot/delete.json', { userId: 'b1' });
    expect((await create('more')).reason).toBeNull();
    expect((await json('/v3/bot/delete.json', { userId: 'b1' })).status).toBe(200);
  });

  it('are listed page by page, with integrations when asked for', async () => {
    for (const id of ['b1', 'b2', 'b3']) await create(id);
    const query = async (fields: object) => (await json('/v3/bot/query.json', fields)).body;
    const first = await query({ pageSize: 2 });
    expect(first).toMatchObject({
      total: 3,
      hasNext: true,
      bots: [{ userId: 'b1' }, { userId: 'b2' }],
    });
    expect((first['bots'] as object[])[0]).not.toHaveProperty('integrations');
    expect(await query({ pageSize: 2, page: 2, includeIntegration: true })).toMatchObject({
      hasNext: false,
      bots: [{ userId: 'b3', integrations: [{ type: 'webhook' }] }],
    });
  });
});

describe('integrations', () => {
  const act = (verb: string, fields: object) =>
    json(`/v3/bot/integration/${verb}.json`, { userId: 'b1', ...fields });
  const types = async () => {
    const [bot] = (await bots('b1')) as { integrations: { type: string }[] }[];
    return bot?.integrations.map(({ type }) => type);
  };

  beforeEach(() => create('b1'));

  it('are added, changed in part and removed, by their type', async () => {
    now += 5;
    await act('create', DIFY);
    await act('update', { type: 'dify_chat', enabled: false });
    expect(await bots('b1')).toMatchObject([
      {
        updatedAt: now,
        integrations: [
          { type: 'webhook', enabled: true },
          { ...DIFY, enabled: false },
        ],
      },
    ]);
    await act('delete', { type: 'webhook' });
    expect(await types()).toEqual(['dify_chat']);
  });

  it('need their bot, and are there once', async () => {
    expect((await act('create', WEBHOOK)).reason).toContain('already');
    expect(await types()).toEqual(['webhook']);
    expect(await act('create', { ...WEBHOOK, userId: 'b2' })).toMatchObject(refused);
    expect(await act('update', { type: 'dify_chat' })).toMatchObject(refused);
    expect(await act('delete', { type: 'dify_chat' })).toMatchObject({ status: 200 });
  });
});

describe('proxy chats', () => {
  const start = (userId: string, targetIds: string[], fields: object = {}) =>
    json('/v3/user/proxychat/start', { userId, targetIds, botUserId: 'proxy', ...fields });
  const query = async (fields: object = {}) =>
    (await json('/v3/user/proxychat/query.json', fields)).body;

  beforeEach(async () => {
    await create('proxy', { type: 'rc_agentchat' });
    await create('faq');
  });

  it('begin with a bot of the right type only', async () => {
    expect(await start('ada', ['bob'], { botUserId: 'faq' })).toMatchObject(refused);
    expect(await start('ada', ['bob'], { botUserId: 'nobody' })).toMatchObject(refused);
    await json('/v3/bot/integration/create.json', {
      userId: 'faq',
      type: 'rc_agentchat',
      callbackUrl: 'https://app.example',
    });
    expect((await start('ada', ['bob'], { botUserId: 'faq' })).status).toBe(200);
  });

  it('are listed for a user or for all, page by page', async () => {
    await start('ada', ['bob', 'cyd'], { metadata: { tone: 'calm' } });
    await start('bob', ['ada']);
    expect(await query({ userId: 'ada', size: 1 })).toEqual({
      code: 200,
      message: 'success',
      proxyChats: [
        {
          userId: 'ada',
          targetId: 'bob',
          botUserId: 'proxy',
          metadata: { tone: 'calm' },
          createdAt: START,
          updatedAt: START,
        },
      ],
      total: 2,
      hasNext: true,
    });
    expect(await query({ size: 2, page: 2 })).toMatchObject({
      proxyChats: [{ userId: 'bob', targetId: 'ada', metadata: {} }],
      total: 3,
      hasNext: false,
    });
  });

  it('are replaced when started again, and end with their bot or user', async () => {
    await start('ada', ['bob']);
    now += 5;
    await start('ada', ['bob'], { metadata: { tone: 'loud' } });
    expect(await query()).toMatchObject({
      total: 1,
      proxyChats: [{ metadata: { tone: 'loud' }, createdAt: START, updatedAt: now }],
    });
    await start('bob', ['ada']);
    await postForm(emulator.moduleOptions, `${emulator.url}/user/deactivate.json`, {
      userId: 'ada',
    });
    expect(await query()).toMatchObject({ total: 1, proxyChats: [{ userId: 'bob' }] });
    await json('/v3/bot/delete.json', { userId: 'proxy' });
    expect(await query()).toMatchObject({ total: 0, proxyChats: [] });
  });
});

describe('agents', () => {
  const CONFIG = {
    model: { name: 'qwen-turbo', options: { temperature: 0.5, topP: 1 } },
    prompt: { instructions: 'Be brief.' },
  };
  const add = (agentId: string, fields: object = {}) =>
    json('/v3/agent/create.json', { agentId, name: 'Care', agentConfig: CONFIG, ...fields });
  const agent = async (agentId: string) => (await json('/v3/agent/get.json', { agentId })).body;
  const ask = (fields: object) =>
    json('/v3/chat/generate.json', { agentId: 'a-1', query: 'Why?', ...fields });

  it('come back as they were created', async () => {
    await add('a-1');
    expect(await agent('a-1')).toEqual({
      code: 200,
      agentId: 'a-1',
      name: 'Care',
      description: '',
      type: 'chat',
      status: 'active',
      agentConfig: CONFIG,
      createdAt: START,
      updatedAt: START,
    });
    expect((await add('a-1', { name: 'other' })).reason).toContain('already');
    expect(await agent('a-1')).toMatchObject({ name: 'Care' });
  });

  it('are changed in part, but for the model', async () => {
    await add('a-1');
    now += 5;
    await json('/v3/agent/update.json', {
      agentId: 'a-1',
      status: 'draft',
      agentConfig: {
        model: { name: 'other', options: { temperature: 1 } },
        memory: { strategy: 'sliding_window', maxMessages: 10 },
      },
    });
    expect(await agent('a-1')).toMatchObject({
      name: 'Care',
      status: 'draft',
      updatedAt: now,
      agentConfig: {
        model: { name: 'qwen-turbo', options: { temperature: 1, topP: 1 } },
        prompt: { instructions: 'Be brief.' },
        memory: { strategy: 'sliding_window', maxMessages: 10 },
      },
    });
    expect(await json('/v3/agent/update.json', { agentId: 'a-2' })).toMatchObject(refused);
  });

  it('are listed by state, page by page, and deleted', async () => {
    await add('a-1');
    await add('a-2', { status: 'draft' });
    await add('a-3');
    const query = async (fields: object) =>
      (await json('/v3/agent/query.json', { type: 'chat', ...fields })).body;
    expect(await query({ size: 1, status: 'active' })).toMatchObject({
      total: 2,
      totalPages: 2,
      hasNext: true,
      agents: [{ agentId: 'a-1' }],
    });
    await json('/v3/agent/delete.json', { agentId: 'a-1' });
    expect(await query({})).toMatchObject({ total: 2, hasNext: false });
    expect(await json('/v3/agent/get.json', { agentId: 'a-1' })).toMatchObject(refused);
    expect((await json('/v3/agent/delete.json', { agentId: 'a-1' })).status).toBe(200);
  });

  it('are 100 at most', async () => {
    for (let index = 0; index < 100; index += 1) await add(`agent-${index}`);
    expect(await add('more')).toMatchObject(refused);
  });

  it('answer always the same, in a conversation that goes on when memory is on', async () => {
    await add('a-1');
    const { body } = await ask({});
    expect(body).toEqual({
      code: 200,
      runId: 'run-1',
      conversationId: 'conv-1',
      agentId: 'a-1',
      timestamp: START,
      answer: 'Care: Why?',
      finishReason: 'stop',
      metadata: { usage: {} },
    });
    const again = { conversationId: 'conv-1' };
    expect((await ask({ ...again, memory: true })).body['conversationId']).toBe('conv-1');
    expect((await ask({ ...again, memory: false })).body['conversationId']).toBe('conv-3');
    expect((await ask({ stream: true })).reason).toBe('the emulator does not stream answers');
  });

  it('that are not there or not active answer nothing', async () => {
    await add('a-2', { status: 'inactive' });
    expect(await ask({ agentId: 'a-2' })).toMatchObject(refused);
    expect(await ask({})).toMatchObject(refused);
  });
});

describe('a translation', () => {
  it('is always the same', async () => {
    const translate = async (fields: object) =>
      (await json('/v3/translate.json', { text: 'Hello', ...fields })).body;
    expect(await translate({})).toEqual({ code: 200, translated: '[zh] Hello' });
    expect(await translate({ targetLanguage: 'de' })).toMatchObject({ translated: '[de] Hello' });
  });
});
