import type { Key } from '../../charts/chart.ts';

/** The marks of a figure and what they mean. */
export function Legend({ keys }: { readonly keys: readonly Key[] }) {
  return (
    <p className="lg">
      {keys.map(({ mark, text }) => (
        <span key={text}>
          <i className={`k-${mark}`} aria-hidden="true" /> {text}
        </span>
      ))}
    </p>
  );
}
