import { describe, expect, it } from '@jest/globals';
import { Endpoints, type EndpointOutcome } from '../../../lib/client/endpoints.js';

const HOSTS = ['https://primary', 'https://backup'] as const;

function endpointsAt(hosts: readonly [string, ...string[]] = HOSTS) {
  const clock = { now: 0 };
  const endpoints = new Endpoints(hosts, () => clock.now);
  const attempt = (outcome: EndpointOutcome, idempotent = true) => {
    const chosen = endpoints.choose(idempotent);
    endpoints.report(chosen, outcome);
    return chosen;
  };
  const next = () => endpoints.choose(false).endpoint;
  return { clock, endpoints, attempt, next };
}

describe('Endpoints', () => {
  it('moves on one failed connection', () => {
    const { attempt, next } = endpointsAt();
    attempt('unreachable', false);
    expect(next()).toBe('https://backup');
  });

  it('moves on two other failures in a row, and not on two apart', () => {
    const { attempt, next } = endpointsAt();
    attempt('failing');
    attempt('answered');
    attempt('failing');
    expect(next()).toBe('https://primary');
    attempt('failing');
    expect(next()).toBe('https://backup');
  });

  it('makes one move in 30 s in a storm of errors', () => {
    const { clock, attempt } = endpointsAt();
    const used = new Set<string>();
    for (clock.now = 0; clock.now < 30_000; clock.now += 10) {
      used.add(attempt((clock.now / 10) % 4 < 2 ? 'failing' : 'answered', false).endpoint);
    }
    expect([...used]).toEqual(['https://primary', 'https://backup']);
    expect(attempt('answered', false).endpoint).toBe('https://backup');
  });

  it('goes back by one probe at a time, never by a send, not before 30 s', () => {
    const { clock, endpoints, attempt } = endpointsAt();
    attempt('unreachable');
    clock.now = 29_999;
    expect(endpoints.choose(true).probe).toBe(false);
    clock.now = 30_000;
    expect(endpoints.choose(false).probe).toBe(false);
    const probe = endpoints.choose(true);
    expect(probe).toEqual({ endpoint: 'https://primary', probe: true });
    expect(endpoints.choose(true)).toEqual({ endpoint: 'https://backup', probe: false });
    endpoints.report(probe, 'answered');
    expect(endpoints.choose(false)).toEqual({ endpoint: 'https://primary', probe: false });
  });

  it('doubles the time to the next probe, up to five minutes', () => {
    const { clock, endpoints, attempt } = endpointsAt();
    attempt('unreachable');
    const probedAt: number[] = [];
    for (; clock.now < 1_500_000; clock.now += 1000) {
      const chosen = endpoints.choose(true);
      if (chosen.probe) probedAt.push(clock.now / 1000);
      endpoints.report(chosen, chosen.probe ? 'failing' : 'answered');
    }
    expect(probedAt).toEqual([30, 90, 210, 450, 750, 1050, 1350]);
  });

  it('moves on to the primary when the backup fails too, unless a probe found it down', () => {
    const moving = endpointsAt();
    moving.attempt('unreachable');
    moving.clock.now = 30_000;
    moving.attempt('unreachable', false);
    expect(moving.next()).toBe('https://primary');

    const probed = endpointsAt();
    probed.attempt('unreachable');
    probed.clock.now = 30_000;
    expect(probed.attempt('failing').probe).toBe(true);
    probed.attempt('unreachable', false);
    expect(probed.next()).toBe('https://backup');
  });

  it('probes again when a probe was given up', () => {
    const { clock, endpoints, attempt } = endpointsAt();
    attempt('unreachable');
    clock.now = 30_000;
    endpoints.abandon(endpoints.choose(true));
    expect(endpoints.choose(true).probe).toBe(true);
  });

  it('stays where it is when there is one host', () => {
    const { attempt, next } = endpointsAt(['https://only']);
    attempt('unreachable');
    attempt('unreachable');
    expect(next()).toBe('https://only');
  });

  it('does not count failures of the host it has left', () => {
    const { clock, endpoints, next } = endpointsAt();
    const late = [1, 2, 3].map(() => endpoints.choose(false));
    for (const chosen of late) endpoints.report(chosen, 'unreachable');
    clock.now = 60_000;
    for (const chosen of late) endpoints.report(chosen, 'unreachable');
    expect(next()).toBe('https://backup');
  });
});
