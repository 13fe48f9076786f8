import type { CrisisEvent } from '../../core/law/crisis-schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { crisisOf, searchOf } from '../fight/question.ts';
import { newQuestion } from '../fight/search.ts';
import type { FightSearch } from '../fight/search.ts';

interface Example {
  readonly label: string;
  /** How the catalog's crisis is known: attacker, target and year. */
  readonly is: (crisis: CrisisEvent) => boolean;
  /** Asked where the catalog holds no such crisis. */
  readonly or?: Partial<FightSearch>;
}

const asks = (attacker: string, target: string, year: string) => (crisis: CrisisEvent) =>
  crisis.date.startsWith(year) && crisis.question.attackers.includes(attacker) && crisis.question.target === target;

const EXAMPLES: readonly Example[] = [
  { label: 'July 1914', is: asks('AUH', 'SRB', '1914'), or: { date: '1914-07-28', from: ['AUH'], to: 'SRB' } },
  { label: 'Poland 1939', is: asks('DEU', 'POL', '1939'), or: { date: '1939-09-01', from: ['DEU'], to: 'POL' } },
  { label: 'Falklands 1982', is: asks('ARG', 'GBR', '1982'), or: { date: '1982-04-02', from: ['ARG'], to: 'GBR', place: 'falkland-islands' } },
  { label: 'September 2001', is: asks('NONSTATE', 'USA', '2001'), or: { date: '2001-09-11', from: ['NONSTATE'], to: 'USA', domain: 'air' } },
  { label: 'Estonia 2025', is: asks('RUS', 'EST', '2025'), or: { date: '2025-01-01', from: ['RUS'], to: 'EST' } },
];

const plain: Partial<FightSearch> = {
  place: null,
  domain: 'land',
  object: null,
  kind: 'armed-attack',
  intensity: 'armed-attack',
  began: [],
  war: [],
  area: false,
  table: false,
  tab: 'owes',
  view: null,
};

/** The search an example asks. */
function searchFor(example: Example, search: FightSearch, crises: readonly CrisisEvent[]): FightSearch {
  const crisis = crises.find(example.is);
  if (!crisis) return newQuestion(search, { ...plain, cascade: 'letter', ...example.or });
  return newQuestion(search, { ...plain, ...searchOf(crisis), cascade: crisis.steps ? 'chosen' : 'letter' });
}

interface Props {
  readonly search: FightSearch;
  readonly onAsk: (next: FightSearch) => void;
}

/** Five questions to begin with. */
export function Examples({ search, onAsk }: Props) {
  const { engine } = useLoaded();
  const crises = engine.catalog.events;
  const asked = crisisOf(search, crises);
  return (
    <div className="tries" role="group" aria-label="Examples">
      <span>Examples</span>
      {EXAMPLES.map((example) => {
        const target = searchFor(example, search, crises);
        const here = asked ? example.is(asked) : target.date === search.date && target.to === search.to && target.from.join() === search.from.join();
        return (
          <button key={example.label} type="button" aria-current={here ? 'true' : undefined} onClick={() => onAsk(target)}>
            {example.label}
          </button>
        );
      })}
    </div>
  );
}
