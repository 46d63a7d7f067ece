import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Pool } from 'undici';
import { ImModule } from '../../lib/im.module.js';
import { APP, PLATFORMS, startCallbackApp, type Platform } from '../support/callback-app.js';
import { createEventCallbacks, EVENT_NAMES } from '../support/event-controller.js';
import {
  hostileRequest,
  largeRequest,
  type HostileRequest,
} from '../support/hostile/hostile-requests.js';
import { endAfterEach } from '../support/resources.js';

/** How many are sent to each platform, by jest.config.mjs. */
declare const hostileRequests: Readonly<Record<Platform, number>>;

const SEED = 20_260_601;
const BATCH = 500;
const MEGABYTE = 1_048_576;
const MOST_HEAP_KEPT = 16 * MEGABYTE;

/** What an app server has done that it should not have. */
interface Damage {
  readonly handled: string[];
  readonly wrongAnswers: string[];
}

const silent = () => undefined;

describe('hostile requests', () => {
  const ending = endAfterEach();

  async function start(platform: Platform) {
    const damage: Damage = { handled: [], wrongAnswers: [] };
    const logger = { log: silent, warn: silent, error: silent };
    const options = { ...APP, endpoints: ['http://127.0.0.1:9'], logger };
    const parts = {
      imports: [ImModule.forRoot(options)],
      controllers: [createEventCallbacks((event) => damage.handled.push(event))],
    };
    const { url } = ending(await startCallbackApp(platform, parts), (it) => it.stop());
    const pool = ending(new Pool(url, { connections: 16 }), (it) => it.close());
    return { damage, pool };
  }

  async function send(pool: Pool, request: HostileRequest, damage: Damage): Promise<void> {
    const { answers, body, headers, path, wrong } = request;
    const { statusCode, body: reply } = await pool.request({ method: 'POST', path, headers, body });
    await reply.dump();
    if (!answers.includes(statusCode)) {
      damage.wrongAnswers.push(`${statusCode} to ${wrong}, not ${answers.join(' or ')}`);
    }
  }

  it.each(PLATFORMS)(
    'reach no handler of %s',
    async (platform) => {
      const total = hostileRequests[platform];
      const { damage, pool } = await start(platform);
      const startedAt = performance.now();
      const heap: number[] = [];
      const events = new Set<string>();
      for (let sent = 0; sent < total; sent += BATCH) {
        const requests = fc.sample(hostileRequest, { numRuns: BATCH, seed: SEED + sent });
        for (const { event } of requests) events.add(event);
        await Promise.all(requests.map((request) => send(pool, request, damage)));
        if ((sent + BATCH) % (total / 10) === 0) heap.push(usedHeap());
      }
      const kept = (heap.at(-1) ?? Infinity) - (heap[0] ?? 0);
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      process.stdout.write(
        `${total} hostile requests to ${platform} in ${seconds} s, ${(kept / MEGABYTE).toFixed(2)} MB kept\n`,
      );
      expect(damage).toEqual({ handled: [], wrongAnswers: [] });
      expect([...events].sort()).toEqual([...EVENT_NAMES].sort());
      expect(heap).toHaveLength(10);
      expect(kept).toBeLessThan(MOST_HEAP_KEPT);
    },
    600_000,
  );

  it('do not fill the memory of Express, which reads what is too large', async () => {
    const { damage, pool } = await start('express');
    for (const request of fc.sample(largeRequest, { numRuns: 100, seed: SEED })) {
      await send(pool, request, damage);
    }
    expect(damage).toEqual({ handled: [], wrongAnswers: [] });
  });
});

/** Bytes in use after a collection, which Node offers only on request. */
function usedHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
