import type { Replayed } from './useDecades.ts';

interface Props {
  readonly world: Replayed | null;
  readonly fault: string | null;
  readonly number: number;
  readonly years: number;
  readonly at: number | null;
  readonly onYear: (year: number) => void;
  readonly onClose: () => void;
}

/** One world year by year: a slider over the years, and everything that happens in the one it stands on. */
export function Replay({ world, fault, number, years, at, onYear, onClose }: Props) {
  if (fault !== null) {
    return (
      <section className="fig c12" id="replay">
        <p className="callout" role="alert">
          {fault}
        </p>
      </section>
    );
  }
  if (world === null) {
    return (
      <section className="fig c12" id="replay">
        <p className="src" role="status">
          Computing… world {number} once more
        </p>
      </section>
    );
  }
  const [first, last] = [world.from, world.from + years - 1];
  const year = Math.min(last, Math.max(first, at ?? first));
  const lines = world.lines.filter((line) => line.year === year);
  return (
    <section className="fig c12 replay" id="replay" aria-labelledby="replay-h">
      <p className="q">What happens in world {number}?</p>
      <h2 id="replay-h">
        {year}: {lines.length === 0 ? 'nothing to tell' : `${lines.length} ${lines.length === 1 ? 'thing happens' : 'things happen'}`}
      </h2>
      <div className="years">
        <button type="button" className="btn" disabled={year === first} onClick={() => onYear(year - 1)}>
          Year before
        </button>
        <label className="field">
          <span className="vh">Year</span>
          <input type="range" min={first} max={last} value={year} aria-valuetext={String(year)} onChange={(event) => onYear(Number(event.target.value))} />
        </label>
        <button type="button" className="btn" disabled={year === last} onClick={() => onYear(year + 1)}>
          Year after
        </button>
        <button type="button" className="lnk" onClick={onClose}>
          Close this world
        </button>
      </div>
      <p className="src" aria-live="polite">
        {(['pacts', 'crises', 'wars', 'ended', 'formed', 'left', 'joined'] as const)
          .map((name) => `${name} ${world.series[name]?.[year - first] ?? 0}`)
          .join(' · ')}
      </p>
      <ol className="story">
        {lines.map(({ text, why, kind, main }, index) => (
          <li key={`${text} ${index}`} data-kind={kind} className={main ? 'main' : undefined}>
            {text} {why === '' ? null : <small>{why}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}
