import { describe, expect, it } from '@jest/globals';
import { IdField, IdListField, IntegerField } from '../../../lib/client/input/field.decorators.js';
import { operation, type ImOperation } from '../../../lib/client/operation.js';
import type { ImResult } from '../../../lib/client/result.js';
import { createApp } from '../../../lib/im.app.js';
import { ImApiError, ImValidationError, type ImRateLimiter } from '../../../lib/index.js';
import { RecordingServer } from '../../support/recording-server.js';
import { endAfterEach } from '../../support/resources.js';

class MemberDto {
  @IdField()
  groupId!: string;

  @IdField()
  userId!: string;
}

class UsersDto {
  @IdField()
  groupId!: string;

  @IdListField()
  user_ids!: readonly string[];
}

class PageDto {
  @IdField()
  groupId!: string;

  @IntegerField({ optional: true })
  page?: number | undefined;
}

const path = '/v2/groups/{groupId}/users';
const common = { path, encoding: 'json', successCode: 10_000 } as const;

const OPERATIONS = {
  query: operation<ImResult>()({ ...common, name: 'v2.query', http: 'GET', input: PageDto }),
  add: operation<ImResult>()({ ...common, name: 'v2.add', input: UsersDto }),
  set: operation<ImResult>()({ ...common, name: 'v2.set', http: 'PUT', input: UsersDto }),
  remove: operation<ImResult>()({ ...common, name: 'v2.remove', http: 'DELETE', input: UsersDto }),
  quit: operation<ImResult>()({
    ...common,
    name: 'v2.quit',
    http: 'DELETE',
    path: '/v2/groups/{groupId}/users/{userId}',
    input: MemberDto,
  }),
};

describe('HTTP methods and places in paths', () => {
  const ending = endAfterEach();

  async function start({ code = 10_000, validate = true } = {}) {
    const server = ending(
      await RecordingServer.start(() => ({ body: JSON.stringify({ code, msg: 'no such group' }) })),
      (it) => it.stop(),
    );
    const buckets: string[] = [];
    const rateLimit: ImRateLimiter = {
      take: ({ bucket }) => {
        buckets.push(bucket);
        return 0;
      },
      pause: () => undefined,
    };
    const told: unknown[] = [];
    const tell = (event: unknown): number => told.push(event);
    const hooks = { onRequest: tell, onResponse: tell, onError: tell };
    const options = { appKey: 'key', appSecret: 'secret', endpoints: [server.url] };
    const app = createApp('one', { ...options, rateLimit, hooks, validate, retry: false });
    const { client } = ending(app, (it) => it.close());
    return { server, client, buckets, told };
  }

  it('travel as the operation says: query for a GET, a JSON body for the others', async () => {
    const { server, client, buckets } = await start();
    await client.execute(OPERATIONS.query, { groupId: 'g1', page: 2 });
    for (const one of [OPERATIONS.add, OPERATIONS.set, OPERATIONS.remove]) {
      await client.execute(one, { groupId: 'g1', user_ids: ['ada'] });
    }
    const sent = server.requests.map(({ method, path: at, body }) => [method, at, body]);
    expect(sent).toEqual([
      ['GET', '/v2/groups/g1/users?page=2', ''],
      ['POST', '/v2/groups/g1/users', '{"user_ids":["ada"]}'],
      ['PUT', '/v2/groups/g1/users', '{"user_ids":["ada"]}'],
      ['DELETE', '/v2/groups/g1/users', '{"user_ids":["ada"]}'],
    ]);
    expect(new Set(buckets)).toEqual(new Set([path]));
  });

  it.each([
    ['a/../../b', '/v2/groups/a%2F..%2F..%2Fb/users/ada'],
    ['%2e%2e', '/v2/groups/%252e%252e/users/ada'],
    ['?x=1#y', '/v2/groups/%3Fx%3D1%23y/users/ada'],
    ['\\中 文;', '/v2/groups/%5C%E4%B8%AD%20%E6%96%87%3B/users/ada'],
  ])('keep the path with the id %j', async (groupId, expected) => {
    const { server, client } = await start();
    await client.execute(OPERATIONS.quit, { groupId, userId: 'ada' });
    expect(server.requests.map((request) => request.path)).toEqual([expected]);
  });

  it.each([true, false])('send nothing with the id .. (validate: %s)', async (validate) => {
    const { server, client } = await start({ validate });
    for (const groupId of ['.', '..', '']) {
      const call = client.execute(OPERATIONS.quit, { groupId, userId: 'ada' });
      await expect(call).rejects.toBeInstanceOf(ImValidationError);
    }
    expect(server.requests).toEqual([]);
  });

  it('fail with the words of the service, and show no id to hooks, errors or the limiter', async () => {
    const { client, buckets, told } = await start({ code: 20_001 });
    const call = client.execute(OPERATIONS.quit, { groupId: 'secret-club', userId: 'ada-4711' });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImApiError);
    expect(String(error)).toContain('no such group');
    const shown = JSON.stringify([told, buckets, error, String(error)]);
    expect(shown).not.toMatch(/secret-club|ada-4711/);
    expect(buckets).toEqual(['/v2/groups/{groupId}/users/{userId}']);
  });

  it('take 10000 for a success only where the operation says so', async () => {
    const { client } = await start();
    const { successCode: _unused, ...plain } = OPERATIONS.add;
    const input = { groupId: 'g1', user_ids: ['ada'] };
    await expect(client.execute(OPERATIONS.add, input)).resolves.toMatchObject({ code: 10_000 });
    const other: ImOperation<UsersDto, ImResult> = plain;
    await expect(client.execute(other, input)).rejects.toBeInstanceOf(ImApiError);
  });
});
