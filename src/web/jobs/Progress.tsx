import type { JobView } from './jobs.ts';
import type { JobRun } from './useJob.ts';

/** "12 s left". */
function left(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 1.5) return ', a second left';
  return seconds < 90 ? `, ${Math.round(seconds)} s left` : `, ${Math.round(seconds / 60)} min left`;
}

interface Props {
  readonly run: JobRun<unknown>;
  /** What is put together once it was stopped. */
  readonly kept: string;
  /** Of what the bar shows the part that is done. */
  readonly done: string;
  /** How far it is, in words; before it has begun, of null. */
  readonly words: (job: JobView | null) => string;
}

/** How far a job is, and a way to stop it with what there is. */
export function Progress({ run: { status, job, stop }, kept, done, words }: Props) {
  if (status === 'concluding') {
    return (
      <p className="compute lonely" role="status">
        Stopped: putting together {kept}…
      </p>
    );
  }
  if (status !== 'running') return null;
  const begun = job === null || job.state === 'waiting' || job.total === 0 ? null : job;
  return (
    <p className="compute lonely" role="status">
      {begun === null ? <progress aria-label="Waiting for the server" /> : <progress max={begun.total} value={begun.done} aria-label={done} />}
      <span>
        Computing…{words(begun)}
        {begun === null ? '' : left(begun.secondsLeft)}
      </span>
      <button type="button" className="btn" disabled={job === null} onClick={stop}>
        Stop, and show what there is
      </button>
    </p>
  );
}
