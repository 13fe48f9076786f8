import { interceptFor, yearlyHazard, type HazardTerm, type HazardTerms } from '../../models/survival/hazard.ts';
import type { ParameterValues } from '../../assess/parameter-values.ts';
import { record } from './audit.ts';
import { dropMember, type LiveTreaty } from './live-treaty.ts';
import { count, isPostwar, nameOf, tell, type WorldState } from './state.ts';
import { countTies } from './ties.ts';

const TERMS = [
  'capability-change',
  'regime-change',
  'outside-alliance',
  'conditional',
  'offense',
  'asymmetric',
  'term-expiring',
  'member-at-war',
] as const satisfies readonly HazardTerm[];
const KINDS = ['multilateral', 'major-minor', 'minor-minor', 'any', 'member-alone'] as const;
type Kind = (typeof KINDS)[number];
type Era = 'to-1945' | 'since-1946';

/** The hazards of one world: intercepts at which its draw of the log odds gives the observed rates. */
export interface Hazards {
  readonly coefficients: Readonly<Record<Era, HazardTerms>>;
  readonly intercept: Readonly<Record<Era, Readonly<Record<Kind, number>>>>;
}

/** Words of what raises a hazard. */
const WORDS: Readonly<Partial<Record<HazardTerm, string>>> = {
  'regime-change': "a member's regime changed",
  'outside-alliance': 'a member allied itself elsewhere',
  'term-expiring': 'its term runs out',
  'member-at-war': 'a member is at war',
  offense: 'it promises help in an attack',
  asymmetric: 'its members owe different things',
  value: 'it is worth less to its members',
};

export function hazardsOf(values: ParameterValues): Hazards {
  const of = (era: Era): { readonly coefficients: HazardTerms; readonly intercept: Readonly<Record<Kind, number>> } => {
    const coefficients: HazardTerms = {
      ...Object.fromEntries(TERMS.map((term) => [term, values.get(`hazard.${term}.${era}`)])),
      value: values.get('hazard.value'),
    };
    const shares: HazardTerms = Object.fromEntries(TERMS.filter((term) => term !== 'capability-change').map((term) => [term, values.get(`reference.${term}`)]));
    const intercept = (kind: Kind): number => interceptFor(values.get(`baseline.${kind}.${era}`), coefficients, shares);
    return {
      coefficients,
      intercept: {
        multilateral: intercept('multilateral'),
        'major-minor': intercept('major-minor'),
        'minor-minor': intercept('minor-minor'),
        any: intercept('any'),
        'member-alone': intercept('member-alone'),
      },
    };
  };
  const [early, late] = [of('to-1945'), of('since-1946')];
  return {
    coefficients: { 'to-1945': early.coefficients, 'since-1946': late.coefficients },
    intercept: { 'to-1945': early.intercept, 'since-1946': late.intercept },
  };
}

const eraOf = (year: number): Era => (isPostwar(year) ? 'since-1946' : 'to-1945');

function kindOf({ members, defense }: LiveTreaty, states: WorldState['states']): Kind {
  if (!defense) return 'any';
  if (members.length > 2) return 'multilateral';
  return members.some((place) => states[place]?.major === true) ? 'major-minor' : 'minor-minor';
}

/** Log of a member's power less that of the others together. */
export function relativePower(share: Float64Array, members: readonly number[], place: number): number {
  const others = members.reduce((sum, one) => sum + (one === place ? 0 : (share[one] ?? 0)), 0);
  return Math.log((share[place] ?? 0) + 1e-6) - Math.log(others + 1e-6);
}

const meanOver = (places: readonly number[], of: (place: number) => number): number =>
  places.length === 0 ? 0 : places.reduce((sum, one) => sum + of(one), 0) / places.length;

function termsOf(world: WorldState, treaty: LiveTreaty, places: readonly number[]): HazardTerms {
  const { share, regimeYear, warUntil, alliedYear, year } = world;
  const { members, value, entered, since } = treaty;
  return {
    'capability-change': meanOver(places, (place) => Math.abs(relativePower(share, members, place) - (entered[place] ?? 0))),
    'regime-change': Number(places.some((place) => (regimeYear[place] ?? 0) > year - 3)),
    'outside-alliance': Number(places.some((place) => (alliedYear[place] ?? 0) > Math.max(since, year - 3))),
    conditional: Number(treaty.conditional),
    offense: Number(treaty.offense),
    asymmetric: Number(treaty.asymmetric),
    'term-expiring': Number(treaty.term !== undefined && treaty.term.until === year),
    'member-at-war': Number(places.some((place) => (warUntil[place] ?? 0) >= year)),
    value: -meanOver(places, (place) => value[place] ?? 0),
  };
}

/** What raised a hazard most, in words; at most two. */
function reasons(terms: HazardTerms, coefficients: HazardTerms): string[] {
  return [...TERMS, 'value' as const]
    .map((term) => ({ term, by: (terms[term] ?? 0) * (coefficients[term] ?? 0) }))
    .filter(({ term, by }) => by > 0.3 && WORDS[term] !== undefined)
    .toSorted((a, b) => b.by - a.by)
    .slice(0, 2)
    .map(({ term }) => WORDS[term] ?? term);
}

/** A treaty of the world is over: nobody is a member any more. */
export function endTreaty(
  world: WorldState,
  treaty: LiveTreaty,
  told: { readonly p?: number; readonly because: readonly string[]; readonly expired?: boolean; readonly byHand?: true },
): void {
  record(world.ledger, treaty.id, 'ended', treaty.members.length);
  treaty.ended = world.year;
  tell(world, {
    kind: told.expired === true ? 'expired' : 'treaty-ends',
    states: treaty.members.length > 12 ? [] : [...treaty.members],
    treaty: treaty.id,
    treatyName: treaty.name,
    ...(told.expired === true && treaty.term !== undefined && { article: treaty.term.article }),
    ...(told.p !== undefined && { p: round(told.p) }),
    because: told.because,
    ...(told.byHand === true && { byHand: true }),
  });
  treaty.members = [];
  if (treaty.defense) count(world, 'ended');
  world.treaties.splice(world.treaties.indexOf(treaty), 1);
}

const round = (value: number): number => Number(value.toFixed(4));

/** A member is out; a treaty with one member left is over. */
export function leave(world: WorldState, treaty: LiveTreaty, place: number, byHand?: true): void {
  dropMember(treaty, place);
  record(world.ledger, treaty.id, 'left');
  if (treaty.defense) count(world, 'left');
  const article = treaty.exit.article === undefined ? {} : { article: treaty.exit.article };
  tell(world, { kind: 'left', states: [place], treaty: treaty.id, treatyName: treaty.name, ...article, ...(byHand === true && { byHand }) });
  if (treaty.members.length < 2) endTreaty(world, treaty, { because: ['one member is left'], ...(byHand === true && { byHand }) });
}

/** A member gives notice; without a period of notice it is out at once. */
export function giveNotice(
  world: WorldState,
  treaty: LiveTreaty,
  place: number,
  told: { readonly p?: number; readonly because: readonly string[]; readonly byHand?: true },
): void {
  const wait = Math.ceil(treaty.exit.notice);
  const article = treaty.exit.article === undefined ? {} : { article: treaty.exit.article };
  if (wait === 0) return leave(world, treaty, place, told.byHand);
  treaty.out[place] = world.year + wait;
  tell(world, {
    kind: 'notice',
    states: [place],
    treaty: treaty.id,
    treatyName: treaty.name,
    ...article,
    ...(told.p !== undefined && { p: round(told.p) }),
    because: [...told.because, `bound until ${world.year + wait}`],
    ...(told.byHand === true && { byHand: true }),
  });
}

/** Reviews, terms, ends and exits of every treaty in force, by the fitted hazards. */
export function reviewTreaties(world: WorldState, hazards: Hazards): void {
  const { values, streams, year, states } = world;
  const rng = streams.of(year, 'treaties');
  const era = eraOf(year);
  const coefficients = hazards.coefficients[era];
  const success = values.get('review.success');
  for (const treaty of [...world.treaties]) {
    const [uEnd, uReview] = [rng.next(), rng.next()];
    for (const place of [...treaty.members]) if ((treaty.out[place] ?? 0) === year) leave(world, treaty, place);
    if (treaty.ended !== undefined) continue;
    reviewOf(world, treaty, uReview < success, success);
    const terms = termsOf(world, treaty, treaty.members);
    const p = yearlyHazard(hazards.intercept[era][kindOf(treaty, states)], coefficients, terms);
    const expiring = treaty.term?.until === year;
    if (uEnd < p) {
      endTreaty(world, treaty, { p, because: reasons(terms, coefficients), expired: expiring });
      continue;
    }
    if (treaty.term !== undefined && expiring) {
      const { article, renewal } = treaty.term;
      treaty.term = { article, renewal, until: year + Math.max(1, renewal) };
      if (renewal > 1)
        tell(world, {
          kind: 'renewed',
          states: [],
          treaty: treaty.id,
          treatyName: treaty.name,
          article,
          p: round(1 - p),
          because: [`to ${treaty.term.until}`],
        });
    }
    if (treaty.defense && treaty.members.length > 2 && treaty.exit.allowed && year >= treaty.since + treaty.exit.earliest) exits(world, treaty, hazards, era);
  }
  countTies(world);
}

function reviewOf(world: WorldState, treaty: LiveTreaty, bettered: boolean, p: number): void {
  const { review, members, value } = treaty;
  const { year } = world;
  if (review === undefined) return;
  const { first, every, article } = review;
  const due = year === first || (every !== undefined && every > 0 && year > first && (year - first) % every === 0);
  const [least] = members.toSorted((a, b) => (value[a] ?? 0) - (value[b] ?? 0));
  if (!due || least === undefined) return;
  if (bettered) value[least] = Math.max(0, value[least] ?? 0);
  tell(world, {
    kind: 'review',
    states: bettered ? [least] : [],
    treaty: treaty.id,
    treatyName: treaty.name,
    article,
    p: bettered ? p : 1 - p,
    because: [bettered ? `terms bettered for ${nameOf(world, least)}, to which it was worth least` : 'nothing changed'],
  });
}

/** Members that leave alone. */
function exits(world: WorldState, treaty: LiveTreaty, hazards: Hazards, era: Era): void {
  const rng = world.streams.of(world.year, `exits ${treaty.id}`);
  for (const place of [...treaty.members]) {
    const u = rng.next();
    if ((treaty.out[place] ?? 0) !== 0 || u > 0.2) continue;
    const terms = termsOf(world, treaty, [place]);
    const p = yearlyHazard(hazards.intercept[era]['member-alone'], hazards.coefficients[era], terms);
    if (u < p) giveNotice(world, treaty, place, { p, because: reasons(terms, hazards.coefficients[era]) });
    if (treaty.ended !== undefined) return;
  }
}
