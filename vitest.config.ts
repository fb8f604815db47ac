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
    reporters: ['default'],
  },
});
