import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../house/sources.ts';

/** Runs npm in a folder; its output, and what it complained of where it failed. */
export function npm(args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
  return stdout;
}

export interface Packed {
  /** The tarball. */
  readonly file: string;
  readonly bytes: number;
  readonly files: readonly string[];
}

/** What `npm publish` would send, of the project as it is built. */
export function pack(): Packed {
  const folder = mkdtempSync(path.join(tmpdir(), 'foedus-pack-'));
  const [{ filename, size, files }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT));
  return { file: path.join(folder, filename), bytes: size, files: files.map(({ path: name }: { path: string }) => name) };
}

/** Every file under a folder, by its full path. */
export function everyFile(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return everyFile(file);
    return entry.isFile() ? [file] : [];
  });
}

/** Megabytes (10⁶ bytes) of a folder. */
export const megabytesOf = (folder: string): number => everyFile(folder).reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;

/** Header and some rows of a table as text: what a copy of it would hold. Lines that could stand anywhere are left out. */
export function telltales(file: string): readonly string[] {
  const lines = readFileSync(file, 'latin1').split(/\r?\n/);
  const [header = ''] = lines;
  const rows = [0.1, 0.5, 0.9].map((share) => lines[Math.floor(share * lines.length)] ?? '');
  return [...(header.length >= 25 ? [header] : []), ...rows.filter((row) => row.length >= 40)];
}
