import { possessive } from '../../core/text/sentence.ts';
import type { LawEvent } from '../../core/law/types.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import type { FightSearch } from '../fight/search.ts';
import { DOMAIN_WORDS, INTENSITY_WORDS, KIND_WORDS, inSentence, listOf, OBJECT_WORDS } from '../fight/words.ts';
import { ConditionsButton } from './ConditionsButton.tsx';
import { ConditionsForm } from './ConditionsForm.tsx';

interface Props {
  readonly search: FightSearch;
  readonly event: LawEvent | null;
  readonly onAsk: (next: FightSearch) => void;
}

/** Where, how and by whom it began, in one line, and the way to change it. */
export function Conditions({ search, event, onAsk }: Props) {
  const { engine } = useLoaded();
  const name = (id: string): string => inSentence(engine.world, id, search.date);
  const words: string[] = [];
  if (event) {
    if (event.kind !== 'armed-attack') words.push(KIND_WORDS[event.kind]);
    words.push(DOMAIN_WORDS[event.domain], placeWords(event, name));
    if (event.object !== 'territory') words.push(`on ${OBJECT_WORDS[event.object]}`);
    if (event.intensity === 'below-threshold') words.push(INTENSITY_WORDS['below-threshold']);
    words.push(`begun by ${listOf(event.beganBy.map(name))}`);
    for (const war of event.atWar) words.push(`${name(war.attacker)} already fighting ${name(war.target)}`);
  }
  return (
    <>
      {words.length > 0 ? <span>{words.join(' · ')}</span> : null}
      <ConditionsButton renderForm={(done) => <ConditionsForm search={search} onAsk={(next) => (done(), onAsk(next))} />} />
    </>
  );
}

function placeWords({ place, target }: LawEvent, name: (id: string) => string): string {
  if (place.kind === 'home' && place.id === target) return `on ${possessive(name(target))} home territory`;
  if (place.kind === 'home') return `in ${place.name}`;
  if (place.kind === 'territory') return `in ${/(Islands|Azores|Canaries|Kurils|Zone|Departments)$/.test(place.name) ? 'the ' : ''}${place.name}`;
  return `at ${degrees(place.lat, 'N', 'S')} ${degrees(place.lon, 'E', 'W')}, ${place.name}`;
}
const degrees = (value: number, positive: string, negative: string): string => `${Math.abs(value).toFixed(1)}°${value < 0 ? negative : positive}`;
