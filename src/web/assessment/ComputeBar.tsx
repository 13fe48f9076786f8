import { useEffect, useState } from 'react';

interface Props {
  readonly status: 'idle' | 'computing' | 'done' | 'stopped' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly since: number;
  readonly onStop: () => void;
  /** What is counted; draws when left out. */
  readonly unit?: string;
  /** What a stop means; that intervals are wider when left out. */
  readonly stopped?: string;
}

const count = (value: number): string => value.toLocaleString('en-US');

/** "12 s", "2 min": how long it may take yet. */
function left(seconds: number): string {
  if (seconds < 1.5) return 'a second left';
  return seconds < 90 ? `${Math.round(seconds)} s left` : `${Math.round(seconds / 60)} min left`;
}

/** Nothing for a moment, then a word; from two seconds on a bar with the time left and a way to stop. */
export function ComputeBar({ status, done, total, since, onStop, unit = 'draws', stopped = 'Intervals are wider than they will be.' }: Props) {
  const [now, setNow] = useState(since);
  const computing = status === 'computing';
  useEffect(() => {
    if (!computing) return;
    const timer = setInterval(() => setNow(performance.now()), 150);
    return () => clearInterval(timer);
  }, [computing, since]);
  const elapsed = Math.max(0, now - since);
  if (status === 'stopped') {
    return (
      <p className="compute" role="status">
        Stopped at {count(done)} of {count(total)} {unit}. {stopped}
      </p>
    );
  }
  if (!computing || elapsed < 150) return <p className="compute" role="status" />;
  if (elapsed < 2000) {
    return (
      <p className="compute" role="status">
        Computing…
      </p>
    );
  }
  const part = total === 0 ? 0 : done / total;
  return (
    <p className="compute" role="status">
      <progress max={total} value={done} aria-label={`Done: ${unit}`} />
      <span>
        {count(done)} of {count(total)} {unit}
        {part > 0.02 ? `, ${left(((elapsed / part) * (1 - part)) / 1000)}` : ''}
      </span>
      <button type="button" className="btn" onClick={onStop}>
        Stop
      </button>
    </p>
  );
}
