import type { Io } from './io.ts';

const WIDTH = 24;
/** Milliseconds between two drawings of the bar. */
const PACE = 100;

/** A bar on a terminal's last line, with what is done and the time left; nothing where standard error is no terminal. */
export interface Progress {
  /**
   * @param done part of `total`, in any unit
   * @param what is being done now
   * @param secondsLeft where it is known better than by the bar's own pace; null where it is not known
   */
  readonly at: (done: number, total: number, what: string, secondsLeft?: number | null) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

/** Seconds left at the pace so far; null where it is too early to say. */
function secondsAhead(elapsed: number, share: number): number | null {
  return share <= 0 || elapsed < 500 ? null : (elapsed * (1 - share)) / share / 1000;
}

function timeLeft(left: number | null): string {
  if (left === null) return '';
  const seconds = Math.ceil(left);
  return seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
}

/** A bar from the share done; `now` in milliseconds. */
export function createProgress(io: Io, quiet: boolean, now: () => number = () => performance.now()): Progress {
  if (quiet || io.terminal === undefined) return { at: () => undefined, end: () => undefined };
  const { columns } = io.terminal;
  const start = now();
  let drawn: number | undefined;
  return {
    at: (done, total, what, secondsLeft) => {
      const time = now();
      if (drawn !== undefined && time - drawn < PACE) return;
      drawn = time;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const full = Math.round(share * WIDTH);
      const left = timeLeft(secondsLeft === undefined ? secondsAhead(time - start, share) : secondsLeft);
      const line = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${left.padEnd(14)} ${what}`;
      io.stderr(`\r\u001B[K${[...line].slice(0, columns - 1).join('')}`);
    },
    end: () => {
      if (drawn !== undefined) io.stderr('\r\u001B[K');
    },
  };
}
