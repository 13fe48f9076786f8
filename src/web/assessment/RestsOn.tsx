import type { Assessment, ContingencyAssessment } from '../../core/assess/assessment.ts';
import type { Facts } from '../../core/facts/facts.ts';
import { formatDate } from '../../core/states/dates.ts';

interface Props {
  readonly assessment: Assessment;
  readonly whole: Assessment | null;
  readonly found: ContingencyAssessment;
  readonly facts: Facts;
  readonly articles: number;
  readonly catalog: string;
  readonly nameOf: (state: string) => string;
}

/** Versions, gaps and declared assumptions: what every number above rests on. */
export function RestsOn({ assessment, whole, found, facts, articles, catalog, nameOf }: Props) {
  const crisis = facts.parameters.find(({ id }) => id === 'crisis');
  const kinds = Object.values(crisis?.parameters ?? {});
  const declared = kinds.filter(({ kind }) => kind === 'declared').length;
  const lacking = (whole?.balance ?? []).filter(({ pooling }) => pooling === undefined).map(({ state }) => nameOf(state));
  const gates = (whole?.balance ?? []).filter(({ ratification }) => ratification === undefined).map(({ state }) => nameOf(state));
  const missing = [
    ...(found.notAssessed.length > 0 ? [`power of ${found.notAssessed.map(nameOf).join(', ')}`] : []),
    ...(lacking.length > 0 ? [`spending figures of ${lacking.join(', ')}`] : []),
    ...(gates.length > 0 ? [`gates of ${gates.join(', ')}`] : []),
  ];
  return (
    <figure className="fig c12" id="rests">
      <p className="q">What does this rest on?</p>
      <h2>Versions, gaps and declared assumptions</h2>
      <ul className="rest">
        <li>
          <span>The treaty as encoded, {articles === 1 ? 'one clause' : `${articles} clauses`}</span>
          <code>catalog {catalog.slice(0, 7)}</code>
          <small>Obligations, exit and institutions as the file has them on the date; every other treaty in force counts in both worlds.</small>
        </li>
        <li>
          <span>Crisis parameters of {crisis ? formatDate(crisis.made.date) : assessment.versions.parameters}</span>
          <code>{declared} declared</code>
          <small>{crisis?.source ?? ''}. Held-out wars: no gain over a plain logit is claimed.</small>
        </li>
        <li>
          <span>Power of {assessment.capabilities.year}</span>
          <code>facts {assessment.versions.facts.slice(0, 7)}</code>
          <small>{assessment.capabilities.method}.</small>
        </li>
        <li>
          <span>{missing.length === 0 ? 'Nothing is missing here' : `Missing: ${missing.join('; ')}`}</span>
          <small>{missing.length === 0 ? 'Every member has figures and gates.' : 'Left out where it is missing, never taken for zero.'}</small>
        </li>
        <li>
          <span>Declared, not estimated</span>
          <code>with ranges</code>
          <small>
            Loss sizes, φ, γ, tripwires, the price of staffs and secrecy, weights of voters, deliberation, readiness. Each has a source or a range, and is
            drawn.
          </small>
        </li>
        <li>
          <span>
            {assessment.draws.toLocaleString('en-US')} draws, seed {assessment.seed}
          </span>
          <code>{assessment.converged ? 'all games converged' : 'some games did not converge'}</code>
        </li>
      </ul>
      <figcaption className="src">
        <span>What a clause does is said only as far as the record identifies it: since 1945 it shows no clear effect of pacts on challenges.</span>
      </figcaption>
    </figure>
  );
}
