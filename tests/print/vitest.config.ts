import { defineConfig } from 'vitest/config';

/** Printing needs a browser and poppler, and takes seconds: these tests run apart from the unit tests. */
export default defineConfig({
  test: { include: ['tests/print/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
