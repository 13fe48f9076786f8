import { areNeighbors, distanceBetween } from '../../core/synthetic/states.ts';
import type { SyntheticAlliance } from '../../core/synthetic/alliances.ts';
import type { SyntheticDispute, SyntheticParticipant } from '../../core/synthetic/disputes.ts';
import type { SyntheticWorld } from '../../core/synthetic/world.ts';

/** A row of a table, as a file of its source writes it; what is left out is missing. */
export type FileRow = Readonly<Record<string, number | string>>;

export interface SyntheticTable {
  readonly source: string;
  readonly table: string;
  /** A name by which the import knows it. */
  readonly file: string;
  readonly rows: readonly FileRow[];
}

/** Last years of the sources: a world that goes on longer is told as far as each of them goes. */
const LISTED = 2016;
const ALLIANCES = 2018;
const DISPUTES = 2010;
const DISTANCES = [1886, 2019] as const;
/** The most that a state's borders let pass as a strait: type 5 of direct contiguity. */
const STRAIT_KM = 640;

const between = (year: number, from: number, to: number): boolean => from <= year && year <= to;

function members({ states }: SyntheticWorld): FileRow[] {
  return states.map(({ ccode, abb, name, from, to }) => ({
    stateabb: abb,
    ccode,
    statenme: name,
    styear: from,
    stmonth: 1,
    stday: 1,
    endyear: Math.min(to, LISTED),
    endmonth: 12,
    endday: 31,
    version: LISTED,
  }));
}

/** The five states largest at the beginning are its major powers, for as long as they last. */
function majors({ states }: SyntheticWorld): FileRow[] {
  return states
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 5)
    .map(({ ccode, from, to }) => ({ ccode, styear: from, stmonth: 1, stday: 1, endyear: Math.min(to, LISTED), endmonth: 12, endday: 31, version: LISTED }));
}

function contiguity({ states }: SyntheticWorld): FileRow[] {
  return states.flatMap((a) =>
    states.flatMap((b) => {
      const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to, LISTED)];
      const land = areNeighbors(a, b, states);
      if (a === b || from > to || (!land && distanceBetween(a, b) > STRAIT_KM)) return [];
      return [{ ccode1: a.ccode, ccode2: b.ccode, conttype: land ? 1 : 5, stdate: `${from}-01-01`, enddate: `${to}-12-01` }];
    }),
  );
}

function distances({ states }: SyntheticWorld): FileRow[] {
  return states.flatMap((a) =>
    states.flatMap((b) => {
      if (a.ccode >= b.ccode) return [];
      const mindist = areNeighbors(a, b, states) ? 0 : Math.round(distanceBetween(a, b) / 2);
      const [first, last] = [Math.max(a.from, b.from, DISTANCES[0]), Math.min(a.to, b.to, DISTANCES[1])];
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ ccode1: a.ccode, ccode2: b.ccode, year: first + index, mindist }));
    }),
  );
}

const OBLIGATIONS = ['defense', 'offense', 'neutral', 'nonagg', 'consul'] as const;

/** What ATOP tells of every treaty and these never have: conditions, secrecy, institutions. */
const UNREMARKABLE = Object.fromEntries(
  (
    'wartime pubsecr secrart proadd futmem renounce proren renewlgt conditio defcon offcon neucon concon notaiden dipaid terrres seppeace thirdcom noothall ' +
    'specthrt statthr1 statthr2 conwtin medarb milcon milaid intcom subord organ1 orgpurp1 organ2 orgpurp2 base contrib armred acqterr divgains demwith ' +
    'reflnun refothio natrefal compag nomicoop conres agprois conmen ecaid interv cowwar obvary defcoadv defcoloc defcocon defconum defcodem defconpr ' +
    'offcoadv offcoloc offcocon offconum offcodem neucoadv neucoloc neucocon neuconum neucodem neuconpr neucoatt concoadv concoloc concocon concoreq olimob'
  )
    .split(' ')
    .map((name) => [name, 0]),
);

function treatyRow({ id, from, to, members: parties }: SyntheticAlliance): FileRow {
  const lasts = to > ALLIANCES;
  const owed = (obligation: (typeof OBLIGATIONS)[number]): number => Number(parties.some(({ owes }) => owes.has(obligation)));
  return {
    ...UNREMARKABLE,
    atopid: id,
    atopidphase: id,
    cowid: 0,
    cow4id: 0,
    begyr: from,
    begmo: 1,
    begday: 1,
    endyr: lasts ? 0 : to,
    endmo: lasts ? 0 : 12,
    endday: lasts ? 0 : 31,
    ineffect: Number(lasts),
    bilat: Number(parties.length === 2),
    phase: 0,
    maxphase: 0,
    estmode: 1,
    speclgth: 1,
    length: 12 * (to - from + 1),
    term: lasts ? 0 : 1,
    ...Object.fromEntries(OBLIGATIONS.map((obligation) => [obligation, owed(obligation)])),
    active: Math.max(owed('defense'), owed('offense')),
    asymm: Number(new Set(parties.map(({ owes }) => [...owes].join(' '))).size > 1),
    ...Object.fromEntries(parties.map(({ ccode }, index) => [`mem${index + 1}`, ccode])),
    source: 1,
    new5: 0,
    rev5: 0,
    version: 5.1,
  };
}

function memberRows(alliance: SyntheticAlliance): FileRow[] {
  const { begyr, begmo, begday, endyr, endmo, endday, ...shared } = treatyRow(alliance);
  return alliance.members.map(({ ccode, owes }) => ({
    ...shared,
    member: ccode,
    cowsys: 1,
    yrent: begyr ?? 0,
    moent: begmo ?? 0,
    dayent: begday ?? 0,
    yrexit: endyr ?? 0,
    moexit: endmo ?? 0,
    dayexit: endday ?? 0,
    termmode: shared['ineffect'] === 1 ? 0 : 1,
    termcaus: shared['ineffect'] === 1 ? 0 : 3,
    ...Object.fromEntries(OBLIGATIONS.map((obligation) => [obligation, Number(owes.has(obligation))])),
    active: Number(owes.has('defense') || owes.has('offense')),
  }));
}

function owedRows({ owed }: SyntheticWorld): FileRow[] {
  return [...owed].flatMap(([key, owes]) => {
    const [ccode1 = 0, ccode2 = 0, year = 0] = key.split(' ').map(Number);
    if (year > ALLIANCES) return [];
    return [{ ccode1, ccode2, year, ...Object.fromEntries(OBLIGATIONS.map((obligation) => [`atop_${obligation}`, Number(owes.has(obligation))])) }];
  });
}

const disputeFacts = ({ duration, participants }: SyntheticDispute): FileRow => {
  const hostility = Math.max(...participants.map((one) => one.hostility));
  return { outcome: 6, settle: 3, fatality: 0, fatalpre: 0, mindur: duration, maxdur: duration, hiact: 0, hostlev: hostility };
};

const recip = ({ participants }: SyntheticDispute): number => Number(participants.some(({ sideA, hostility }) => !sideA && hostility > 1));

function endOf({ year, month, duration }: SyntheticDispute): { readonly endyear: number; readonly endmon: number } {
  const months = month - 1 + Math.floor(duration / 30);
  // No dispute runs past the year it began in: its dyad-years are then one each.
  return { endyear: year, endmon: Math.min(12, months + 1) };
}

function disputeRows({ disputes }: SyntheticWorld): FileRow[] {
  return disputes.map((dispute) => ({ dispnum: dispute.number, styear: dispute.year, stmon: dispute.month, ...disputeFacts(dispute), recip: recip(dispute) }));
}

function mida({ disputes }: SyntheticWorld): FileRow[] {
  return disputes.map((dispute) => ({
    dispnum3: dispute.number,
    stday: 1,
    stmon: dispute.month,
    styear: dispute.year,
    endday: 28,
    ...endOf(dispute),
    ...disputeFacts(dispute),
    recip: recip(dispute),
    numa: dispute.participants.filter(({ sideA }) => sideA).length,
    numb: dispute.participants.filter(({ sideA }) => !sideA).length,
    link1: '0',
    link2: '0',
    link3: '0',
    ongo2010: 0,
    version: 'synthetic',
  }));
}

function midb(world: SyntheticWorld): FileRow[] {
  const abbOf = new Map(world.states.map(({ ccode, abb }) => [ccode, abb]));
  return world.disputes.flatMap((dispute) =>
    dispute.participants.map(({ ccode, sideA, originator, hostility }) => ({
      dispnum: dispute.number,
      ccode,
      stabb: abbOf.get(ccode) ?? '',
      stday: 1,
      stmon: dispute.month,
      styear: dispute.year,
      endday: 28,
      ...endOf(dispute),
      sidea: Number(sideA),
      revstate: Number(sideA),
      revtype1: sideA ? 1 : 0,
      revtype2: 0,
      fatality: 0,
      fatalpre: 0,
      hiact: 0,
      hostlev: hostility,
      orig: Number(originator),
      version: 'synthetic',
    })),
  );
}

function participants({ disputes }: SyntheticWorld): FileRow[] {
  return disputes.flatMap((dispute) =>
    dispute.participants.map(({ ccode, sideA, originator }) => {
      const { endyear, endmon } = endOf(dispute);
      return {
        dispnum: dispute.number,
        ccode,
        styear: dispute.year,
        stmon: dispute.month,
        stday: 1,
        endyear,
        endmon,
        endday: 28,
        dummy_stday: 1,
        dummy_endday: 28,
        sidea: Number(sideA),
        hiact: 0,
        orig: Number(originator),
        anymiss_leader_start: 0,
        anymiss_leader_end: 0,
        allmiss_leader_start: 0,
        allmiss_leader_end: 0,
      };
    }),
  );
}

function side(number: 1 | 2, { sideA, originator, hostility }: SyntheticParticipant): FileRow {
  return {
    [`sidea${number}`]: Number(sideA),
    [`revstate${number}`]: Number(sideA),
    [`revtype1${number}`]: sideA ? 1 : 0,
    [`revtype2${number}`]: 0,
    [`fatality${number}`]: 0,
    [`fatalpre${number}`]: 0,
    [`hiact${number}`]: 0,
    [`hostlev${number}`]: hostility,
    [`orig${number}`]: Number(originator),
  };
}

function disputeDyads({ disputes }: SyntheticWorld): FileRow[] {
  return disputes.flatMap((dispute) =>
    dispute.participants.flatMap((a) =>
      dispute.participants
        .filter((b) => b.sideA !== a.sideA)
        .map((b) => ({
          dispnum: dispute.number,
          ccode1: a.ccode,
          ccode2: b.ccode,
          year: dispute.year,
          midongoing: 1,
          midonset: 1,
          ...side(1, a),
          ...side(2, b),
          ...disputeFacts(dispute),
          stmon: dispute.month,
          endmon: endOf(dispute).endmon,
          recip: recip(dispute),
          numa: dispute.participants.filter(({ sideA }) => sideA).length,
          numb: dispute.participants.filter(({ sideA }) => !sideA).length,
          ongo2010: 0,
          version: 'synthetic',
        })),
    ),
  );
}

/** A synthetic world in the tables of the sources it stands in for. */
export function syntheticTables(whole: SyntheticWorld): readonly SyntheticTable[] {
  const world = { ...whole, disputes: whole.disputes.filter(({ year }) => between(year, whole.years[0], DISPUTES)) };
  const alliances = world.alliances.filter(({ from }) => from <= ALLIANCES);
  return [
    { source: 'cow-states', table: 'members', file: 'cow_states.csv', rows: members(world) },
    { source: 'majors', table: 'spells', file: 'cow_majors.csv', rows: majors(world) },
    { source: 'nmc', table: 'state-year', file: 'cow_nmc_v7.csv', rows: world.capabilities.map((row) => ({ ...row })) },
    { source: 'contiguity', table: 'directed-spells', file: 'cow_contdir.csv', rows: contiguity(world) },
    { source: 'distance', table: 'dyad-year', file: 'cow_mindist.csv', rows: distances(world) },
    { source: 'atop', table: 'alliance', file: 'atop5_1a.csv', rows: alliances.map(treatyRow) },
    { source: 'atop', table: 'phase', file: 'atop5_1aph.csv', rows: alliances.map(treatyRow) },
    { source: 'atop', table: 'member', file: 'atop5_1m.csv', rows: alliances.flatMap(memberRows) },
    { source: 'atop', table: 'directed-dyad-year', file: 'atop5_1_directed_dyad_year.csv', rows: owedRows(world) },
    { source: 'gml', table: 'disputes', file: 'gml_mid_disputes.csv', rows: disputeRows(world) },
    { source: 'gml', table: 'directed-dyad-year', file: 'gml_directed_dyad_year.csv', rows: disputeDyads(world) },
    { source: 'gml', table: 'participants', file: 'gml_participants_leaders.csv', rows: participants(world) },
    { source: 'gml', table: 'mida', file: 'gml_mida_v2_1.csv', rows: mida(world) },
    { source: 'gml', table: 'midb', file: 'gml_midb_v2_1.csv', rows: midb(world) },
  ];
}
