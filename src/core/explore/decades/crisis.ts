import { lossOfStrength, milesOf, milesPerDay } from '../../measures/loss-of-strength.ts';
import { logistic } from '../../math/logistic.ts';
import { solveCrisis, type CrisisSolution } from '../../models/crisis/solve.ts';
import type { Rng } from '../../math/rng.ts';
import { escalationName } from '../../assess/case-game.ts';
import { buildCase, clausesBearing, FIGHTS, gamesOf, type BuiltCase, type Owed } from './crisis-case.ts';
import { count, nameOf, tell, type WorldState } from './state.ts';
import { poisson } from './streams.ts';

/** What a hand decides of a crisis; the model decides the rest. */
export interface Decided {
  /** Chance of the challenge in the year, before what promises take of it. */
  readonly p?: number;
  readonly resist?: boolean;
  readonly war?: boolean;
  readonly join?: readonly number[];
  readonly standAside?: readonly number[];
  readonly byHand?: true;
}

/**
 * A crisis, move by move, by stage C: the target resists with its chance in equilibrium, a resisted challenge becomes war with chance ω, at war every
 * state that might join decides with its chance h, and the side with more strength at the place is the likelier to prevail.
 *
 * Chances of resisting hardly hang on who comes (v_T), so a draw outside their narrow bounds decides without solving the game.
 */
export function playCrisis(world: WorldState, c: number, t: number, decided: Decided = {}): void {
  const { n, streams, year } = world;
  const rng = streams.of(year, `crisis ${c} ${t}`);
  const [uResist, uWar] = [rng.next(), rng.next()];
  const byHand = decided.byHand === true ? { byHand: true as const } : {};
  markDispute(world, c, t);
  world.fresh[t] = (world.fresh[t] ?? 0) + 1;
  count(world, 'crises');
  const { least, most, escalation } = resistanceBounds(world, c, t);
  let known: { readonly built: BuiltCase; readonly solution: CrisisSolution } | undefined;
  const solve = (): NonNullable<typeof known> => {
    if (known !== undefined) return known;
    const built = buildCase(world, c, t);
    return (known = { built, solution: solveCrisis(gamesOf(world, built).with) });
  };
  const wills = (): boolean => (uResist < least ? true : uResist >= most ? false : uResist < solve().solution.pResist);
  const resists = decided.resist ?? (decided.war === true || wills());
  tell(world, {
    kind: 'challenge',
    states: [c, t],
    ...(decided.p !== undefined && { p: round(decided.p) }),
    because: [...(world.rivals[c * n + t] === 1 ? ['strategic rivals'] : []), ...owingNames(world, c, t)],
    ...byHand,
  });
  if (!resists) {
    tell(world, { kind: 'conceded', states: [t, c], p: round(1 - (least + most) / 2), ...byHand });
    return;
  }
  if (!(decided.war ?? uWar < escalation)) return;
  const { built, solution } = solve();
  fight(world, c, t, built, solution, decided, rng);
}

function owingNames(world: WorldState, c: number, t: number): string[] {
  const names = [...new Set(clausesBearing(world, c, t).map(({ treaty }) => treaty.name))];
  return names.length === 0 ? [] : [`under ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`];
}

/** Ends of the chance that the target resists, whoever comes: the odds count from 0 to 1. */
export function resistanceBounds(world: WorldState, c: number, t: number): { readonly least: number; readonly most: number; readonly escalation: number } {
  const { target, escalation = 1 } = gamesOf(world, buildCase(world, c, t, true)).with;
  const [least = 0, most = 1] = [0, 1].map((p) => logistic(p * target.value - escalation * target.war_cost)).toSorted((a, b) => a - b);
  return { least, most, escalation };
}

const round = (value: number): number => Number(value.toFixed(4));

function markDispute({ n, past, activity }: WorldState, a: number, b: number): void {
  past[a * n + b] = (past[a * n + b] ?? 0) + 1;
  past[b * n + a] = (past[b * n + a] ?? 0) + 1;
  activity[a] = (activity[a] ?? 0) + 1;
  activity[b] = (activity[b] ?? 0) + 1;
}

function fight(world: WorldState, c: number, t: number, built: BuiltCase, solution: CrisisSolution, decided: Decided, rng: Rng): void {
  const { n, share, capitalKm, year, values } = world;
  const march = milesPerDay(year);
  const strengthOf = (place: number): number => lossOfStrength(share[place] ?? 0, milesOf(place === t ? 0 : (capitalKm[place * n + t] ?? 0)), march);
  const byHand = decided.byHand === true ? { byHand: true as const } : {};
  count(world, 'wars');
  const joins = (place: number, chance: number): boolean => {
    const u = rng.next();
    if (decided.join?.includes(place) === true) return true;
    return decided.standAside?.includes(place) !== true && u < chance;
  };
  const forTarget = built.allies
    .map((place, at) => ({ place, chance: solution.pJoin[at] ?? 0 }))
    .map((one) => ({ ...one, came: joins(one.place, one.chance) }));
  const forChallenger = built.supporters
    .map((place, at) => ({ place, chance: solution.pSupport[at] ?? 0 }))
    .map((one) => ({ ...one, came: joins(one.place, one.chance) }));
  const cameTo = (side: typeof forTarget): number[] => side.filter(({ came }) => came).map(({ place }) => place);
  const [defenders, attackers] = [
    [t, ...cameTo(forTarget)],
    [c, ...cameTo(forChallenger)],
  ];
  const escalation = values.get(escalationName(`${year}-07-01`));
  tell(world, {
    kind: 'war',
    states: [c, t],
    p: round(escalation),
    others: [...attackers.slice(1), ...defenders.slice(1)],
    because: [
      `ω = ${escalation.toFixed(3)}`,
      ...(attackers.length > 1
        ? [
            `with the challenger: ${attackers
              .slice(1)
              .map((one) => nameOf(world, one))
              .join(', ')}`,
          ]
        : []),
      ...(defenders.length > 1
        ? [
            `with the target: ${defenders
              .slice(1)
              .map((one) => nameOf(world, one))
              .join(', ')}`,
          ]
        : []),
    ],
    ...byHand,
  });
  keepPromises(world, built, [...forTarget, ...forChallenger], c, t);
  const lasts = poisson(rng, values.get('war.years'));
  for (const place of [...attackers, ...defenders]) world.warUntil[place] = Math.max(world.warUntil[place] ?? 0, year + lasts);
  for (const a of attackers) for (const d of defenders) if (a !== c || d !== t) markDispute(world, a, d);
  const sum = (side: readonly number[]): number => side.reduce((total, place) => total + strengthOf(place), 0);
  const [strength, other] = [sum(defenders), sum(attackers)];
  const prevail = strength + other > 0 ? strength / (strength + other) : 0.5;
  const held = rng.next() < prevail;
  const cost = values.get('war.cost') / 100;
  const [winners, losers] = held ? [defenders, attackers] : [attackers, defenders];
  for (const place of losers) share[place] = (share[place] ?? 0) * (1 - cost) ** (lasts + 1);
  for (const place of winners) share[place] = (share[place] ?? 0) * (1 - cost / 3) ** (lasts + 1);
  tell(world, {
    kind: 'peace',
    states: held ? [t, c] : [c, t],
    p: round(held ? prevail : 1 - prevail),
    because: [`${(100 * prevail).toFixed(0)} % of the strength at the place stood with ${nameOf(world, t)}`],
    ...byHand,
  });
}

interface Choice {
  readonly place: number;
  readonly chance: number;
  readonly came: boolean;
}

/** Duties honored and broken: each counts once for a state and war, and moves what the treaty is worth to the one it was owed to. Told treaty by treaty. */
function keepPromises(world: WorldState, { owed }: BuiltCase, choices: readonly Choice[], c: number, t: number): void {
  const moved = world.values.get('crisis.value');
  const told = new Map<string, { readonly first: Owed; readonly came: boolean; readonly who: Choice[] }>();
  for (const choice of choices) {
    const { place, came } = choice;
    const duties = owed.filter(({ clause }) => clause.bound[place] === 1 && FIGHTS.has(clause.action));
    const [first] = duties;
    if (first === undefined) continue;
    const record = came ? world.kept : world.broken;
    record[place] = (record[place] ?? 0) + 1;
    count(world, came ? 'honored' : 'broken');
    const { toward } = first.clause;
    for (const treaty of new Set(duties.map((one) => one.treaty)))
      treaty.value[toward] = (treaty.value[toward] ?? 0) + (came ? moved : -moved) / choices.length;
    const key = `${came ? 1 : 0} ${first.treaty.id} ${toward}`;
    const group = told.get(key) ?? { first, came, who: [] };
    group.who.push(choice);
    told.set(key, group);
  }
  for (const { first, came, who } of told.values()) {
    const { toward, article } = first.clause;
    const likeliest = who.toSorted((a, b) => b.chance - a.chance).slice(0, 3);
    tell(world, {
      kind: came ? 'honored' : 'broken',
      states: who.map(({ place }) => place),
      others: [toward, toward === t ? c : t],
      treaty: first.treaty.id,
      treatyName: first.treaty.name,
      article,
      because: [`chance to come: ${likeliest.map(({ place, chance }) => `${nameOf(world, place)} ${chance.toFixed(2)}`).join(', ')}`],
    });
  }
}
