import { defineConfig } from 'vitest/config';

/** Journeys drive the built app as a person would; one after another, since each opens a window. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    fileParallelism: false,
    // Journeys ask whether, not how fast (`bench/` does); a machine shared with other work is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
