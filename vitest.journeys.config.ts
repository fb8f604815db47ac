import { defineConfig } from 'vitest/config';

/** Whole-app flows, one after another: each starts a browser of its own. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts', 'tests/electron-stand-in/*.test.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default'],
  },
});
