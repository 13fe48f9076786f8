/** What a pull is at. */
export interface PullProgress {
  readonly source: string;
  readonly file: string;
  readonly doing: 'fetching' | 'waiting' | 'checking' | 'importing';
  /** Bytes of the file that are there. */
  readonly bytes: number;
  /** Bytes of the whole; null where the server does not say. */
  readonly total: number | null;
  /** At the speed so far; null until it is known. */
  readonly secondsLeft: number | null;
  /** Why it waits. */
  readonly note?: string;
}

/** Least milliseconds between two reports of bytes. */
const EVERY = 100;

/**
 * Turns bytes into progress, with the time left by the speed since the download began or went on.
 * @param now milliseconds
 */
export function createMeter(source: string, file: string, report: (progress: PullProgress) => void, now: () => number = () => performance.now()) {
  let first: { readonly at: number; readonly bytes: number } | undefined;
  let before = 0;
  let last = { at: -Infinity, bytes: 0, total: null as number | null };
  return {
    bytes: (bytes: number, total: number | null): void => {
      const at = now();
      if (first === undefined || bytes < before) first = { at, bytes };
      before = bytes;
      if (at - last.at < EVERY && bytes !== total) return;
      last = { at, bytes, total };
      const speed = (bytes - first.bytes) / (at - first.at);
      const secondsLeft = total === null || !(speed > 0) || !Number.isFinite(speed) ? null : Math.max(0, (total - bytes) / speed / 1000);
      report({ source, file, doing: 'fetching', bytes, total, secondsLeft });
    },
    at: (doing: 'waiting' | 'checking' | 'importing', note?: string): void => {
      if (doing === 'waiting') first = undefined;
      report({ source, file, doing, bytes: last.bytes, total: last.total, secondsLeft: null, ...(note !== undefined && { note }) });
    },
  };
}
