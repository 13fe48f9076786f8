import { cowNumber } from '../atop/states.ts';
import type { World } from '../states/world.ts';
import type { ColumnKind } from '../table/column.ts';
import { tableFromRows } from '../table/from-rows.ts';
import type { Row, Table } from '../table/table.ts';
import { isHelp, USE_OF_FORCE, type CasusFoederis } from './casus-foederis.ts';
import type { Dispute } from './disputes.ts';

type Columns = Readonly<Record<string, readonly [kind: ColumnKind, label: string]>>;

const CASES: Columns = {
  dispnum: ['int16', 'number of the dispute'],
  year: ['int16', 'year in which it begins'],
  date: ['text', 'first day of the dispute'],
  hostlev: ['int8', 'highest level of hostility: 2 threat, 3 display, 4 use of force, 5 war'],
  ccode: ['int16', 'COW number of the state'],
  state: ['text', 'the state'],
  side: ['text', "the partner's side: A acted first"],
  partner_ccode: ['int16', 'COW number of the partner'],
  partner: ['text', 'the originator to whom something was promised'],
  atopid: ['int16', 'ATOP number of the alliance'],
  obligation: ['text', 'kind of the promise'],
  clause: ['text', 'clause of the treaty'],
  owed: ['int8', 'owed, where side A attacked side B'],
  reasons: ['text', 'why it is not owed: every condition that failed, the first being the reason'],
  owed_if_attacked: ['int8', "owed, were the partner's side the one attacked"],
  reasons_if_attacked: ['text', 'why it is not owed then'],
  uncertain: ['int8', 'has a condition that is not spelled out, or is read otherwise by others'],
  on_request: ['int8', 'owed only when asked for'],
  joined: ['int8', "took part on the partner's side"],
  opposed: ['int8', 'took part on the other side'],
  originator: ['int8', 'was itself in the dispute from its first day'],
};

const YEARS: Columns = {
  year: ['int16', 'year in which the disputes begin'],
  disputes: ['int16', 'disputes'],
  forceful: ['int16', 'disputes in which force was used'],
  due: ['int16', 'states that owed one side help by arms, once for each dispute and side'],
  due_certain: ['int16', 'of these, by a promise without a condition left open'],
  honored: ['int16', 'of those due, took part on that side'],
  opposed: ['int16', 'of those due, took part on the other side'],
  due_if_attacked: ['int16', 'states that owed one side help by arms, were that side the one attacked'],
  honored_if_attacked: ['int16', 'of these, took part on that side'],
  joined: ['int16', 'states that joined a side, once for each dispute and side'],
  joined_due: ['int16', 'of these, owed it by either reading'],
  joined_promised: ['int16', 'of these, had promised help by arms on conditions not met'],
  joined_free: ['int16', 'of these, had promised no help by arms'],
  neutrality_due: ['int16', 'promises of neutrality that were owed'],
  neutrality_broken: ['int16', 'of these, by states that took part on the other side'],
  nonaggression_broken: ['int16', 'promises not to use force broken by side A'],
};

function tableOf(columns: Columns, rows: readonly Row[]): Table {
  const { columns: made, ...rest } = tableFromRows(Object.fromEntries(Object.entries(columns).map(([name, [kind]]) => [name, kind])), rows);
  return {
    ...rest,
    columns: made.map((column) => {
      const label = columns[column.name]?.[1];
      return label === undefined ? column : { ...column, label };
    }),
  };
}

const bit = (value: boolean): number => (value ? 1 : 0);
const yearOf = ({ date }: Dispute): number => Number(date.slice(0, 4));

/** One row a promise, and one for each state that joined a side to which it had promised nothing. */
export function casesTable(cases: readonly CasusFoederis[], world: World): Table {
  const rows = cases.map(({ dispute, state, promise, side, joined, opposed, originator }): Row => ({
    dispnum: dispute.id,
    year: yearOf(dispute),
    date: dispute.date,
    hostlev: dispute.hostility,
    ccode: cowNumber(world.state(state), dispute.date) ?? null,
    state,
    side,
    joined: bit(joined),
    opposed: bit(opposed),
    originator: bit(originator),
    ...(promise !== undefined && {
      partner_ccode: cowNumber(world.state(promise.partner), dispute.date) ?? null,
      partner: promise.partner,
      atopid: promise.treaty.atop ?? null,
      obligation: promise.kind,
      clause: promise.obligation,
      owed: bit(promise.ruling.owed),
      reasons: promise.ruling.reasons.join(' '),
      owed_if_attacked: bit(promise.ifAttacked.owed),
      reasons_if_attacked: promise.ifAttacked.reasons.join(' '),
      uncertain: bit(promise.uncertain),
      on_request: bit(promise.onRequest),
    }),
  }));
  return tableOf(CASES, rows);
}

/** What one state owed one side of a dispute by arms, over all its promises, and what it did. */
interface Stance {
  readonly year: number;
  promised: boolean;
  due: boolean;
  certain: boolean;
  ifAttacked: boolean;
  readonly joined: boolean;
  readonly opposed: boolean;
}

/** One row a year: how often the casus foederis arose, and what came of it. States in a dispute from its first day are left out: they joined nothing. */
export function yearsTable(disputes: readonly Dispute[], cases: readonly CasusFoederis[]): Table {
  const stances = new Map<string, Stance>();
  for (const { dispute, state, promise, side, joined, opposed, originator } of cases) {
    if (originator) continue;
    const key = `${dispute.id} ${state} ${side}`;
    const stance: Stance = stances.get(key) ?? { year: yearOf(dispute), promised: false, due: false, certain: false, ifAttacked: false, joined, opposed };
    stances.set(key, stance);
    if (promise === undefined || !isHelp(promise.kind)) continue;
    stance.promised = true;
    stance.due ||= promise.ruling.owed;
    stance.certain ||= promise.ruling.owed && !promise.uncertain;
    stance.ifAttacked ||= promise.ifAttacked.owed;
  }
  const years = [...new Set(disputes.map(yearOf))].toSorted((a, b) => a - b);
  const stancesIn = groupedByYear([...stances.values()], ({ year }) => year);
  const disputesIn = groupedByYear(disputes, yearOf);
  const owedIn = groupedByYear(
    cases.filter(({ promise }) => promise?.ruling.owed === true),
    ({ dispute }) => yearOf(dispute),
  );
  return tableOf(
    YEARS,
    years.map((year): Row => {
      const all = stancesIn.get(year) ?? [];
      const due = all.filter((one) => one.due);
      const joined = all.filter((one) => one.joined);
      const owed = owedIn.get(year) ?? [];
      const neutrality = owed.filter(({ promise }) => promise?.kind === 'neutrality');
      return {
        year,
        disputes: disputesIn.get(year)?.length ?? 0,
        forceful: disputesIn.get(year)?.filter(({ hostility }) => hostility >= USE_OF_FORCE).length ?? 0,
        due: due.length,
        due_certain: due.filter((one) => one.certain).length,
        honored: due.filter((one) => one.joined).length,
        opposed: due.filter((one) => one.opposed).length,
        due_if_attacked: all.filter((one) => one.ifAttacked).length,
        honored_if_attacked: joined.filter((one) => one.ifAttacked).length,
        joined: joined.length,
        joined_due: joined.filter((one) => one.due || one.ifAttacked).length,
        joined_promised: joined.filter((one) => one.promised && !one.due && !one.ifAttacked).length,
        joined_free: joined.filter((one) => !one.promised).length,
        neutrality_due: neutrality.length,
        neutrality_broken: neutrality.filter(({ opposed }) => opposed).length,
        nonaggression_broken: owed.filter(({ promise }) => promise?.kind === 'nonaggression').length,
      };
    }),
  );
}

function groupedByYear<T>(items: readonly T[], yearOfItem: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const year = yearOfItem(item);
    const group = groups.get(year);
    if (group === undefined) groups.set(year, [item]);
    else group.push(item);
  }
  return groups;
}
