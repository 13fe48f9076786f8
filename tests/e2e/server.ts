import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../house/sources.ts';

export interface Server {
  /** The link it prints, with its token. */
  readonly link: string;
  /** The folder its drafts and studies are kept in, made for it and taken away with it. */
  readonly workspace: string;
  readonly close: () => Promise<void>;
}

/** Starts `foedus serve` on a free port with a workspace of its own. */
export async function startServer(): Promise<Server> {
  const workspace = mkdtempSync(path.join(tmpdir(), 'foedus-workbench-'));
  const server = spawn(process.execPath, [path.join(ROOT, 'bin', 'foedus.mjs'), 'serve', '--port', '0', '--workspace', workspace], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const link = await new Promise<string>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
    server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('exit', () => reject(new Error(`foedus serve ended: ${log}`)));
  });
  return {
    link,
    workspace,
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}
