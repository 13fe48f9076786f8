import { createRegime } from '../../core/law/regime.ts';
import { tiesOf, type TieClause } from '../../core/law/ties.ts';
import type { Action } from '../../core/law/types.ts';
import { createRng } from '../../core/math/rng.ts';
import { createGraph } from '../../core/measures/network/graph.ts';
import { measureNetwork, type NetworkSummary } from '../../core/measures/network/measures.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { ACTION_ORDER } from '../fight/words.ts';

/** Two states and what they have promised each other; `a` before `b` in the order of the registry. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  /** What a has promised b, and b a: clauses, the strongest first. */
  readonly ab: readonly TieClause[];
  readonly ba: readonly TieClause[];
  readonly strongest: Action;
}

export interface NetworkState {
  readonly id: string;
  readonly degree: number;
  readonly betweenness: number;
  readonly eigenvector: number;
  readonly community: number;
}

/** The network of some kinds of promises on a day. */
export interface HistoryNetwork {
  readonly date: string;
  readonly states: readonly NetworkState[];
  readonly pairs: readonly Pair[];
  /** Over all states of the registry on the day, tied or not. */
  readonly summary: NetworkSummary;
  readonly treaties: readonly string[];
}

const rankOf = (action: Action): number => ACTION_ORDER.indexOf(action);

/** The ties among the states of a day by the treaties given, of the kinds asked for, and the measures of the network they make. */
export function networkOn(treaties: readonly Treaty[], world: MappedWorld, date: string, kinds: readonly Action[]): HistoryNetwork {
  const ids = world.states.filter(({ id }) => world.existsOn(id, date)).map(({ id }) => id);
  const index = new Map(ids.map((id, i) => [id, i]));
  const found = new Map<string, { a: string; b: string; ab: TieClause[]; ba: TieClause[] }>();
  const [from, to]: [number[], number[]] = [[], []];
  for (const tie of tiesOf(createRegime(treaties, world, date))) {
    const clauses = tie.clauses.filter(({ action }) => kinds.includes(action));
    const [i, j] = [index.get(tie.from), index.get(tie.to)];
    if (clauses.length === 0 || i === undefined || j === undefined) continue;
    from.push(i);
    to.push(j);
    const [a, b] = i < j ? [tie.from, tie.to] : [tie.to, tie.from];
    const pair = found.get(`${a} ${b}`) ?? { a, b, ab: [], ba: [] };
    found.set(`${a} ${b}`, pair);
    (i < j ? pair.ab : pair.ba).push(...clauses.toSorted((x, y) => rankOf(x.action) - rankOf(y.action)));
  }
  const measures = measureNetwork(createGraph(ids.length, from, to), createRng(1, 'louvain', date));
  const pairs = [...found.values()].map((pair): Pair => {
    const [strongest = 'consult'] = [...pair.ab, ...pair.ba].map(({ action }) => action).toSorted((x, y) => rankOf(x) - rankOf(y));
    return { ...pair, strongest };
  });
  const { degree, betweenness, eigenvector, community } = measures.states;
  return {
    date,
    pairs,
    states: ids.flatMap((id, i) =>
      (degree[i] ?? 0) === 0
        ? []
        : [{ id, degree: degree[i] ?? 0, betweenness: betweenness[i] ?? 0, eigenvector: eigenvector[i] ?? 0, community: community[i] ?? 0 }],
    ),
    summary: measures.summary,
    treaties: [...new Set(pairs.flatMap(({ ab, ba }) => [...ab, ...ba].map(({ treaty }) => treaty)))],
  };
}
