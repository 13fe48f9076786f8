import { completeEvent } from '../../core/law/event.ts';
import type { EventQuestion } from '../../core/law/event.ts';
import type { CrisisEvent } from '../../core/law/crisis-schema.ts';
import { NONSTATE } from '../../core/law/types.ts';
import type { LawEvent } from '../../core/law/types.ts';
import { formatDate } from '../../core/states/dates.ts';
import type { IsoDate, State } from '../../core/states/types.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import { stateByOtherCode } from './match.ts';
import type { FightSearch } from './search.ts';

export type Asked = { readonly event: LawEvent } | { readonly incomplete: true } | { readonly problem: string; readonly nearest?: IsoDate };

/** The event a search puts to the law, or what keeps it from being one. */
export function askedBy(search: FightSearch, world: MappedWorld): Asked {
  const { from, to, date } = search;
  if (from.length === 0 || !to) return { incomplete: true };
  for (const id of [...from, to]) {
    const state = world.state(id);
    if (id === NONSTATE) continue;
    if (!state) return { problem: unknownCode(id, date, world) };
    if (!world.existsOn(id, date)) return absentAt(state, date, world);
  }
  const result = completeEvent(eventQuestion(search, from, to), world);
  return result.ok ? { event: result.event } : { problem: result.problem.message };
}

function eventQuestion(search: FightSearch, attackers: readonly string[], target: string): EventQuestion {
  const at = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(search.place ?? '');
  return {
    attackers,
    target,
    date: search.date,
    kind: search.kind,
    domain: search.domain,
    intensity: search.intensity,
    ...(search.object ? { object: search.object } : {}),
    ...(at ? { at: { lat: Number(at[1]), lon: Number(at[2]) } } : search.place ? { place: search.place } : {}),
    ...(search.began.length > 0 ? { beganBy: search.began } : {}),
    atWar: search.war,
  };
}

/** "'GMY' is a COW code; states here use ISO 3166. Did you mean DEU (Germany)?" */
function unknownCode(code: string, date: IsoDate, world: MappedWorld): string {
  const meant = stateByOtherCode(world.states, code);
  return meant
    ? `'${code}' is a ${meant.list} code; states here use ISO 3166. Did you mean ${meant.state.id} (${world.nameOf(meant.state.id, date)})?`
    : `No state has the code '${code}'. Choose one in the question above, by name or by any code.`;
}

/** "Austria-Hungary ended on 11 November 1918. Nearest dates: 1867 to 1918." */
function absentAt(state: State, date: IsoDate, world: MappedWorld): { problem: string; nearest?: IsoDate } {
  const before = state.exists.findLast((span) => span.to !== undefined && span.to <= date);
  const after = state.exists.find((span) => span.from !== undefined && span.from > date);
  const near = before ?? after;
  const name = world.nameOf(state.id, before?.to ? dayBefore(before.to) : (after?.from ?? date));
  if (!near) return { problem: `${name} did not exist on ${formatDate(date)}.` };
  const years = `${near.from?.slice(0, 4) ?? 'before 1815'} to ${near.to?.slice(0, 4) ?? 'today'}`;
  const what = before?.to ? `ended on ${formatDate(before.to)}` : `began on ${formatDate(after?.from ?? date)}`;
  const nearest = before?.to ? dayBefore(before.to) : after?.from;
  return { problem: `${name} ${what}. Nearest dates: ${years}.`, ...(nearest ? { nearest } : {}) };
}

const dayBefore = (date: IsoDate): IsoDate => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The search that asks what a crisis of the catalog asks. */
export function searchOf(
  crisis: CrisisEvent,
): Pick<FightSearch, 'date' | 'from' | 'to' | 'place' | 'domain' | 'object' | 'kind' | 'intensity' | 'began' | 'war'> {
  const { question } = crisis;
  return {
    date: question.date ?? crisis.date,
    from: question.attackers,
    to: question.target,
    place: question.at ? `${question.at.lat},${question.at.lon}` : (question.place ?? null),
    domain: question.domain ?? 'land',
    object: question.object ?? null,
    kind: question.kind ?? 'armed-attack',
    intensity: question.intensity ?? 'armed-attack',
    began: question.began_by ?? [],
    war: (question.at_war ?? []).map(([attacker, target]) => ({ attacker, target })),
  };
}

/** The crisis whose question this is, if the catalog holds one. */
export function crisisOf(search: FightSearch, crises: readonly CrisisEvent[]): CrisisEvent | undefined {
  return crises.find((crisis) => {
    const asked = searchOf(crisis);
    return (
      asked.date === search.date &&
      asked.to === search.to &&
      asked.from.join() === search.from.join() &&
      asked.place === search.place &&
      asked.domain === search.domain &&
      asked.kind === search.kind
    );
  });
}
