import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Suite } from './suite.ts';

const bin = fileURLToPath(new URL('../bin/foedus.mjs', import.meta.url));

export const suite: Suite = {
  title: 'foedus as a process',
  cases: {
    'node, doing nothing': () => void execFileSync(process.execPath, ['-e', '0']),
    'foedus trigger --json': () =>
      void execFileSync(process.execPath, [bin, 'trigger', '--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01', '--json']),
    'foedus trigger --at --json (with the shapes of countries)': () =>
      void execFileSync(process.execPath, [bin, 'trigger', '--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01', '--at', '59.377,28.19', '--json']),
  },
};
