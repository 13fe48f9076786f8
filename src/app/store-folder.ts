import { homedir } from 'node:os';
import path from 'node:path';
import { readConfig } from './config.ts';
import { findWorkspace } from './workspace.ts';

type Env = Readonly<Record<string, string | undefined>>;

const set = (value: string | undefined): value is string => value !== undefined && value !== '';

/** The folder for a user's own data on this system. */
function userDataFolder(env: Env): string {
  if (set(env['XDG_DATA_HOME'])) return path.join(env['XDG_DATA_HOME'], 'foedus');
  if (process.platform === 'win32' && set(env['LOCALAPPDATA'])) return path.join(env['LOCALAPPDATA'], 'foedus');
  return process.platform === 'darwin' ? path.join(homedir(), 'Library', 'Application Support', 'foedus') : path.join(homedir(), '.local', 'share', 'foedus');
}

/**
 * The workspace whose store a command uses: the one named (made where absent), that of foedus.config.yaml, the nearest
 * `.foedus/` upward, else the user's data folder.
 * @throws {UserError} where the one named cannot be made
 */
export function storeFolder(named: string | undefined, cwd: string, env: Env): string {
  return findWorkspace(named ?? readConfig(cwd).workspace, cwd) ?? userDataFolder(env);
}
