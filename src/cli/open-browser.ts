import { spawn } from 'node:child_process';
import type { Io } from './io.ts';

/** The program that opens a link here, or undefined where there is no screen. */
export function opener(platform: NodeJS.Platform, env: Io['env']): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasScreen = ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (env[name] ?? '') !== '');
  return hasScreen ? ['xdg-open'] : undefined;
}

/** Opens a link in the user's browser; resolves to false where that cannot be done. */
export function openBrowser(link: string, env: Io['env']): Promise<boolean> {
  const program = opener(process.platform, env);
  if (program === undefined) return Promise.resolve(false);
  const [command, ...args] = program;
  return new Promise((resolve) => {
    const child = spawn(command, [...args, link], { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
