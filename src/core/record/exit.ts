import { codeOf, type AtopTables } from '../atop/alliance.ts';
import type { Row, Table } from '../table/table.ts';
import { allianceHistories, isMemberIn, LAST_YEAR, MODES, numberIn, yearsAtRisk, type AllianceHistory, type Spell } from './exit-alliances.ts';
import { CLAUSES, clausesIn, withdrawalOf } from './exit-terms.ts';
import { labeledTable, type LabeledColumns } from './labeled-table.ts';
import { regimesAndWars, type RegimesAndWars, type RegimeTables } from './regimes-and-wars.ts';

/** Tables of ATOP, and of what moves its members. */
export interface ExitTables extends Pick<AtopTables, 'phase' | 'member'>, RegimeTables {
  readonly alliance: Table;
}

export interface ExitFrames {
  /** One row an alliance and year at risk. */
  readonly treaties: Table;
  /** One row a member's spell and year at risk. */
  readonly members: Table;
}

const TIME: LabeledColumns = {
  year: ['int16', 'year'],
  age: ['int16', 'years since the signature'],
  log_age: ['float64', 'log of the age, of 1 where it is 0'],
  after_1945: ['int8', '1946 or later'],
};

const CLAUSE_COLUMNS: LabeledColumns = Object.fromEntries(Object.entries(CLAUSES).map(([name, label]) => [name, ['int8', label] as const]));

const TREATIES: LabeledColumns = {
  atopid: ['int16', 'ATOP number of the alliance'],
  ...TIME,
  ended: ['int8', 'it ended in the year'],
  fulfilled: ['int8', 'ended: provisions fulfilled or term run out'],
  violated: ['int8', 'ended: violated or abrogated before its time'],
  renegotiated: ['int8', 'ended: renegotiated or replaced'],
  lapsed: ['int8', 'ended: a member lost its independence, or otherwise censored by ATOP'],
  defense_ever: ['int8', 'some phase of it promises defense'],
  withdrawal_ever: ['int8', 'some phase of it allows leaving'],
  multilateral: ['int8', 'ever more than two members'],
  major_at_signing: ['int8', 'a great power among the members when it was signed'],
  ...CLAUSE_COLUMNS,
  no_major: ['int8', 'no great power among the members in the year'],
  members: ['int16', 'members'],
  log_members: ['float64', 'log of the number of members'],
  capability_change: [
    'float64',
    "mean over members of the absolute change, since each entered, of the log of its share of CINC relative to the others' together",
  ],
  regime_change: ['int8', "a member's regime changed in the year or the two before"],
  democratic: ['float64', 'share of members with a Polity of 6 or more'],
  member_at_war: ['int8', 'a member fought an interstate war in the year'],
  outside_alliance: ['int8', 'a member entered an alliance of active help with an outsider in the year or the two before'],
  capability_change_before: ['float64', 'capability_change as it stood a year before'],
  regime_change_before: ['int8', 'regime_change as it stood a year before'],
  member_at_war_before: ['int8', 'member_at_war a year before'],
  outside_alliance_before: ['int8', 'outside_alliance as it stood a year before'],
};

const MEMBERS: LabeledColumns = {
  atopid: ['int16', 'ATOP number of the alliance'],
  member: ['int16', 'COW number of the member'],
  spell: ['int32', 'number of the membership'],
  ...TIME,
  left: ['int8', 'its membership ended in the year'],
  left_alone: ['int8', '... while the alliance went on'],
  expired: ['int8', 'ended: not renewed, casus foederis gone, or war lost'],
  replaced: ['int8', 'ended: replaced'],
  broken: ['int8', 'ended: broken before its time'],
  independence: ['int8', 'ended: loss of independence'],
  defense_ever: ['int8', 'some phase of the alliance promises defense'],
  multilateral: ['int8', 'the alliance ever had more than two members'],
  ...CLAUSE_COLUMNS,
  major: ['int8', 'the member is a great power in the year'],
  members: ['int16', 'members of the alliance'],
  capability_change: ['float64', "absolute change, since it entered, of the log of its share of CINC relative to the others' together"],
  regime_change: ['int8', 'its regime changed in the year or the two before'],
  democratic: ['int8', 'its Polity is 6 or more'],
  at_war: ['int8', 'it fought an interstate war in the year'],
  outside_alliance: ['int8', 'it entered an alliance of active help with an outsider in the year or the two before'],
};

/** Years that a change of regime or a new alliance is felt: the year itself and those before it. */
const FELT = 3;
/** From this score of Polity on a state counts as a democracy. */
const DEMOCRACY = 6;

/**
 * How alliances and memberships end, as frames for hazards in discrete time.
 *
 * Source: ATOP 5.1 (alliance, phase and member tables), NMC, Polity 5, the interstate wars and the great powers of the Correlates of War.
 *
 * `treaties`: one row for every alliance and year at risk, all 789 alliances of 1815 to 2018 (`defense_ever == 1` for the 280 with a promise of
 * defense). At risk is a year after that of the signature up to that of the end, or to 2018; an alliance signed and ended within one year has
 * that year. `ended` is 1 in the last row of one that ended; of `fulfilled`, `violated`, `renegotiated` and `lapsed` one is 1 then (ATOP's `term`).
 *
 * `members`: one row for every spell of a member and year at risk, by the same rule. Phases that follow upon each other are one spell, and Germany
 * is one member through its change of number in 1990. `left` is 1 in the last row of a spell that ended, with the alliance or before it
 * (`left_alone`); of `expired`, `replaced`, `broken` and `independence` one is 1 then where ATOP codes it (`termmode`).
 *
 * Clauses are those of the phase in force on the first day of the year, or at the signature; missing where ATOP found no text.
 * `regime_change`, `member_at_war`, `outside_alliance` and `capability_change` count the year itself, and so what the end brought with it; with `_before`
 * they are as the year began, for forecasts. What is not known of any member is missing: power after 2022, regimes after 2018, wars before 1816 and after 2007. Columns, with their meaning as labels, are those of the tables `TREATIES` and `MEMBERS` above; their names are fixed, as formulas use them.
 */
export function exitFrames(tables: ExitTables): ExitFrames {
  const histories = allianceHistories(tables);
  const record = regimesAndWars(tables);
  const entries = activeEntries(histories);
  const treaties: Row[] = [];
  const members: Row[] = [];
  let spell = 0;
  for (const history of histories) {
    for (const year of yearsAtRisk(history.first, history.last)) treaties.push(treatyYear(history, year, record, entries));
    for (const one of history.spells) {
      spell++;
      for (const year of yearsAtRisk(one.first, one.last)) members.push(memberYear(history, one, spell, year, record, entries));
    }
  }
  return { treaties: labeledTable(TREATIES, treaties), members: labeledTable(MEMBERS, members) };
}

const bit = (value: boolean): number => (value ? 1 : 0);

/** Columns that a treaty and a member of it have in common. */
function commonIn({ row, phases }: AllianceHistory, year: number, since: number): Row {
  const phase = phases.findLast(({ from }) => from < year) ?? phases[0];
  const age = year - since;
  return {
    year,
    age,
    log_age: Math.log(Math.max(1, age)),
    after_1945: bit(year >= 1946),
    defense_ever: codeOf(row, 'defense') ?? null,
    multilateral: bit(codeOf(row, 'bilat') !== 1),
    ...(phase === undefined ? {} : clausesIn(phase.row, year)),
  };
}

function treatyYear(history: AllianceHistory, year: number, record: RegimesAndWars, entries: Entries): Row {
  const { id, row, first, last, spells } = history;
  const present = spells.filter((one) => isMemberIn(one, year));
  const states = present.map((one) => numberIn(one, year));
  const ended = last === year;
  const term = codeOf(row, 'term') ?? 0;
  const polities = states.map((state) => record.polity(state, year)).filter((score) => !Number.isNaN(score));
  return {
    atopid: id,
    ...commonIn(history, year, first),
    ended: bit(ended),
    fulfilled: bit(ended && term === 1),
    violated: bit(ended && term === 2),
    renegotiated: bit(ended && term === 3),
    lapsed: bit(ended && term === 0),
    withdrawal_ever: withdrawalOf(row),
    major_at_signing: bit(spells.some((one) => one.first === first && record.isMajor(numberIn(one, first), first))),
    no_major: bit(!states.some((state) => record.isMajor(state, year))),
    members: states.length,
    log_members: Math.log(Math.max(1, states.length)),
    ...happened(history, present, year, record, entries),
    ...before(happened(history, present, year - 1, record, entries)),
    democratic: polities.length === 0 ? null : polities.filter((score) => score >= DEMOCRACY).length / polities.length,
  };
}

/** What happened to the members by the end of a year. */
function happened(history: AllianceHistory, present: readonly Spell[], year: number, record: RegimesAndWars, entries: Entries): Row {
  const states = present.map((one) => numberIn(one, year));
  const changes = present.flatMap((one) => powerChange(one, present, year, record, history.spells) ?? []);
  return {
    capability_change: changes.length === 0 ? null : changes.reduce((sum, value) => sum + value, 0) / changes.length,
    regime_change: any(states.map((state) => regimeChange(state, year, record))),
    member_at_war: any(states.map((state) => record.atWar(state, year))),
    outside_alliance: bit(states.some((state) => entered(state, history, year, entries))),
  };
}

const before = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [`${name}_before`, value]));

function memberYear(history: AllianceHistory, spell: Spell, number: number, year: number, record: RegimesAndWars, entries: Entries): Row {
  const { id, last, spells } = history;
  const state = numberIn(spell, year);
  const present = spells.filter((one) => isMemberIn(one, year));
  const left = spell.last === year;
  const mode = left ? spell.mode : 0;
  const polity = record.polity(state, year);
  return {
    atopid: id,
    member: state,
    spell: number,
    ...commonIn(history, year, spell.first),
    left: bit(left),
    left_alone: bit(left && (last === undefined || year < last)),
    expired: bit(mode === MODES.expired || mode === MODES.moot || mode === MODES.defeat),
    replaced: bit(mode === MODES.replaced),
    broken: bit(mode === MODES.broken),
    independence: bit(mode === MODES.independence),
    major: bit(record.isMajor(state, year)),
    members: present.length,
    capability_change: powerChange(spell, present, year, record, spells) ?? null,
    regime_change: any([regimeChange(state, year, record)]),
    democratic: Number.isNaN(polity) ? null : bit(polity >= DEMOCRACY),
    at_war: any([record.atWar(state, year)]),
    outside_alliance: bit(entered(state, history, year, entries)),
  };
}

/** 1 where one holds, 0 where one is known not to and none holds, null where none is known. */
function any(facts: readonly (boolean | undefined)[]): number | null {
  if (facts.includes(true)) return 1;
  return facts.includes(false) ? 0 : null;
}

function regimeChange(state: number, year: number, record: RegimesAndWars): boolean | undefined {
  const changes = Array.from({ length: FELT }, (_, ago) => record.regimeChanged(state, year - ago));
  if (changes.includes(true)) return true;
  return changes.includes(false) ? false : undefined;
}

/** A member's power against that of the others together, as a log; undefined where one of the two is not known. */
function relativePower(spell: Spell, others: readonly Spell[], year: number, record: RegimesAndWars): number | undefined {
  const own = record.power(numberIn(spell, year), year);
  let rest = 0;
  for (const other of others) {
    const power = other === spell ? 0 : record.power(numberIn(other, year), year);
    if (!Number.isNaN(power)) rest += power;
  }
  return own > 0 && rest > 0 ? Math.log(own / rest) : undefined;
}

/** The first year that NMC covers. */
const FIRST_POWER = 1816;

function powerChange(spell: Spell, present: readonly Spell[], year: number, record: RegimesAndWars, spells: readonly Spell[]): number | undefined {
  const start = Math.max(FIRST_POWER, spell.first);
  const then = relativePower(
    spell,
    spells.filter((one) => one.first <= start && (one.last ?? Infinity) >= start),
    start,
    record,
  );
  const now = relativePower(spell, present, Math.max(year, start), record);
  return then === undefined || now === undefined ? undefined : Math.abs(now - then);
}

/** Alliances of active help that a state entered: when, which, and with whom. */
type Entries = ReadonlyMap<number, readonly { readonly year: number; readonly alliance: AllianceHistory }[]>;

function activeEntries(histories: readonly AllianceHistory[]): Entries {
  const found = new Map<number, { readonly year: number; readonly alliance: AllianceHistory }[]>();
  for (const alliance of histories) {
    if (codeOf(alliance.row, 'active') !== 1) continue;
    for (const spell of alliance.spells) {
      const state = numberIn(spell, spell.first);
      found.set(state, [...(found.get(state) ?? []), { year: spell.first, alliance }]);
    }
  }
  return found;
}

/** Whether a state newly entered another alliance with some state that this one does not hold. */
function entered(state: number, history: AllianceHistory, year: number, entries: Entries): boolean {
  return (entries.get(state) ?? []).some(
    ({ year: from, alliance }) =>
      alliance.id !== history.id &&
      from <= year &&
      from > year - FELT &&
      from >= history.first &&
      alliance.spells.some((one) => isOutsider(one, from, history)),
  );
}

function isOutsider(spell: Spell, year: number, { spells }: AllianceHistory): boolean {
  if (spell.first > year || (spell.last ?? LAST_YEAR) < year) return false;
  const state = numberIn(spell, year);
  return !spells.some((own) => own.first <= year && (own.last ?? LAST_YEAR) >= year && numberIn(own, year) === state);
}
