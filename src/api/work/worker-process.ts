import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../app/user-error.ts';
import { toldSchema, type Answer, type Told, type Work } from './messages.ts';

/** A process that works for the server, so that what takes long holds no request up, and what is no longer wanted is ended. */
export interface WorkerProcess {
  /** One question at a time; `onProgress` hears how far it is. @throws {UserError} for a mistake in it; an Error where the process ends before it answers */
  readonly answer: (work: Work, onProgress?: (done: number, total: number) => void) => Promise<Answer>;
  /** Ends it, whatever it does, and resolves when it is gone. */
  readonly end: () => Promise<void>;
  readonly isAlive: () => boolean;
}

/**
 * Starts a worker. It is a process and not a thread: a thread that is ended while DuckDB works in it takes the server down.
 * What it keeps on disk lies in a folder that is removed when it ends, however it ends.
 */
export function startWorker(script: URL): WorkerProcess {
  const scratch = mkdtempSync(path.join(tmpdir(), 'foedus-work-'));
  const child = fork(script, [], {
    execArgv: [],
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let alive = true;
  const gone = new Promise<string>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.once('exit', (code, signal) => resolve(`it ended by ${signal ?? `status ${code ?? ''}`}`));
  }).then((how) => {
    alive = false;
    rmSync(scratch, { recursive: true, force: true });
    return how;
  });

  return {
    isAlive: () => alive,
    end: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    answer: async (work, onProgress) => {
      let listen: (message: unknown) => void = () => undefined;
      const answered = new Promise<Exclude<Told, { progress: unknown }>>((resolve, reject) => {
        listen = (message) => {
          const told = toldSchema.safeParse(message);
          if (!told.success) reject(new Error('The worker said what nobody understands.', { cause: told.error }));
          else if ('progress' in told.data) onProgress?.(told.data.progress.done, told.data.progress.total);
          else resolve(told.data);
        };
        child.on('message', listen);
      });
      try {
        if (alive) child.send(work);
        const told = await Promise.race([answered, gone.then((how) => ({ fault: `The worker did not answer: ${how}.` }))]);
        if ('answer' in told) return told.answer;
        if ('refused' in told) throw new UserError(told.refused.message, told.refused.detail);
        throw new Error(told.fault);
      } finally {
        child.off('message', listen);
      }
    },
  };
}
