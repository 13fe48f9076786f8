import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM } from './tests/chromium.ts';

const apart = ['**/node_modules/**', 'tests/browser/**', 'tests/e2e/**', 'tests/**/*.slow.test.ts'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', isolate: false, testTimeout: 30_000, include: ['tests/**/*.test.ts'], exclude: [...apart, 'tests/**/*.property.test.ts'] } },
      { test: { name: 'property', isolate: false, include: ['tests/**/*.property.test.ts'], exclude: apart, testTimeout: 30_000 } },
      { test: { name: 'slow', include: ['tests/**/*.slow.test.ts'], exclude: ['**/node_modules/**'], testTimeout: 600_000 } },
      {
        test: {
          name: 'e2e',
          isolate: false,
          retry: 1,
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['tests/**/*.slow.test.ts'],
          globalSetup: ['tests/built.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'browser',
          retry: 1,
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: CHROMIUM }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
