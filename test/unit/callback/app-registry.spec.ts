import { describe, expect, it } from '@jest/globals';
import { ImAppRegistry } from '../../../lib/im.app-registry.js';
import { APP, Observations, observedOptions } from '../../support/callback-app.js';

describe('ImAppRegistry', () => {
  it('knows the largest body of its apps', async () => {
    const registry = new ImAppRegistry();
    expect(registry.maxBodyBytes).toBe(524_288);
    const create = (name: string, maxBodyBytes: number) =>
      registry.create(
        name,
        observedOptions(new Observations(), { ...APP, callbacks: { maxBodyBytes } }),
      );
    create('small', 1_000);
    expect(registry.maxBodyBytes).toBe(1_000);
    create('large', 3_000);
    create('middle', 2_000);
    expect(registry.maxBodyBytes).toBe(3_000);
    await registry.close('large');
    expect(registry.maxBodyBytes).toBe(2_000);
    await registry.onApplicationShutdown();
    expect(registry.maxBodyBytes).toBe(524_288);
  });
});
