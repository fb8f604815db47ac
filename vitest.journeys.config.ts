import { defineConfig } from 'vitest/config';

/** Journeys drive the built app as a person would; one after another, since each opens a window. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as a person would wait before calling it broken; the machine may be busy.
    expect: { poll: { timeout: 5000 } },
  },
});
