import { expect, it } from 'vitest';
import { runTracedJourney } from '../hostile/safety/network.ts';
import { hasTracer } from '../launch/tracer.ts';

it.skipIf(!hasTracer())(
  'reaches for no internet address and writes to no other folder in the whole journey, as the kernel sees it (needs strace)',
  async () => {
    const figures = await runTracedJourney(1000);
    expect(figures?.steps).toBeGreaterThan(5);
    expect(figures?.connects).toEqual([]);
    expect(figures?.plantedConnects).toBeGreaterThan(0);
    expect(figures?.writtenOutside).toEqual([]);
    expect(figures?.writtenInside).toBeGreaterThan(5);
    expect(figures?.plantedWrites).toBe(1);
  },
  240_000,
);
