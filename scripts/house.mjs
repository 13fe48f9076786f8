// What the scripts share: where the project is, how to run a program, how to tell time.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const at = (...parts) => path.join(root, ...parts);

/** Runs a program in the project's folder; resolves to `{code, output}`. `quiet` keeps the output back. */
export function run(command, args, { quiet = false, env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** Runs a file of an installed package with this Node, so that no shell and no `.cmd` file is needed on Windows. */
export function tool(file, args, options) {
  return run(process.execPath, [at('node_modules', file), ...args], options);
}

/** Runs npm: the one that started us, else the one on the path. */
export function npm(args, options = {}) {
  const own = process.env.npm_execpath;
  if (own !== undefined && existsSync(own) && /\.[cm]?js$/.test(own)) return run(process.execPath, [own, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
}

export const tools = {
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  oxlint: 'oxlint/bin/oxlint',
  oxfmt: 'oxfmt/bin/oxfmt',
  knip: 'knip/bin/knip.js',
  tsx: 'tsx/dist/cli.mjs',
};

/** Seconds since `start` (from `performance.now()`), for a person. */
export const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** True where this file is the program that was started. */
export const isMain = (url) => process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
