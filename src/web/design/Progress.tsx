import type { DesignRun } from './useDesign.ts';

/** "12 s left". */
function left(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 1.5) return ', a second left';
  return seconds < 90 ? `, ${Math.round(seconds)} s left` : `, ${Math.round(seconds / 60)} min left`;
}

/** How far the search is, and a way to stop it with what there is. */
export function Progress({ run: { status, job, stop } }: { readonly run: DesignRun }) {
  if (status === 'concluding') {
    return (
      <p className="compute lonely" role="status">
        Stopped: putting together what was found…
      </p>
    );
  }
  if (status !== 'running') return null;
  const waiting = job === null || job.state === 'waiting' || job.total === 0;
  return (
    <p className="compute lonely" role="status">
      {waiting ? <progress aria-label="Waiting for the server" /> : <progress max={job.total} value={job.done} aria-label="Part of the search that is done" />}
      <span>{waiting ? 'Computing…' : `Computing… ${Math.floor((100 * job.done) / job.total)}%${left(job.secondsLeft)}`}</span>
      <button type="button" className="btn" disabled={job === null} onClick={stop}>
        Stop, and show what there is
      </button>
    </p>
  );
}
