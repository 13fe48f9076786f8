import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { LEDGER_FILE, type Ledger } from './ledger.ts';

/** How long a folder that the ledger names no more is kept for readers that opened the store before: an hour, in milliseconds. */
const GRACE = 3_600_000;

/** Start of the name of a folder that is being written. */
export const DRAFT = '.draft-';

/** Removes what interrupted imports left, and folders superseded more than an hour ago. Only under the lock: then no draft is anyone's. */
export function sweep(workspace: string, ledger: Ledger, now: number): void {
  const data = path.join(workspace, 'data');
  if (!existsSync(data)) return;
  const named = new Set(ledger.entries.map(({ folder }) => path.join(workspace, folder)));
  for (const source of readdirSync(data, { withFileTypes: true })) {
    if (!source.isDirectory()) continue;
    for (const version of readdirSync(path.join(data, source.name), { withFileTypes: true })) {
      const folder = path.join(data, source.name, version.name);
      if (!version.isDirectory() || named.has(folder)) continue;
      if (version.name.startsWith(DRAFT) || statSync(folder).mtimeMs < now - GRACE) rmSync(folder, { recursive: true, force: true });
    }
  }
  for (const name of readdirSync(workspace)) {
    if (name.startsWith(`${LEDGER_FILE}.`) && name.endsWith('.draft')) rmSync(path.join(workspace, name), { force: true });
  }
}
