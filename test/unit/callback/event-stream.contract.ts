import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ImEventStream } from '../../../lib/callback/durable/event.stream.js';
import { ImEventStreamError } from '../../../lib/errors/event-stream.error.js';
import { deferred } from '../../support/deferred.js';
import {
  appendAll,
  durableEvent,
  HANDLED,
  MINUTE,
  Recorder,
  UNFINISHED,
} from '../../support/durable-events.js';
import { eventually } from '../../support/eventually.js';

/** Event streams with nothing in them. */
export interface EventStreams {
  readonly stream: ImEventStream;
  /** The same events, as another process sees them. */
  readonly elsewhere: ImEventStream;
  /** Moves the clock on, where there is one to move. */
  readonly pass: (ms: number) => void;
}

const NOTHING = { waiting: 0, oldestReceivedAt: undefined, dead: 0 };

/** What every `ImEventStream` does. */
export function describeEventStream(create: () => EventStreams): void {
  let stream: ImEventStream;
  let elsewhere: ImEventStream;
  let pass: (ms: number) => void;

  beforeEach(() => {
    ({ stream, elsewhere, pass } = create());
  });

  afterEach(async () => {
    await stream.close();
    await elsewhere.close();
  });

  async function isEmpty(): Promise<boolean> {
    return (await stream.backlog('default')).waiting === 0;
  }

  it('keeps what was appended before anybody takes it, and hands it over as it was', async () => {
    const body = { text: 'Grüße 👋', list: [1, null, { deep: true }] };
    const event = durableEvent('k', 'group:g', { body, receivedAt: 1_700_000_000_000 });
    expect(await stream.append(event, MINUTE)).toBe(true);
    expect(await elsewhere.backlog('default')).toEqual({
      waiting: 1,
      oldestReceivedAt: 1_700_000_000_000,
      dead: 0,
    });
    const { deliveries } = new Recorder(elsewhere);
    await eventually(isEmpty);
    expect(deliveries).toEqual([{ id: expect.any(String), event, deliveries: 1 }]);
    expect(await stream.backlog('default')).toEqual(NOTHING);
  });

  it('hands over what is appended while somebody takes', async () => {
    const recorder = new Recorder(elsewhere);
    for (const key of ['a', 'b', 'c']) {
      await stream.append(durableEvent(key), MINUTE);
      await eventually(() => recorder.keys.includes(key));
    }
    await eventually(isEmpty);
    expect(recorder.keys).toEqual(['a', 'b', 'c']);
  });

  it('takes an event once for as long as its key is remembered', async () => {
    const appended = await Promise.all(
      Array.from({ length: 10 }, (_, index) => {
        return (index % 2 === 0 ? stream : elsewhere).append(durableEvent('k'), MINUTE);
      }),
    );
    expect(appended.filter((isAdded) => isAdded)).toHaveLength(1);
    expect(await stream.append(durableEvent('k', 'c', { app: 'other' }), MINUTE)).toBe(true);
    expect((await stream.backlog('default')).waiting).toBe(1);

    expect(await stream.append(durableEvent('short'), 30)).toBe(true);
    pass(30);
    await eventually(() => elsewhere.append(durableEvent('short'), MINUTE));
    expect((await stream.backlog('default')).waiting).toBe(3);
  });

  it('keeps the order of each conversation, and no more than it may run at once', async () => {
    const seeded = fc.record({ conversation: fc.nat(11), turns: fc.nat(6) });
    const plan = fc.sample(seeded, { seed: 29, numRuns: 300 });
    const events = plan.map(({ conversation, turns }, index) => {
      return durableEvent(String(index), `c${conversation}`, { body: turns });
    });
    const running = new Set<string>();
    let most = 0;
    const recorder = new Recorder(
      elsewhere,
      async ({ event }) => {
        if (running.has(event.conversation)) throw new Error(`${event.conversation} runs twice`);
        running.add(event.conversation);
        most = Math.max(most, running.size);
        for (let left = Number(event.body); left > 0; left--) await turn();
        running.delete(event.conversation);
        return HANDLED;
      },
      { concurrency: 5 },
    );
    await appendAll(stream, events);
    await eventually(async () => recorder.keys.length >= events.length && (await isEmpty()));
    for (const conversation of new Set(events.map((event) => event.conversation))) {
      const keysOf = (from: readonly { readonly key: string; readonly conversation: string }[]) =>
        from.filter((event) => event.conversation === conversation).map(({ key }) => key);
      expect(keysOf(recorder.deliveries.map(({ event }) => event))).toEqual(keysOf(events));
    }
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(5);
  });

  it('goes on with other conversations while one takes its time', async () => {
    const done = deferred();
    await appendAll(stream, [
      durableEvent('slow', 'slow'),
      durableEvent('after slow', 'slow'),
      ...['a', 'b', 'c', 'd'].map((key) => durableEvent(key, key)),
    ]);
    const recorder = new Recorder(
      elsewhere,
      async ({ event }) => {
        if (event.key === 'slow') await done.promise;
        return HANDLED;
      },
      { concurrency: 2 },
    );
    await eventually(() => recorder.keys.length === 5);
    expect(recorder.keys).not.toContain('after slow');
    done.resolve();
    await eventually(isEmpty);
    expect(recorder.keys.at(-1)).toBe('after slow');
  });

  it('moves what is given up to the dead letters, and goes on', async () => {
    await appendAll(stream, [durableEvent('bad', 'c'), durableEvent('good', 'c')]);
    const recorder = new Recorder(elsewhere, ({ event }) => {
      return event.key === 'bad' ? { state: 'dead', reason: 'it broke', attempts: 0 } : HANDLED;
    });
    await eventually(isEmpty);
    expect(recorder.keys).toEqual(['bad', 'good']);
    expect(await stream.backlog('default')).toEqual({ ...NOTHING, dead: 1 });
    expect(await stream.queryDeadLetters('default')).toEqual([
      {
        id: expect.any(String),
        event: durableEvent('bad', 'c'),
        reason: 'it broke',
        attempts: 0,
        diedAt: expect.any(Number),
      },
    ]);
    expect(await stream.queryDeadLetters('other')).toEqual([]);
  });

  it('puts a dead letter back once, and removes one for good', async () => {
    await appendAll(stream, [durableEvent('back'), durableEvent('gone')]);
    const isBroken = new Set(['back', 'gone']);
    const recorder = new Recorder(elsewhere, ({ event }) => {
      return isBroken.has(event.key) ? { state: 'dead', reason: 'r', attempts: 1 } : HANDLED;
    });
    await eventually(isEmpty);
    isBroken.clear();
    const [back, gone] = (await stream.queryDeadLetters('default')).map(({ id }) => id);
    expect(await elsewhere.removeDeadLetter('default', gone ?? '')).toBe(true);
    expect(await elsewhere.removeDeadLetter('default', gone ?? '')).toBe(false);
    expect(await elsewhere.requeueDeadLetter('default', gone ?? '')).toBe(false);
    expect(await elsewhere.requeueDeadLetter('other', back ?? '')).toBe(false);
    expect(await elsewhere.requeueDeadLetter('default', 'no id')).toBe(false);
    expect(await elsewhere.requeueDeadLetter('default', back ?? '')).toBe(true);
    await eventually(async () => recorder.keys.length === 3 && (await isEmpty()));
    expect(recorder.deliveries.at(-1)).toMatchObject({
      event: durableEvent('back'),
      deliveries: 1,
    });
    expect(await stream.backlog('default')).toEqual(NOTHING);
    expect(await elsewhere.requeueDeadLetter('default', back ?? '')).toBe(false);
  });

  it('lists dead letters page by page, the oldest first', async () => {
    const keys = ['1', '2', '3', '4', '5'];
    await appendAll(
      stream,
      keys.map((key) => durableEvent(key)),
    );
    new Recorder(elsewhere, () => ({ state: 'dead', reason: 'r', attempts: 1 }));
    await eventually(isEmpty);
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await stream.queryDeadLetters('default', { after, limit: 2 });
      if (page.length === 0) break;
      seen.push(page.map(({ event }) => event.key).join('+'));
      after = page.at(-1)?.id;
    }
    expect(seen).toEqual(['1+2', '3+4', '5']);
    await expect(stream.queryDeadLetters('default', { limit: 0 })).rejects.toThrow(
      ImEventStreamError,
    );
  });

  it('leaves what is unfinished when it stops, with all that follows, to the next one', async () => {
    const keys = ['1', '2', '3'];
    await appendAll(
      stream,
      keys.map((key) => durableEvent(key)),
    );
    const stopping = deferred();
    const first = new Recorder(stream, async () => {
      await stopping.promise;
      return UNFINISHED;
    });
    await eventually(() => first.keys.length === 1);
    const stopped = first.consumption.stop(MINUTE);
    stopping.resolve();
    await stopped;
    expect(first.keys).toEqual(['1']);
    expect((await stream.backlog('default')).waiting).toBe(3);
    const { deliveries } = new Recorder(elsewhere);
    await eventually(isEmpty);
    expect(deliveries.map(({ event }) => event.key)).toEqual(keys);
    expect(deliveries.map((delivery) => delivery.deliveries)).toEqual([1, 1, 1]);
  });

  it('waits for what is being handled when it stops, and begins nothing more', async () => {
    await appendAll(stream, [durableEvent('1'), durableEvent('2')]);
    const done = deferred();
    const first = new Recorder(stream, async () => {
      await done.promise;
      return HANDLED;
    });
    await eventually(() => first.keys.length === 1);
    let hasStopped = false;
    const stopped = first.consumption.stop(MINUTE).then(() => {
      hasStopped = true;
    });
    await turn();
    expect(hasStopped).toBe(false);
    done.resolve();
    await stopped;
    expect(first.keys).toEqual(['1']);
    expect((await stream.backlog('default')).waiting).toBe(1);
    const second = new Recorder(elsewhere);
    await eventually(isEmpty);
    expect(second.keys).toEqual(['2']);
  });

  it('leaves to the next one what does not end in time when it stops', async () => {
    await stream.append(durableEvent('stuck'), MINUTE);
    const done = deferred();
    const first = new Recorder(stream, async () => {
      await done.promise;
      return HANDLED;
    });
    await eventually(() => first.keys.length === 1);
    await first.consumption.stop(1);
    expect((await stream.backlog('default')).waiting).toBe(1);
    const finished = deferred();
    const second = new Recorder(elsewhere, async () => {
      await finished.promise;
      return HANDLED;
    });
    await eventually(() => second.keys.length === 1);
    expect(second.deliveries).toMatchObject([{ event: { key: 'stuck' }, deliveries: 2 }]);
    // It comes too late: the event is another one's now.
    done.resolve();
    await turn();
    expect((await stream.backlog('default')).waiting).toBe(1);
    finished.resolve();
    await eventually(isEmpty);
  });

  it('keeps the apps apart', async () => {
    await appendAll(stream, [
      durableEvent('a', 'c', { app: 'one' }),
      durableEvent('b', 'c', { app: 'two' }),
    ]);
    const one = new Recorder(elsewhere, undefined, { app: 'one' });
    await eventually(async () => (await stream.backlog('one')).waiting === 0);
    expect(one.keys).toEqual(['a']);
    expect((await stream.backlog('two')).waiting).toBe(1);
  });

  it('refuses everything once it is closed', async () => {
    await stream.close();
    await expect(stream.append(durableEvent('k'), MINUTE)).rejects.toThrow(ImEventStreamError);
    expect(() => new Recorder(stream)).toThrow(ImEventStreamError);
    await stream.close();
  });
}
