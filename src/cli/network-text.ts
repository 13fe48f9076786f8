import type { NetworkAnswer, PartnersOf, Without } from '../app/network.ts';
import { cellsOf, figure, type Cell } from './figures.ts';
import { count, figuresTable, table, wrap, type Style } from './style.ts';

/** States shown of a year. */
const MOST = 12;

const remarks = (notes: readonly string[], { dim }: Style): string => `\n${notes.map((line) => dim(wrap(line, 0))).join('\n')}\n`;

/** The network of a year: pairs, measures, the states in the middle of it, communities; partners and losses where asked for. */
export function networkText(answer: NetworkAnswer, style: Style): string {
  const { year, obligation, pairs, measures, states, notes, partners, without, balance } = answer;
  const { degree_distribution: _, ...summary } = measures;
  const outsiders = pairs.with_outsiders === 0 ? '' : `; ${pairs.with_outsiders} with states outside the system`;
  const head = `${year}, ${obligation === 'any' ? 'any obligation' : obligation}: ${count(pairs.in_data, 'pair')} in the data, ${pairs.one_way} one-way; ${pairs.among_members} among the ${count(summary.nodes, 'member')}${outsiders}`;
  const nameOf = (ccode: number): string => states.find((state) => state.ccode === ccode)?.name ?? String(ccode);
  if (partners !== undefined) return `${style.bold(head)}\n${partners.map((one) => partnersText(one)).join('')}${remarks(notes, style)}`;
  const parts = [
    style.bold(head),
    table(Object.entries(summary).map(([name, value]) => [name, figure(value), ...(without === undefined ? [] : [figure(measureOf(without, name))])])),
  ];
  if (without !== undefined) parts.splice(1, 0, lossText(without, nameOf));
  if (balance !== undefined && balance !== null) {
    parts.push(
      `Structural balance: ${balance.triads === 0 ? 'no complete triad' : `${(100 * (balance.balanced ?? 0)).toFixed(0)}% of ${count(balance.triads, 'triad')} balanced`} (${balance.positive} positive, ${balance.negative} negative, ${balance.ambivalent} ambivalent pairs).\n`,
    );
  }
  const central = states.filter(({ degree }) => degree > 0).sort((a, b) => b.betweenness - a.betweenness || b.degree - a.degree || a.ccode - b.ccode);
  if (central.length > 0) {
    const shown = central
      .slice(0, MOST)
      .map(({ ccode, name, degree, betweenness, closeness, eigenvector_max1: eigenvector, pagerank, clustering, coreness }) => ({
        state: `${ccode} ${name}`,
        degree,
        betweenness,
        closeness,
        eigenvector,
        pagerank,
        clustering,
        coreness,
      }));
    parts.push(figuresTable(cellsOf(shown)));
    if (central.length > MOST) parts.push(`${count(central.length - MOST, 'more state', 'more states')} with partners; all of them with --json or -o FILE.\n`);
    parts.push(communitiesText(answer));
  }
  return parts.map((part, index) => (index === 0 ? `${part}\n` : `\n${part}`)).join('') + remarks(notes, style);
}

const measureOf = ({ measures }: Without, name: string): Cell => Object.entries(measures).find(([key]) => key === name)?.[1];

function partnersText({ ccode, name, partners }: PartnersOf): string {
  const title = `\n${name} (${ccode}): ${count(partners.length, 'partner')}\n`;
  const direction = (owes: boolean, owed: boolean): string => (owes && owed ? 'mutual' : owes ? 'owes' : 'is owed');
  return (
    title +
    table(partners.map((one) => [String(one.ccode), one.stateabb, one.name, direction(one.owes, one.owed), ...(one.member ? [] : ['outside the system'])]))
  );
}

function lossText({ ccode, name, ties_lost: lost, left_alone: alone, parts }: Without, nameOf: (ccode: number) => string): string {
  const lines = [`Without ${name} (${ccode}; right column): ${count(lost, 'tie')} lost.`];
  if (alone.length > 0) lines.push(`Left without a partner: ${alone.map(nameOf).join(', ')}.`);
  if (parts.length > 1) lines.push(`Its component falls into ${parts.length}: ${parts.map((part) => part.map(nameOf).join(', ')).join(' | ')}.`);
  else if (parts.length === 1) lines.push('The rest of its component hangs together.');
  return `${lines.map((line) => wrap(line, 0)).join('\n')}\n`;
}

function communitiesText({ states }: NetworkAnswer): string {
  const members = new Map<number, string[]>();
  for (const { community, stateabb, ccode } of states) members.set(community, [...(members.get(community) ?? []), stateabb === '' ? String(ccode) : stateabb]);
  const several = [...members.values()].filter((one) => one.length > 1).sort((a, b) => b.length - a.length);
  return `Communities of two and more (Louvain):\n${several.map((one) => `${wrap(one.join(' '), 2)}\n`).join('')}`;
}

/** Columns of a row a year that fit a screen; files and JSON have all of them. */
const SHOWN = [
  'year',
  'nodes',
  'edges',
  'density',
  'transitivity',
  'components',
  'isolates',
  'mean_distance_connected',
  'louvain_modularity',
  'louvain_communities',
  'most_between',
  'balanced_triads',
  'triads',
];

/** Measures by year, or by state and year, as a table. */
export function networksText(rows: readonly Readonly<Record<string, Cell>>[], notes: readonly string[], style: Style): string {
  const all = Object.keys(rows[0] ?? {});
  const names = all.includes('ccode') ? all : SHOWN.filter((name) => all.includes(name));
  return figuresTable(cellsOf(rows, names)) + remarks(notes, style);
}
