import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/rules/**/*.test.ts'],
    reporters: ['default'],
  },
});
