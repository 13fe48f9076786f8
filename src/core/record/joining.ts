import { cowNumber } from '../atop/states.ts';
import { isHelp, replayDisputes } from '../casus/casus-foederis.ts';
import { SIDES, type Dispute, type Side } from '../casus/disputes.ts';
import { createRegime } from '../law/regime.ts';
import { lossOfStrength, milesOf, milesPerDay } from '../measures/loss-of-strength.ts';
import { dateOfDay } from '../states/dates.ts';
import type { IsoDate, StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { Row, Table } from '../table/table.ts';
import type { Treaty } from '../treaty/schema.ts';
import { labeledTable, type LabeledColumns } from './labeled-table.ts';
import type { PromiseKind, PromiseKinds } from './promise-kinds.ts';
import type { StateYears, YearOfStates } from './state-years.ts';
import { challengerFirst, warOf, type War } from './war-of-dispute.ts';

/** From this level of hostility on a participant used force. */
const FORCE = 4;

/**
 * The joining frame. Unit: state × side × dispute. Who is in: GML's disputes with an originator on each side that is a member of the system; every
 * other state of the year that is relevant (contiguous by land or up to 400 miles of water to an originator, a major power, or bound by a
 * promise of help by arms in force on the first day to one of them; that is the war's where it became one), once as possible joiner of the target's side and once of the challenger's. The challenger's
 * side is GML's side A, who acted first; in wars the side that began it by COW's coding. Source: GML MIDA and MIDB 2.1 (1816-2010), COW wars 4.0,
 * ATOP 5.1 read as treaties, NMC, COW contiguity, distances, majors, rivalries, nuclear weapons.
 *
 * Distances, borders and rivalries are to the nearest, or any, originator of a side; strengths are CINC less the loss of strength on the way to the
 * target's capital, the target being the strongest originator of its side.
 */
const COLUMNS = {
  dispnum: ['int16', 'number of the dispute'],
  year: ['int16', 'year in which it begins'],
  ccode: ['int16', 'COW number of the state that might join'],
  target: ['int16', "COW number of the target: its side's strongest originator"],
  challenger: ['int16', "COW number of the challenger: its side's strongest originator"],
  target_side: ['int8', "1: might join the target's side; 0: the challenger's"],
  hostlev: ['int8', 'highest level of hostility of the dispute: 2 threat, 3 display, 4 use of force, 5 war'],
  war: ['int8', 'the dispute became an interstate war (COW)'],
  warnum: ['int16', 'number of that war; 0 where there is none'],
  turned: ['int8', "the challenger's side is GML's side B, as COW says that it began the war"],
  joined: ['int8', 'took part on this side, at any level'],
  joined_force: ['int8', 'took part on this side and used force (level 4 or 5)'],
  fought: ['int8', 'is among those who fought the war on this side (COW)'],
  opposed: ['int8', 'took part on the other side'],
  near: ['int8', 'contiguous to an originator of either side, by land or up to 400 miles of water'],
  pact: ['int8', 'had promised an originator of this side help by arms, on whatever conditions'],
  owed: ['int8', "... and owed it on the first day (the war's, where it became one), were force used: the law's ruling on ATOP's conditions"],
  unmet: ['int8', '... and owed it by no promise, as conditions failed'],
  uncertain: ['int8', 'owed by promises alone that have a condition ATOP does not spell out'],
  offense: ['int8', 'had promised an originator of this side help in a war of its own making'],
  restrained: ['int8', 'had promised an originator of the other side neutrality, not to attack it, or help'],
  bilateral: ['int8', 'what is owed is owed by a treaty of two members'],
  bases: ['int8', '... by one whose text gives bases'],
  conditional: ['int8', '... by conditional promises alone: on adversary, place, ongoing conflict or number'],
  secret: ['int8', '... by agreements alone that are secret, or have secret articles'],
  institutions: ['int8', '... by one with peacetime military institutions, moderate or high (Leeds and Anac)'],
  wartime: ['int8', '... by agreements alone that were formed while a member was at war'],
  km_side: ['float64', 'km to the nearest originator of this side, land to land'],
  km_opponent: ['float64', '... of the other side'],
  ln_km_side: ['float64', 'ln(1 + km_side)'],
  ln_km_opponent: ['float64', 'ln(1 + km_opponent)'],
  border_side: ['int8', 'land border with an originator of this side'],
  border_opponent: ['int8', '... of the other side'],
  major: ['int8', 'major power'],
  rival_side: ['int8', 'strategic rival of an originator of this side'],
  rival_opponent: ['int8', '... of the other side'],
  nuclear: ['int8', 'has nuclear weapons'],
  nuclear_opponent: ['int8', 'an originator of the other side has'],
  cinc: ['float64', "share of the world's power (CINC); 0 where not known"],
  ln_cinc: ['float64', 'ln(cinc + 1e-5)'],
  postwar: ['int8', 'since 1946'],
  strength: ['float64', "its strength at the target's capital"],
  target_strength: ['float64', "the target's side's, originators alone"],
  challenger_strength: ['float64', "the challenger's side's, originators alone"],
  delta_alone: ['float64', "what its joining adds to its side's chance of winning, were nobody else to join"],
} as const satisfies LabeledColumns;

export type JoiningColumn = keyof typeof COLUMNS;

export interface JoiningInputs {
  /** In the order of their dates (`readDisputes`). */
  readonly disputes: readonly Dispute[];
  /** Last day of each dispute, as a count of days. */
  readonly endOf: (dispute: number) => number;
  /** Hostility of a participant, by COW number. */
  readonly hostilityOf: (dispute: number, code: number) => number;
  readonly wars: readonly War[];
  readonly treaties: readonly Treaty[];
  readonly kinds: PromiseKinds;
  readonly states: StateYears;
  readonly world: World;
  /** Called with the number of disputes done. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface JoiningFrame {
  readonly table: Table;
  /** Disputes that are in. */
  readonly disputes: number;
  /** Disputes left out: no originator of one side is a member of the system in the year. */
  readonly leftOut: readonly number[];
  /** Disputes that became wars, and those of them whose challenger is GML's side B. */
  readonly wars: number;
  readonly turned: number;
}

/** Builds the joining frame: some four milliseconds a dispute, nearly all of it the law's. */
export function joiningFrame(inputs: JoiningInputs): JoiningFrame {
  const { disputes, endOf, wars, treaties, states, onProgress } = inputs;
  const byParty = new Map<StateId, Treaty[]>();
  for (const treaty of treaties) {
    for (const state of new Set(treaty.parties.map((party) => party.state))) byParty.set(state, [...(byParty.get(state) ?? []), treaty]);
  }
  const rows: Row[] = [];
  const leftOut: number[] = [];
  let [used, warCount, turnedCount] = [0, 0, 0];
  disputes.forEach((given, index) => {
    onProgress?.(index, disputes.length);
    const year = yearOf(given.date);
    const known = year >= states.firstYear && year <= states.lastYear ? states.of(year) : undefined;
    const matched = warOf(given, endOf(given.id), wars);
    const { dispute, turned } = challengerFirst(given, matched);
    const sides = known === undefined ? undefined : principalsOf(dispute, known);
    if (known === undefined || sides === undefined) {
      leftOut.push(given.id);
      return;
    }
    used++;
    if (matched !== undefined) warCount++;
    if (turned) turnedCount++;
    const sideA = matched === undefined ? undefined : turned ? matched.sideB : matched.sideA;
    const fighters = (side: Side): ReadonlySet<number> =>
      matched === undefined || sideA === undefined ? new Set() : matched.war.sides[side === 'A' ? sideA : sideA === 1 ? 2 : 1];
    // Promises count on the day of war: Britain's to Poland of 1939 came after the dispute began.
    const called = matched === undefined ? dispute : { ...dispute, date: dateOfDay(matched.war.begins) };
    const owed = obligationsOf(called, byParty, inputs);
    rows.push(...rowsOfDispute(dispute, known, sides, owed, fighters, { war: matched?.war.number ?? 0, turned }, inputs));
  });
  return { table: labeledTable(COLUMNS, rows), disputes: used, leftOut, wars: warCount, turned: turnedCount };
}

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** Places of the originators of a side, the strongest first. */
type Principals = Readonly<Record<Side, readonly number[]>>;

function principalsOf(dispute: Dispute, year: YearOfStates): Principals | undefined {
  const on = (side: Side): number[] => [
    ...new Set(dispute.participants.flatMap((one) => (one.side === side && one.originator ? [year.position(one.number)] : [])).filter((place) => place !== -1)),
  ];
  const strongestFirst = (places: readonly number[]): number[] => places.toSorted((a, b) => (year.cinc[b] ?? 0) - (year.cinc[a] ?? 0) || a - b);
  const first = on('A');
  const second = on('B').filter((place) => !first.includes(place));
  return first.length === 0 || second.length === 0 ? undefined : { A: strongestFirst(first), B: strongestFirst(second) };
}

/** What a state had promised the originators of a side on the first day of the war, or where there was none of the dispute, over all its promises. */
interface Owed {
  help: boolean;
  owed: boolean;
  certain: boolean;
  offense: boolean;
  /** Neutrality, non-aggression or help. */
  peace: boolean;
  readonly kinds: PromiseKind[];
}

type OwedBy = ReadonlyMap<string, Owed>;

const keyOf = (code: number, side: Side): string => `${code} ${side}`;

function obligationsOf(dispute: Dispute, byParty: ReadonlyMap<StateId, readonly Treaty[]>, { world, kinds }: JoiningInputs): OwedBy {
  const found = new Map<string, Owed>();
  const at = (code: number, side: Side): Owed => {
    const key = keyOf(code, side);
    const known = found.get(key) ?? { help: false, owed: false, certain: false, offense: false, peace: false, kinds: [] };
    found.set(key, known);
    return known;
  };
  const codeOfState = (state: StateId): number => cowNumber(world.state(state), dispute.date) ?? 0;
  const originators = dispute.participants.flatMap(({ originator, state, side }) =>
    originator && state !== undefined && world.existsOn(state, dispute.date) ? [{ state, side }] : [],
  );
  const relevant = [...new Set(originators.flatMap(({ state }) => byParty.get(state) ?? []))];
  const regime = createRegime(relevant, world, dispute.date);
  for (const { state: partner, side } of originators) {
    for (const { obligation, bound } of regime.owedTo[regime.index.get(partner) ?? -1] ?? []) {
      for (const state of bound) {
        if (state === partner) continue;
        const one = at(codeOfState(state), side);
        if (obligation.kind === 'offense') one.offense = true;
        if (isHelp(obligation.kind)) one.help = true;
        if (obligation.kind === 'neutrality' || obligation.kind === 'nonaggression' || isHelp(obligation.kind)) one.peace = true;
      }
    }
  }
  if (relevant.length === 0) return found;
  // What would be owed were force used: how far a dispute went is known afterward alone.
  const forceful = { ...dispute, hostility: Math.max(FORCE, dispute.hostility) };
  for (const { promise, state, side } of replayDisputes([forceful], relevant, world).cases) {
    if (promise === undefined || !isHelp(promise.kind) || !promise.ruling.owed) continue;
    const code = codeOfState(state);
    const one = at(code, side);
    one.help = true;
    one.owed = true;
    one.peace = true;
    if (!promise.uncertain) one.certain = true;
    const kind = promise.treaty.atop === undefined ? undefined : kinds(promise.treaty.atop, code, dispute.date, promise.kind);
    if (kind !== undefined) one.kinds.push(kind);
  }
  return found;
}

const OTHER: Readonly<Record<Side, Side>> = { A: 'B', B: 'A' };
const NOTHING: Owed = { help: false, owed: false, certain: false, offense: false, peace: false, kinds: [] };
const bit = (value: boolean): number => (value ? 1 : 0);

function rowsOfDispute(
  dispute: Dispute,
  year: YearOfStates,
  principals: Principals,
  owed: OwedBy,
  fighters: (side: Side) => ReadonlySet<number>,
  { war, turned }: { readonly war: number; readonly turned: boolean },
  { hostilityOf }: JoiningInputs,
): Row[] {
  const { codes, cinc, major, nuclear, contiguity, km, capitalKm, rivals } = year;
  const n = codes.length;
  const all = [...principals.A, ...principals.B];
  const [target = 0] = principals.B;
  const perDay = milesPerDay(year.year);
  const strengthOf = (place: number): number => lossOfStrength(Math.min(1, cinc[place] ?? 0), milesOf(capitalKm[place * n + target] ?? 0), perDay);
  const total = (places: readonly number[]): number => places.reduce((sum, place) => sum + strengthOf(place), 0);
  const [challengerStrength, targetStrength] = [total(principals.A), total(principals.B)];
  const onSide = (side: Side): ReadonlySet<number> => new Set(dispute.participants.filter((one) => one.side === side).map(({ number }) => number));
  const took = { A: onSide('A'), B: onSide('B') };
  const fought = { A: fighters('A'), B: fighters('B') };
  const rows: Row[] = [];
  for (let place = 0; place < n; place++) {
    if (all.includes(place)) continue;
    const code = codes[place] ?? 0;
    const [owedA, owedB] = SIDES.map((side) => owed.get(keyOf(code, side)) ?? NOTHING);
    const near = all.some((one) => (contiguity[place * n + one] ?? 0) > 0);
    if (!near && major[place] !== 1 && owedA?.help !== true && owedB?.help !== true) continue;
    const strength = strengthOf(place);
    for (const side of SIDES) {
      const [own, others] = [principals[side], principals[OTHER[side]]];
      const promised = (side === 'A' ? owedA : owedB) ?? NOTHING;
      const opposite = (side === 'A' ? owedB : owedA) ?? NOTHING;
      const nearest = (places: readonly number[]): number => Math.min(...places.map((one) => km[place * n + one] ?? 0));
      const any = (places: readonly number[], test: (one: number) => boolean): number => bit(places.some(test));
      const [kmSide, kmOpponent] = [nearest(own), nearest(others)];
      const joined = took[side].has(code);
      const [mine, theirs] = side === 'B' ? [targetStrength, challengerStrength] : [challengerStrength, targetStrength];
      const { kinds } = promised;
      const every = (test: (kind: PromiseKind) => boolean): number => bit(kinds.length > 0 && kinds.every(test));
      rows.push({
        dispnum: dispute.id,
        year: year.year,
        ccode: code,
        target: codes[target] ?? 0,
        challenger: codes[principals.A[0] ?? 0] ?? 0,
        target_side: bit(side === 'B'),
        hostlev: dispute.hostility,
        war: bit(war !== 0),
        warnum: war,
        turned: bit(turned),
        joined: bit(joined),
        joined_force: bit(joined && hostilityOf(dispute.id, code) >= FORCE),
        fought: bit(fought[side].has(code)),
        opposed: bit(took[OTHER[side]].has(code)),
        near: bit(near),
        pact: bit(promised.help),
        owed: bit(promised.owed),
        unmet: bit(promised.help && !promised.owed),
        uncertain: bit(promised.owed && !promised.certain),
        offense: bit(promised.offense),
        restrained: bit(opposite.peace),
        bilateral: bit(kinds.some((kind) => kind.bilateral)),
        bases: bit(kinds.some((kind) => kind.bases)),
        conditional: every((kind) => kind.conditional),
        secret: every((kind) => kind.secret),
        institutions: bit(kinds.some((kind) => kind.institutions)),
        wartime: every((kind) => kind.wartime),
        km_side: kmSide,
        km_opponent: kmOpponent,
        ln_km_side: Math.log1p(kmSide),
        ln_km_opponent: Math.log1p(kmOpponent),
        border_side: any(own, (one) => contiguity[place * n + one] === 1),
        border_opponent: any(others, (one) => contiguity[place * n + one] === 1),
        major: major[place] ?? 0,
        rival_side: any(own, (one) => rivals[place * n + one] === 1),
        rival_opponent: any(others, (one) => rivals[place * n + one] === 1),
        nuclear: nuclear[place] ?? 0,
        nuclear_opponent: any(others, (one) => nuclear[one] === 1),
        cinc: cinc[place] ?? 0,
        ln_cinc: Math.log((cinc[place] ?? 0) + 1e-5),
        postwar: bit(year.year >= 1946),
        strength,
        target_strength: targetStrength,
        challenger_strength: challengerStrength,
        delta_alone: chance(mine + strength, theirs) - chance(mine, theirs),
      });
    }
  }
  return rows;
}

const chance = (own: number, other: number): number => (own + other > 0 ? own / (own + other) : 0.5);
