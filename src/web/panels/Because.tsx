import { Link } from '@tanstack/react-router';
import { amendedObligations } from '../../core/treaty/resolve.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { citation, clauseLabel, sourceLine } from '../fight/cite.ts';
import { useCopied } from './useCopied.ts';

interface Props {
  readonly id: string;
  readonly treaty: string;
  readonly article: string;
  readonly obligation: string;
  readonly because: readonly string[];
  readonly contested: string | undefined;
  readonly date: string;
}

/** Why: the facts in order, the words of the clause, and where they can be read. */
export function Because({ id, treaty: treatyId, article, obligation, because, contested, date }: Props) {
  const { engine } = useLoaded();
  const [cited, copyCitation] = useCopied();
  const [linked, copyLink] = useCopied();
  const treaty = engine.treaty(treatyId);
  const clause = treaty ? amendedObligations(treaty, date).find((one) => one.id === obligation) : undefined;
  return (
    <div className="because" id={id}>
      <ol>
        {because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {clause?.quote ? <blockquote>{clause.quote}</blockquote> : clause?.precision ? <blockquote>(paraphrase) {clause.precision}</blockquote> : null}
      {contested ? (
        <p className="contested">
          <b>Contested.</b> {contested}
        </p>
      ) : null}
      {treaty ? (
        <p className="src">
          {clauseLabel(treaty, treatyId, article)}. {sourceLine(treaty)}.{' '}
          <span className="acts">
            <Link className="lnk" to="/treaty/$id" params={{ id: treatyId }} search={{ date, clause: obligation }}>
              Open the treaty
            </Link>{' '}
            ·{' '}
            <button type="button" className="lnk" onClick={() => copyCitation(citation(treaty, article, engine.catalog.version, location.href))}>
              {cited ? 'Copied' : 'Cite'}
            </button>{' '}
            ·{' '}
            <button type="button" className="lnk" onClick={() => copyLink(location.href)}>
              {linked ? 'Copied' : 'Copy link'}
            </button>
          </span>
        </p>
      ) : null}
    </div>
  );
}
