import { describe, expect, it } from '@jest/globals';
import {
  MemoryEventStream,
  type MemoryEventStreamOptions,
} from '../../../lib/callback/durable/memory-event.stream.js';
import { ImConfigError } from '../../../lib/errors/config.error.js';
import { ImEventStreamError } from '../../../lib/errors/event-stream.error.js';
import { appendAll, durableEvent, MINUTE, Recorder } from '../../support/durable-events.js';
import { eventually } from '../../support/eventually.js';
import { describeEventStream } from './event-stream.contract.js';

describe('MemoryEventStream', () => {
  function create(options: MemoryEventStreamOptions = {}) {
    const time = { now: 1_000 };
    return { stream: new MemoryEventStream({ ...options, clock: () => time.now }), time };
  }

  describeEventStream(() => {
    const { stream, time } = create();
    return {
      stream,
      elsewhere: stream,
      pass: (ms) => {
        time.now += ms;
      },
    };
  });

  it('refuses what it has no room for, and takes it when there is', async () => {
    const { stream } = create({ maxEvents: 2 });
    await appendAll(stream, [durableEvent('1'), durableEvent('2')]);
    const refused = stream.append(durableEvent('3'), MINUTE);
    await expect(refused).rejects.toThrow(ImEventStreamError);
    await expect(refused).rejects.toThrow('full: 2 events wait');
    expect(await stream.append(durableEvent('1', 'c', { app: 'other' }), MINUTE)).toBe(true);
    new Recorder(stream);
    await eventually(async () => (await stream.backlog('default')).waiting === 0);
    expect(await stream.append(durableEvent('3'), MINUTE)).toBe(true);
    await stream.close();
  });

  it('drops the oldest dead letter for a new one', async () => {
    const { stream, time } = create({ maxDeadLetters: 2 });
    new Recorder(stream, () => ({ state: 'dead', reason: 'r', attempts: 1 }));
    await appendAll(stream, [durableEvent('1'), durableEvent('2'), durableEvent('3')]);
    await eventually(async () => (await stream.backlog('default')).waiting === 0);
    const letters = await stream.queryDeadLetters('default');
    expect(letters.map(({ event }) => event.key)).toEqual(['2', '3']);
    expect(letters.map(({ diedAt }) => diedAt)).toEqual([time.now, time.now]);
    await stream.close();
  });

  it('hands the events of an app to one at a time', async () => {
    const { stream } = create();
    const first = new Recorder(stream);
    expect(() => new Recorder(stream)).toThrow(ImConfigError);
    await first.consumption.stop(MINUTE);
    expect(() => new Recorder(stream)).not.toThrow();
    await stream.close();
  });

  it.each([{ maxEvents: 0 }, { maxDeadLetters: 1.5 }])('refuses %j', (options) => {
    expect(() => create(options)).toThrow(ImConfigError);
  });
});
