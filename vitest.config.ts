import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/rules/**/*.test.ts',
      'tests/hostile/**/*.test.ts',
      'tests/print/**/*.test.ts',
    ],
    setupFiles: ['tests/propertySeed.ts'],
    // Generous, since a busy machine is no failure; nothing here measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
});
