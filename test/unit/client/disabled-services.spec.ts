import { describe, expect, it } from '@jest/globals';
import { documentedCall } from '../../../lib/catalogue/documented-calls.js';
import { DISABLED_MS, DisabledServices } from '../../../lib/client/disabled-services.js';
import { placedOperations } from '../../support/operation-tables.js';

function start() {
  const clock = { now: 1_000 };
  return { clock, services: new DisabledServices(() => clock.now) };
}

describe('DisabledServices', () => {
  it('holds calls of a service that is off back, and those of no other', () => {
    const { clock, services } = start();
    services.add('keep-alive');
    clock.now += 10_000;
    expect(services.get('keep-alive')?.heldBackMs()).toBe(20_000);
    expect(services.get('broadcasts')).toBeUndefined();
  });

  it('lets one call ask after that, and the others when the service was found to be on', () => {
    const { clock, services } = start();
    services.add('keep-alive');
    clock.now += DISABLED_MS;
    expect(services.get('keep-alive')?.heldBackMs()).toBe(0);
    expect(services.get('keep-alive')?.heldBackMs()).toBe(DISABLED_MS);
    services.delete('keep-alive');
    expect(services.get('keep-alive')).toBeUndefined();
  });

  it('waits anew when the service is still off, and lets the next call ask when nothing was learned', () => {
    const { clock, services } = start();
    services.add('keep-alive');
    clock.now += DISABLED_MS;
    const asked = services.get('keep-alive');
    expect(asked?.heldBackMs()).toBe(0);
    asked?.askAgain();
    expect(services.get('keep-alive')?.heldBackMs()).toBe(0);
    clock.now += 5_000;
    services.add('keep-alive');
    asked?.askAgain();
    expect(services.get('keep-alive')?.heldBackMs()).toBe(DISABLED_MS);
  });

  it('forgets the oldest of a thousand', () => {
    const { services } = start();
    for (let index = 0; index <= 1_000; index += 1) services.add(`/path/${index}`);
    expect(services.get('/path/0')).toBeUndefined();
    expect(services.get('/path/1')?.heldBackMs()).toBe(DISABLED_MS);
  });
});

describe('console switches', () => {
  it('are named for the operations whose notes in the catalogue ask for a service', () => {
    const named = placedOperations.filter(([, { consoleSwitch }]) => consoleSwitch !== undefined);
    const noted = placedOperations.filter(([, { name }]) =>
      /\b1009\b|hosting service/.test(documentedCall(name).notes ?? ''),
    );
    expect(named.map(([name]) => name)).toEqual(noted.map(([name]) => name));
    expect(named).toHaveLength(44);
  });
});
