import type { Io } from './io.ts';

const WIDTH = 24;
/** Milliseconds between two drawings of the bar. */
const PACE = 100;

/** A bar on a terminal's last line, with what is done and the time left; nothing where standard error is no terminal. */
export interface Progress {
  /** @param done part of `total`, in any unit; @param what is being done now */
  readonly at: (done: number, total: number, what: string) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

function timeLeft(elapsed: number, share: number): string {
  if (share <= 0 || elapsed < 500) return '';
  const seconds = Math.ceil((elapsed * (1 - share)) / share / 1000);
  return seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
}

/** A bar from the share done; `now` in milliseconds. */
export function createProgress(io: Io, quiet: boolean, now: () => number = () => performance.now()): Progress {
  if (quiet || io.terminal === undefined) return { at: () => undefined, end: () => undefined };
  const { columns } = io.terminal;
  const start = now();
  let drawn: number | undefined;
  return {
    at: (done, total, what) => {
      const time = now();
      if (drawn !== undefined && time - drawn < PACE) return;
      drawn = time;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const full = Math.round(share * WIDTH);
      const line = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${timeLeft(time - start, share).padEnd(14)} ${what}`;
      io.stderr(`\r\u001B[K${[...line].slice(0, columns - 1).join('')}`);
    },
    end: () => {
      if (drawn !== undefined) io.stderr('\r\u001B[K');
    },
  };
}
