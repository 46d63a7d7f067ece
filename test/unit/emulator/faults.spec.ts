import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ImEmulator, type ImEmulatorFault } from '../../../lib/testing/index.js';
import { encodeForm, signedHeaders } from '../../support/signed-request.js';

let emulator: ImEmulator;

beforeEach(async () => {
  emulator = await ImEmulator.start();
});

afterEach(() => emulator.stop());

/** What a client sees: the status and the body, or the code of the connection's error. */
async function send(host: 'primary' | 'backup', path = '/message/private/publish.json') {
  const fields = { fromUserId: 'a', toUserId: 'b', objectName: 'app:x', content: 'hi' };
  try {
    const response = await fetch(emulator[host].url + path, {
      method: 'POST',
      headers: {
        ...signedHeaders(emulator.moduleOptions),
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: encodeForm({ ...fields, userId: 'a', name: 'A' }),
      signal: AbortSignal.timeout(1500),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    if (error instanceof DOMException) return { error: error.name };
    const { cause } = error as { cause?: { code?: string } };
    return { error: cause?.code };
  }
}

describe.each(['primary', 'backup'] as const)('the %s host', (host) => {
  const other = host === 'primary' ? 'backup' : 'primary';

  it('refuses connections, and listens again on the same port', async () => {
    const { url } = emulator[host];
    await send(host);
    await emulator[host].fail({ kind: 'refuse' });
    expect(await send(host)).toEqual({ error: 'ECONNREFUSED' });
    expect(await send(other)).toMatchObject({ status: 200 });
    await emulator[host].recover();
    expect(emulator[host].url).toBe(url);
    expect(await send(host)).toMatchObject({ status: 200 });
    expect(emulator.messages).toHaveLength(3);
  });

  it.each<['reset-before' | 'reset-after' | 'hang', string, number]>([
    ['reset-before', 'UND_ERR_SOCKET|ECONNRESET', 0],
    ['reset-after', 'UND_ERR_SOCKET|ECONNRESET', 1],
    ['hang', 'TimeoutError', 0],
  ])('%s: %s, and the operation ran %d times', async (kind, error, applied) => {
    await emulator[host].fail({ kind });
    expect((await send(host)).error).toMatch(new RegExp(error));
    expect(emulator.messages).toHaveLength(applied);
    expect(emulator.requests.at(-1)).toMatchObject({ host, reason: `fault: ${kind}` });
    expect(emulator.requests.at(-1)).not.toHaveProperty('status');
  });

  it('answers a gateway page, or the code of the service', async () => {
    await emulator[host].fail({ kind: 'status', status: 502 });
    const page = await send(host);
    expect(page.status).toBe(502);
    expect(page.body).toContain('<html>');
    await emulator[host].fail({ kind: 'status', withCode: true });
    const coded = await send(host);
    expect(coded.status).toBe(500);
    expect(JSON.parse(coded.body ?? '')).toMatchObject({ code: 1000 });
    await emulator[host].fail({ kind: 'status', status: 429, withCode: true });
    expect(JSON.parse((await send(host)).body ?? '')).toMatchObject({ code: 1008 });
    await emulator[host].fail({ kind: 'status', status: 400, withCode: 1234 });
    expect(JSON.parse((await send(host)).body ?? '')).toMatchObject({ code: 1234 });
  });

  it('answers 200 with something that is not JSON', async () => {
    await emulator[host].fail({ kind: 'malformed' });
    const { status, body = '' } = await send(host);
    expect(status).toBe(200);
    expect(() => JSON.parse(body) as unknown).toThrow(SyntaxError);
  });
});

describe('a fault', () => {
  it('ends by itself after a number of requests', async () => {
    await emulator.primary.fail({ kind: 'status', times: 2 });
    const statuses = [];
    for (let index = 0; index < 4; index += 1) statuses.push((await send('primary')).status);
    expect(statuses).toEqual([500, 500, 200, 200]);
  });

  it('concerns one path only', async () => {
    await emulator.primary.fail({ kind: 'status', path: '/user/getToken.json' });
    expect((await send('primary')).status).toBe(200);
    expect((await send('primary', '/user/getToken.json')).status).toBe(500);
  });

  it('takes the same share of requests each time', async () => {
    const run = async () => {
      await emulator.primary.fail({ kind: 'status', share: 0.3, seed: 7 });
      const statuses: (number | undefined)[] = [];
      for (let index = 0; index < 100; index += 1) statuses.push((await send('primary')).status);
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    const failed = first.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(15);
    expect(failed).toBeLessThan(45);
  });

  it('lets requests that hang go when it ends', async () => {
    await emulator.primary.fail({ kind: 'hang' });
    const arrived = new Promise((resolve) => {
      emulator.onRequest(resolve);
    });
    const hanging = send('primary');
    await arrived;
    await emulator.primary.recover();
    expect((await hanging).error).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
  });
});

describe('a fault that means nothing', () => {
  it.each<[ImEmulatorFault, string]>([
    [{ kind: 'status', status: 600 }, 'status'],
    [{ kind: 'status', status: 199 }, 'status'],
    [{ kind: 'status', status: NaN }, 'status'],
    [{ kind: 'hang', share: 1.1 }, 'share'],
    [{ kind: 'hang', share: -0.1 }, 'share'],
    [{ kind: 'malformed', times: 0 }, 'times'],
  ])('%j is refused', async (fault, problem) => {
    await expect(emulator.primary.fail(fault)).rejects.toThrow(problem);
    expect((await send('primary')).status).toBe(200);
  });

  it('of an unknown kind is refused', async () => {
    const fault = JSON.parse('{"kind":"explode"}') as ImEmulatorFault;
    await expect(emulator.primary.fail(fault)).rejects.toThrow(/kind is one of .*explode/);
  });
});

describe('a listener that fails', () => {
  it('changes no answer and is reported once', async () => {
    const emitWarning = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    emulator.onRequest(() => {
      throw new Error('broken listener');
    });
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- as an app may have it
    emulator.onRequest(() => Promise.reject(new Error('broken promise')));
    expect((await send('primary')).status).toBe(200);
    expect((await send('primary')).status).toBe(200);
    const messages = emitWarning.mock.calls.map(([message]) => message);
    emitWarning.mockRestore();
    expect(messages).toEqual([
      expect.stringContaining('broken listener'),
      expect.stringContaining('broken promise'),
    ]);
  });
});

describe('start and stop', () => {
  it('leaves nothing listening, whatever runs at the same time', async () => {
    const { primary } = emulator;
    await primary.fail({ kind: 'refuse' });
    await Promise.all([
      primary.recover(),
      emulator.stop(),
      primary.fail({ kind: 'hang' }),
      primary.recover(),
    ]);
    expect(await send('primary')).toEqual({ error: 'ECONNREFUSED' });
  });

  it('takes turns when faults begin and end at the same time', async () => {
    const { primary } = emulator;
    await Promise.all([
      primary.fail({ kind: 'refuse' }),
      primary.recover(),
      primary.recover(),
      primary.fail({ kind: 'refuse' }),
      primary.fail({ kind: 'status', status: 503 }),
    ]);
    expect((await send('primary')).status).toBe(503);
  });

  it('takes a port, gives the backup the next one, and refuses a port that is taken', async () => {
    const port = Number(new URL(emulator.url).port);
    await expect(ImEmulator.start({ port })).rejects.toThrow('EADDRINUSE');
    await emulator.stop();
    const again = await ImEmulator.start({ port });
    expect(again.url).toBe(`http://127.0.0.1:${port}`);
    expect(again.moduleOptions.endpoints).toEqual([again.primary.url, again.backup.url]);
    await again.stop();
  });

  it('closes both hosts for good, also with a request that hangs', async () => {
    await emulator.primary.fail({ kind: 'hang' });
    const arrived = new Promise((resolve) => {
      emulator.onRequest(resolve);
    });
    const hanging = send('primary');
    await arrived;
    await emulator.stop();
    expect((await hanging).error).toMatch(/UND_ERR_SOCKET|ECONNRESET/);
    await emulator.stop();
    await emulator.primary.recover();
    expect(await send('primary')).toEqual({ error: 'ECONNREFUSED' });
    expect(await send('backup')).toEqual({ error: 'ECONNREFUSED' });
  });
});
