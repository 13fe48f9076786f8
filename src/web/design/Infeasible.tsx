import type { DesignResult, Infeasible as Reasons } from '../../core/explore/design/result.ts';
import type { DesignSearch } from './search.ts';

interface Props {
  readonly found: DesignResult;
  readonly reasons: Reasons;
  readonly search: DesignSearch;
  readonly nameOf: (state: string) => string;
  readonly onChange: (changes: Partial<DesignSearch>) => void;
}

/** What stands in the way where no treaty meets every demand, and what could be given up. */
export function Infeasible({ found, reasons, search, nameOf, onChange }: Props) {
  const { binding, worseOff, closest } = reasons;
  const freeing = (id: string): readonly string[] => search.fix.filter((one) => one !== id && !one.startsWith(`${id}=`) && !id.startsWith(`${one}.`));
  return (
    <section className="fig c12 infeasible" aria-label="What stands in the way">
      <p className="q">Why does no treaty meet every demand?</p>
      <h2>
        {binding.length === 0
          ? 'No treaty looked at meets all demands, nor all but one'
          : binding.length === 1
            ? 'One thing stands in the way'
            : 'Each of these alone stands in the way'}
      </h2>
      <ul className="rest">
        {binding.map(({ id, words, reaches }) => (
          <li key={id}>
            <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
            {freeing(id).length < search.fix.length ? (
              <button type="button" className="btn" onClick={() => onChange({ fix: freeing(id) })}>
                Let it move
              </button>
            ) : id.startsWith('ratification') && search.floor > 0 && !search.require.some((one) => one.replaceAll(' ', '') === id) ? (
              <button type="button" className="btn" onClick={() => onChange({ floor: Math.max(0, Math.floor((search.floor - 0.1) * 20) / 20) })}>
                Lower the floor
              </button>
            ) : search.require.length > 0 && id !== 'better-in' ? (
              <button type="button" className="btn" onClick={() => onChange({ require: search.require.filter((one) => one.replaceAll(' ', '') !== id) })}>
                Drop the demand
              </button>
            ) : null}
            <small>{reaches.charAt(0).toUpperCase() + reaches.slice(1)}.</small>
          </li>
        ))}
      </ul>
      <p className="note-line src">
        The nearest of {found.evaluations.toLocaleString('en-US')} misses: {closest.misses.join(', ')}.
        {worseOff.length > 0 ? ` It costs ${worseOff.map(nameOf).join(', ')} more than it is worth to ${worseOff.length === 1 ? 'it' : 'them'}.` : ''}
      </p>
    </section>
  );
}
