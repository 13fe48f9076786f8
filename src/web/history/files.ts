import { csv } from '../../core/formats/csv.ts';
import type { GraphFile } from '../../core/formats/graph-file.ts';
import type { TieClause } from '../../core/law/ties.ts';
import { ACTION_LABEL } from '../fight/words.ts';
import type { HistoryNetwork } from './network.ts';

const words = (clauses: readonly TieClause[]): string => [...new Set(clauses.map(({ action }) => ACTION_LABEL[action].toLowerCase()))].join(', ');
const treatiesOf = (clauses: readonly TieClause[]): readonly string[] => [...new Set(clauses.map(({ treaty }) => treaty))];

export const PAIR_HEAD = ['State', 'Partner', 'State owes', 'Partner owes', 'Treaties'] as const;

/** One row a pair, as the table shows it. */
export function pairRows({ pairs }: HistoryNetwork, name: (state: string) => string): string[][] {
  return pairs
    .map(({ a, b, ab, ba }) => [name(a), name(b), words(ab), words(ba), treatiesOf([...ab, ...ba]).join(', ')])
    .toSorted((x, y) => (`${x[0]} ${x[1]}` < `${y[0]} ${y[1]}` ? -1 : 1));
}

export const pairsCsv = (network: HistoryNetwork, name: (state: string) => string): string => csv([PAIR_HEAD, ...pairRows(network, name)]);

/** The network as graph programs read it. */
export function networkFile(network: HistoryNetwork, name: (state: string) => string, source: string): GraphFile {
  const { date, states, pairs } = network;
  return {
    name: `promises-${date}`,
    description: `Foedus: promises between states in force on ${date}. ${source} Two states are tied where either has promised the other one of the kinds asked for.`,
    directed: false,
    nodeAttributes: { degree: 'int', betweenness: 'double', eigenvector_max1: 'double', community: 'int' },
    edgeAttributes: { strongest: 'string', source_owes: 'string', target_owes: 'string', treaties: 'string' },
    nodes: states.map(({ id, degree, betweenness, eigenvector, community }) => ({
      id,
      label: name(id),
      values: { degree, betweenness, eigenvector_max1: eigenvector, community },
    })),
    edges: pairs.map(({ a, b, ab, ba, strongest }) => ({
      source: a,
      target: b,
      values: { strongest, source_owes: words(ab), target_owes: words(ba), treaties: treatiesOf([...ab, ...ba]).join(' ') },
    })),
  };
}
