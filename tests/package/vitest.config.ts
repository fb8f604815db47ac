import { defineConfig } from 'vitest/config';

/** Lays the built app out for three targets, which takes half a minute: apart from the unit tests, after the build. */
export default defineConfig({
  test: { include: ['tests/package/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
