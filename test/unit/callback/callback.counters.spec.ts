import { describe, expect, it } from '@jest/globals';
import { ImCallbackCounters } from '../../../lib/callback/callback.counters.js';
import type { ImCallbackOutcome } from '../../../lib/im.hooks.js';

describe('ImCallbackCounters', () => {
  it('counts callbacks by app and event', () => {
    const counters = new ImCallbackCounters();
    const { onCallback, onDurableEvent, onVerdict } = counters.hooks;
    const told: [ImCallbackOutcome, string?][] = [
      ['handled'],
      ['stored'],
      ['duplicate'],
      ['failed', 'handler-failed'],
      ['rejected', 'signature-invalid'],
      ['rejected', 'signature-missing'],
      ['rejected', 'replayed'],
      ['rejected', 'timestamp-stale'],
      ['rejected', 'body-malformed'],
    ];
    for (const [outcome, reason] of told) {
      const status = outcome === 'rejected' ? 401 : 200;
      onCallback({ app: 'eu', event: 'pre-messaging', outcome, reason, status, durationMs: 1 });
    }
    const verdict = { app: 'eu', event: 'pre-messaging', durationMs: 1 } as const;
    onVerdict({ ...verdict, verdict: 'block', by: 'handler', reason: undefined, inTime: true });
    onVerdict({
      ...verdict,
      verdict: 'block',
      by: 'onError',
      reason: 'handler-late',
      inTime: true,
    });
    onVerdict({ ...verdict, verdict: 'block', by: 'handler', reason: undefined, inTime: false });
    const durable = { app: 'eu', event: 'pre-messaging', attempt: 1, durationMs: 1 } as const;
    onDurableEvent({ ...durable, outcome: 'handled', reason: undefined, lagMs: 5 });
    onDurableEvent({ ...durable, outcome: 'retried', reason: 'no', lagMs: 6 });
    onDurableEvent({ ...durable, outcome: 'dead', reason: 'no', lagMs: 7 });
    expect(counters.list()).toEqual([
      {
        app: 'eu',
        event: 'pre-messaging',
        received: 9,
        verified: 4,
        duplicate: 1,
        forged: 3,
        stale: 1,
        refused: 1,
        failed: 1,
        lateVerdicts: 2,
        durablyHandled: 1,
        deadLettered: 1,
        lagMs: 7,
      },
    ]);
  });

  it('has one label for all events that anybody could invent', () => {
    const counters = new ImCallbackCounters();
    const refusal = { outcome: 'rejected', reason: 'event-unknown', status: 404 } as const;
    for (let number = 0; number < 100; number++) {
      const event = `invented-${number}`;
      counters.hooks.onCallback({ ...refusal, app: undefined, event, durationMs: 1 });
    }
    expect(counters.list()).toEqual([
      expect.objectContaining({ app: '', event: 'unknown', received: 100, refused: 100 }),
    ]);
  });
});
