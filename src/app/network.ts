import type { Catalog } from '../core/catalog.ts';
import { createRng } from '../core/math/rng.ts';
import { degreeDistribution } from '../core/measures/network/degree.ts';
import { faultLines } from '../core/measures/network/fault-lines.ts';
import { measureNetwork } from '../core/measures/network/measures.ts';
import { obligationBalance } from '../core/measures/network/obligation-balance.ts';
import type { ObligationNetwork } from '../core/measures/network/obligation-network.ts';
import { spectrum } from '../core/measures/network/spectrum.ts';
import { networksByYear, type NetworkYear } from '../core/measures/network/yearly.ts';
import type { Obligation } from '../core/measures/record/pledges.ts';
import { readNegativeTies, type NegativeTie, type NegativeTies } from './dyads/negative-ties.ts';
import { balanceRow, stateRows, summaryRow, tieRows, type BalanceRow, type StateRow, type SummaryRow, type TieRow } from './dyads/network-rows.ts';
import { readRecord, recordNotes, versionsOf, yearsCovered, type AllianceRecord, type ListedState } from './dyads/read-record.ts';
import { membersMeant, numbersMeant } from './dyads/state-codes.ts';
import { loadCatalog } from './load-catalog.ts';
import { orNull } from './measures/define.ts';
import { UserError } from './user-error.ts';
import { usingStore } from './with-store.ts';

export interface NetworkRequest {
  readonly years: readonly [first: number, last: number];
  readonly obligation: Obligation | 'any';
  /** Also what the network loses with this state gone. */
  readonly without?: string;
  /** The state whose partners are asked for. */
  readonly state?: string;
  /** What counts as a negative relation, for structural balance. */
  readonly negative?: NegativeTie;
  /** Of the order in which communities are searched; 1 unless given. */
  readonly seed?: number;
}

interface Sourced {
  readonly obligation: Obligation | 'any';
  readonly seed: number;
  readonly method: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** A partner of a state, whichever way the tie runs. */
export interface Partner {
  readonly ccode: number;
  readonly stateabb: string;
  readonly name: string;
  /** The state owes the partner; the partner owes the state. */
  readonly owes: boolean;
  readonly owed: boolean;
  readonly member: boolean;
}

export interface PartnersOf {
  readonly ccode: number;
  readonly name: string;
  readonly partners: readonly Partner[];
}

export interface Without {
  readonly ccode: number;
  readonly name: string;
  readonly ties_lost: number;
  /** Partners of it that are left without any. */
  readonly left_alone: readonly number[];
  /** What its component falls into, largest part first. */
  readonly parts: readonly (readonly number[])[];
  readonly measures: SummaryRow;
}

export interface NetworkAnswer extends Sourced {
  readonly year: number;
  /** Pairs of the data: all, those that run one way, and how many are ties of the network. */
  readonly pairs: { readonly in_data: number; readonly one_way: number; readonly among_members: number; readonly with_outsiders: number };
  readonly measures: SummaryRow & { readonly second_eigenvalue: number | null; readonly degree_distribution: readonly number[] };
  readonly states: readonly StateRow[];
  readonly ties: readonly TieRow[];
  readonly balance?: BalanceRow | null;
  readonly without?: Without;
  readonly partners?: readonly PartnersOf[];
}

export type YearRow = { readonly year: number } & SummaryRow & {
    readonly most_partners: string | null;
    readonly most_between: string | null;
    readonly most_central: string | null;
    readonly outside_pairs: number;
    readonly balanced_triads?: number | null;
    readonly triads?: number | null;
  };

export interface NetworksAnswer extends Sourced {
  readonly years: readonly [first: number, last: number];
  readonly rows: readonly YearRow[];
  /** A row for each state and year, or those of the state asked for. */
  readonly states: readonly (StateRow & { readonly year: number })[];
  readonly seconds: { readonly read: number; readonly computed: number };
}

const SOURCES = ['atop', 'cow-states'];

const METHOD = {
  tie: 'two members of the COW system in any part of the year are tied if one owes the other the obligation in that year; measures are of the undirected network',
  betweenness: 'shortest paths through a state, each pair once, not normalized (Freeman 1977; Brandes 2001)',
  closeness: '1 over the sum of distances to the states that can be reached',
  eigenvector_max1: 'of the greatest eigenvalue, scaled to a maximum of 1 (Bonacich 1972); undefined without ties',
  pagerank: 'damping .85 (Brin and Page 1998)',
  clustering: 'ties among the partners (Watts and Strogatz 1998); the average is over states with two partners or more',
  louvain: 'Blondel et al. (2008), states visited in an order drawn from the seed; without ties a state is a community of its own',
};

const BALANCE_METHOD = {
  balance:
    'triads whose product of signs is positive over all complete triads (Cartwright and Harary 1956); pairs with both signs have none and are counted as ambivalent',
};

/**
 * The network of an obligation in one year: measures of the whole and of every state, its ties, what is lost with one state.
 * @throws {UserError} where the store lacks a source, the year is not covered, or a state is unknown or no member
 */
export function networkOf(folder: string, request: NetworkRequest, catalog: () => Catalog = loadCatalog): Promise<NetworkAnswer> {
  const { obligation, seed = 1 } = request;
  return usingStore(folder, async (store) => {
    const record = await readRecord(store);
    const negative = request.negative === undefined ? undefined : await readNegativeTies(store, request.negative);
    const years = yearsCovered(request.years, record);
    const [measured] = networksByYear(years, obligation, record.members, record.pledges, seed);
    if (measured === undefined) throw new UserError(`--year: there is no ${request.years[0]} in the record.`);
    const { network, measures } = measured;
    const sources = [...SOURCES, ...(request.negative === undefined ? [] : [request.negative])];
    const ties = tieRows(network);
    return {
      year: network.year,
      obligation,
      seed,
      pairs: {
        in_data: ties.length,
        one_way: ties.filter((tie) => tie.ccode1_owes !== tie.ccode2_owes).length,
        among_members: network.graph.edges,
        with_outsiders: network.outside.length,
      },
      measures: {
        ...summaryRow(measures.summary),
        second_eigenvalue: orNull(spectrum(network.graph)[1]),
        degree_distribution: [...degreeDistribution(network.graph)],
      },
      states: stateRows(measured, record.listed),
      ties,
      ...(negative !== undefined && { balance: balanceOf(network, negative) }),
      ...(request.without !== undefined && {
        without: withoutState(measured, membersMeant(request.without, years, record, { catalog, where: '--without' }), record, seed),
      }),
      ...(request.state !== undefined && {
        partners: [...numbersMeant(request.state, years, { catalog, listed: record.listed, where: '--state' })].map((ccode) => partnersOf(ccode, ties, record)),
      }),
      method: { ...METHOD, ...(negative !== undefined && BALANCE_METHOD) },
      versions: versionsOf(store, sources),
      notes: [
        ...recordNotes(store, sources, request.years, years, record),
        ...(measures.converged ? [] : ['Eigenvector centrality or PageRank stopped before its tolerance.']),
        ...outsideNote(network, record),
        ...(negative !== undefined && negative(network.year) === undefined
          ? [`${request.negative} does not speak of ${network.year}: no balance is computed.`]
          : []),
      ],
    };
  });
}

/**
 * The networks of an obligation over years: a row a year, and a row a state and year.
 * @throws {UserError} where the store lacks a source, no year is covered, or a state is unknown
 */
export function networksOf(folder: string, request: NetworkRequest, catalog: () => Catalog = loadCatalog): Promise<NetworksAnswer> {
  const { obligation, seed = 1 } = request;
  return usingStore(folder, async (store) => {
    const begun = performance.now();
    const record = await readRecord(store);
    const negative = request.negative === undefined ? undefined : await readNegativeTies(store, request.negative);
    const years = yearsCovered(request.years, record);
    const meant = request.state === undefined ? undefined : numbersMeant(request.state, years, { catalog, listed: record.listed, where: '--state' });
    const read = performance.now();
    const measured = networksByYear(years, obligation, record.members, record.pledges, seed);
    const computed = performance.now();
    const sources = [...SOURCES, ...(request.negative === undefined ? [] : [request.negative])];
    const outside = measured.reduce((sum, { network }) => sum + network.outside.length, 0);
    return {
      years,
      obligation,
      seed,
      rows: measured.map((one) => yearRow(one, record.listed, negative)),
      states: measured.flatMap((one) =>
        stateRows(one, record.listed)
          .filter(({ ccode }) => meant === undefined || meant.has(ccode))
          .map((row) => ({ year: one.network.year, ...row })),
      ),
      method: { ...METHOD, ...(negative !== undefined && BALANCE_METHOD) },
      versions: versionsOf(store, sources),
      notes: [
        ...recordNotes(store, sources, request.years, years, record),
        ...(outside === 0 ? [] : [`${outside} pairs in these years have a side outside the system and are no ties.`]),
      ],
      seconds: { read: (read - begun) / 1000, computed: (computed - read) / 1000 },
    };
  });
}

function balanceOf(network: ObligationNetwork, negative: NegativeTies): BalanceRow | null {
  const pairs = negative(network.year);
  return pairs === undefined ? null : balanceRow(obligationBalance(network, pairs));
}

function yearRow(one: NetworkYear, listed: ReadonlyMap<number, ListedState>, negative: NegativeTies | undefined): YearRow {
  const { network, measures } = one;
  const leader = (values: ArrayLike<number>): string | null => {
    let best = -1;
    for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) > (best === -1 ? 0 : (values[best] ?? 0))) best = i;
    return best === -1 ? null : (listed.get(network.members[best] ?? 0)?.abbreviation ?? null);
  };
  const balance = negative === undefined ? undefined : balanceOf(network, negative);
  return {
    year: network.year,
    ...summaryRow(measures.summary),
    most_partners: leader(measures.states.degree),
    most_between: leader(measures.states.betweenness),
    most_central: leader(measures.states.eigenvector),
    outside_pairs: network.outside.length,
    ...(balance !== undefined && { balanced_triads: balance?.balanced ?? null, triads: balance?.triads ?? null }),
  };
}

function withoutState({ network, measures }: NetworkYear, meant: ReadonlySet<number>, { listed }: AllianceRecord, seed: number): Without {
  const gone = network.members.findIndex((member) => meant.has(member));
  const ccode = network.members[gone];
  if (ccode === undefined) throw new RangeError(`no state of ${network.year} is meant`);
  const { graph, partners, isolated, parts } = faultLines(network.graph, gone);
  const numbers = (states: readonly number[]): number[] => states.map((state) => network.members[state] ?? 0);
  return {
    ccode,
    name: listed.get(ccode)?.name ?? String(ccode),
    ties_lost: partners.length,
    left_alone: numbers(isolated),
    parts: (measures.states.degree[gone] ?? 0) === 0 ? [] : parts.map(numbers),
    measures: summaryRow(measureNetwork(graph, createRng(seed, 'louvain', network.year)).summary),
  };
}

function partnersOf(ccode: number, ties: readonly TieRow[], { listed }: AllianceRecord): PartnersOf {
  const nameOf = (state: number): string => listed.get(state)?.name ?? String(state);
  const partners = ties
    .filter((tie) => tie.ccode1 === ccode || tie.ccode2 === ccode)
    .map((tie): Partner => {
      const first = tie.ccode1 === ccode;
      const other = first ? tie.ccode2 : tie.ccode1;
      return {
        ccode: other,
        stateabb: listed.get(other)?.abbreviation ?? '',
        name: nameOf(other),
        owes: first ? tie.ccode1_owes : tie.ccode2_owes,
        owed: first ? tie.ccode2_owes : tie.ccode1_owes,
        member: tie.members,
      };
    });
  return { ccode, name: nameOf(ccode), partners: partners.sort((a, b) => a.ccode - b.ccode) };
}

function outsideNote({ outside, members }: ObligationNetwork, { listed }: AllianceRecord): string[] {
  if (outside.length === 0) return [];
  const inside = new Set(members);
  const strangers = [...new Set(outside.flatMap(({ ccode1, ccode2 }) => [ccode1, ccode2]))].filter((state) => !inside.has(state));
  const named = strangers.slice(0, 10).map((state) => (listed.has(state) ? `${state} ${listed.get(state)?.name ?? ''}` : String(state)));
  const more = strangers.length > 10 ? ` and ${strangers.length - 10} more` : '';
  return [
    `${outside.length} ${outside.length === 1 ? 'pair has' : 'pairs have'} a side outside the system in this year (${named.join(', ')}${more}) and ${outside.length === 1 ? 'is no tie' : 'are no ties'}.`,
  ];
}
