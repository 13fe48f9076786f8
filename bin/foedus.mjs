#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  const { runCli, processIo } = await import(main.href);
  process.exitCode = await runCli(process.argv.slice(2), processIo());
} else {
  console.error('foedus is not built yet: run `npm run build` in its folder.');
  process.exitCode = 2;
}
