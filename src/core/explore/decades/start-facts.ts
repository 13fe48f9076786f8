import { capabilitiesOn, type Capabilities } from '../../assess/capability.ts';
import { kmBetween } from '../../assess/crisis-case.ts';
import type { Contingency } from '../../facts/contingencies.ts';
import { contingenciesOn } from '../../facts/contingencies.ts';
import type { Facts } from '../../facts/facts.ts';
import { indicatorAt, type Indicator, type IndicatorName } from '../../facts/indicators.ts';
import { areBordering, holdsOn } from '../../facts/relations.ts';
import { distanceKm } from '../../states/geometry.ts';
import type { World } from '../../states/world.ts';
import { inForceOn, treatyAt } from '../../treaty/resolve.ts';
import type { Treaty } from '../../treaty/schema.ts';
import { startTreaties, UNIVERSAL } from './start-treaties.ts';
import type { DecadesStart, StartPresence, StartState } from './types.ts';

export interface FactsStart {
  readonly facts: Facts;
  readonly world: World;
  readonly treaties: readonly Treaty[];
  readonly date: string;
  /** Ids of the states that take part; all that exist on the date when left out. */
  readonly states?: readonly string[];
  readonly capabilities?: Capabilities;
  readonly versions: Readonly<Record<string, string>>;
}

/** Share of the world's power of a state without figures: about the smallest of those with them. Declared. */
const UNKNOWN_SHARE = 2e-5;
/** Lands no farther apart than this, by our estimate from capitals, count as near by water. Declared: about 400 miles less what capitals lie inland. */
const NEAR_KM = 350;

/** The average count, halved every ten years, behind so many disputes a year. */
const steady = (rate: number, half: number): number => rate / (2 ** (1 / half) - 1);

/**
 * A start from what the catalog knows on a date: power, rivals, borders, nuclear weapons, treaties in force. Disputes behind pairs and states are not in
 * it: pairs of its contingencies of arms stand where their assessed frequency would have brought them, others at the mean of the record.
 * @throws {RangeError} where the catalog knows nobody's power on the date, or a state named does not exist then
 */
export function startFromFacts({
  facts,
  world,
  treaties,
  date,
  states: named,
  capabilities = capabilitiesOn(facts, date),
  versions,
}: FactsStart): DecadesStart {
  if (capabilities === undefined)
    throw new RangeError(
      `the catalog knows nobody's power in ${date.slice(0, 4)}; start since 2022, or from a workspace with the record (docs/cli/decades.md)`,
    );
  const parameters = facts.parameters.find(({ id }) => id === 'decades')?.parameters ?? {};
  const mean = (name: string): number => Math.expm1(parameters[name]?.value ?? 0);
  for (const id of named ?? []) if (!world.existsOn(id, date)) throw new RangeError(`${id} is no state on ${date}`);
  const ids = (named ?? world.states.map(({ id }) => id)).filter((id) => world.existsOn(id, date)).toSorted();
  const rows = new Map<string, Indicator[]>();
  for (const row of facts.indicators) rows.set(row.state, [...(rows.get(row.state) ?? []), row]);
  const year = Number(date.slice(0, 4));
  const figure = (state: string, name: IndicatorName): number | undefined => indicatorAt(rows.get(state) ?? [], state, name, year)?.value;
  const states = ids.map((id): StartState => {
    const [growth, gdp, defense, share] = [figure(id, 'gdp-growth'), figure(id, 'gdp'), figure(id, 'defense-share'), capabilities.shares.get(id)];
    return {
      id,
      name: world.nameOf(id, date),
      share: share ?? UNKNOWN_SHARE,
      major: world.isGreatPower(id, date),
      nuclear: facts.nuclear.some((row) => row.state === id && holdsOn(row, date)),
      ...(growth !== undefined && { growth }),
      ...(gdp !== undefined && { gdp }),
      ...(defense !== undefined && { defense: defense / 100 }),
    };
  });
  const n = ids.length;
  const places = new Map(ids.map((id, place) => [id, place]));
  const empty = (): number[] => new Array<number>(n * n).fill(0);
  const pairs = { km: empty(), capitalKm: empty(), touching: empty(), rivals: empty(), past: empty() };
  const homes = ids.map((id) => world.home(id, date));
  const both = (list: number[], i: number, j: number, value: number): void => {
    list[i * n + j] = value;
    list[j * n + i] = value;
  };
  for (const { a, b, ...span } of facts.rivalries) {
    const [i, j] = [places.get(a), places.get(b)];
    if (i !== undefined && j !== undefined && holdsOn(span, date)) both(pairs.rivals, i, j, 1);
  }
  ids.forEach((a, i) => {
    for (let j = i + 1; j < n; j++) {
      const b = ids[j] ?? '';
      const km = kmBetween(facts, world, a, b, date);
      const [from, to] = [homes[i], homes[j]];
      both(pairs.km, i, j, Math.round(km));
      both(pairs.capitalKm, i, j, from === undefined || to === undefined ? 0 : Math.round(distanceKm(from.lat, from.lon, to.lat, to.lon)));
      both(pairs.touching, i, j, areBordering(facts.borders, a, b, date) ? 1 : km <= NEAR_KM ? 2 : 0);
      both(pairs.past, i, j, mean(pairs.rivals[i * n + j] === 1 ? 'start.past-rivals' : 'start.past-others'));
    }
  });
  const armed = contingenciesOn(facts.contingencies, date).filter(({ kind, intensity }: Contingency) => kind === 'regular' && intensity !== 'below-threshold');
  for (const { challenger, target, frequency } of armed) {
    const [i, j] = [places.get(challenger), places.get(target)];
    if (i !== undefined && j !== undefined) both(pairs.past, i, j, Math.max(pairs.past[i * n + j] ?? 0, Math.min(20, steady(frequency.per_year.value, 10))));
  }
  const presence = facts.presence.flatMap((row): StartPresence[] => {
    const [guest, host] = [places.get(row.guest), places.get(row.host)];
    if (guest === undefined || host === undefined || row.tripwire === undefined || !holdsOn(row, date)) return [];
    const { value, low, high } = row.tripwire;
    return [{ guest, host, troops: row.troops ?? 0, tripwire: value, low, high, ...(row.treaty !== undefined && { treaty: row.treaty }) }];
  });
  const found = startTreaties(treaties, world, date, places);
  const pacts = treaties.filter(
    (treaty) => treaty.parties.length <= UNIVERSAL && inForceOn(treaty, date) && treatyAt(treaty, date).obligations.some(({ kind }) => kind === 'defense'),
  ).length;
  const all = parameters['start.pacts']?.value ?? pacts;
  const unknown = states.filter(({ id }) => !capabilities.shares.has(id)).length;
  return {
    year,
    states,
    pairs,
    activity: states.map(({ major }) => mean(major ? 'start.activity-major' : 'start.activity-minor')),
    treaties: found,
    presence,
    coverage: Math.min(1, pacts / all),
    basis: [
      `Power: ${capabilities.method}.`,
      ...(unknown > 0 ? [`${unknown} states without figures take part with ${UNKNOWN_SHARE} of the world's power each.`] : []),
      `Borders, rivalries and nuclear weapons of the catalog; states whose lands lie within ${NEAR_KM} km by an estimate from capitals count as near by water.`,
      `${pacts} pacts of defense stand in the catalog, of ${Math.round(all)} in force at the end of the record (ATOP 5.1): new ones are made at the record's rate times that share.`,
      `Disputes behind pairs and states are not in the catalog: ${armed.length} pairs stand where their assessed frequency would have brought them, others at the mean of the record.`,
    ],
    versions,
  };
}
