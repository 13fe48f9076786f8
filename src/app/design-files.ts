import { OBJECTIVES, type Objective, type ObjectiveId } from '../core/explore/design/objectives.ts';
import type { DesignPoint, DesignResult } from '../core/explore/design/result.ts';
import { csv } from '../core/formats/csv.ts';
import { both, capitalized } from '../core/text/sentence.ts';

/** A design in words, for pages and files. */

/** A number of an objective with three digits. */
export function objectiveFigure(value: number | undefined, digits = 3): string {
  if (value === undefined || !Number.isFinite(value)) return '-';
  const size = Math.abs(value);
  if (size < 1e-9) return '0';
  return size < 0.001 ? value.toExponential(digits - 1) : value.toPrecision(digits);
}

/** ... with its range where there is one. */
export function objectiveRange(id: ObjectiveId, point: DesignPoint): string {
  const at = point.objectives[id];
  if (at === undefined) return '-';
  return at.low === undefined || at.high === undefined
    ? objectiveFigure(at.value)
    : `${objectiveFigure(at.value)} [${objectiveFigure(at.low, 2)}, ${objectiveFigure(at.high, 2)}]`;
}

/** Points that are nowhere worse than the text as it stands, and somewhere better. */
function improvements({ points, given, objectives }: DesignResult): readonly DesignPoint[] {
  const gain = (point: DesignPoint, { id, better }: Objective): number =>
    (better === 'high' ? 1 : -1) * ((point.objectives[id]?.value ?? 0) - (given.objectives[id]?.value ?? 0));
  return points.filter((point) => objectives.every((one) => gain(point, one) >= 0) && objectives.some((one) => gain(point, one) > 0));
}

/** Where the text as it stands is, in sentences: what it misses, and which points are better in everything. */
export function givenSentences(found: DesignResult, nameOf: (state: string) => string): readonly string[] {
  const { given, demands, points } = found;
  const missed = demands.filter(({ id }) => given.misses.includes(id)).map(({ words }) => words);
  const worse = given.members.filter(({ net }) => net < 0).map(({ state }) => nameOf(state));
  const better = improvements(found).map(({ id }) => id);
  return [
    ...(missed.length > 0
      ? [
          `The text as it stands does not meet: ${both(missed)}${worse.length > 0 && given.misses.includes('better-in') ? `; it costs ${both(worse)} more than it is worth to ${worse.length === 1 ? 'it' : 'them'}` : ''}.`,
        ]
      : []),
    ...(better.length > 0
      ? [`Better than the text as it stands in something and worse in nothing: ${both(better)}.`]
      : points.length > 0
        ? ['None shown is better than the text as it stands without being worse in something.']
        : []),
  ];
}

/** "6,804,000 ways to write it, 1,012 of them assessed: NSGA-II ...; a front of 148, of which 10 are shown." */
export function searchSentence(found: DesignResult): string {
  const { space, evaluations, methodWords, front, points, stopped } = found;
  const size = space.toLocaleString('en-US');
  const shown = points.length === front.length ? '' : `, of which ${points.length} are shown`;
  const kept = front.length === 0 ? 'none of them meets every demand' : `a front of ${front.length}${shown}`;
  return `${size} ways to write it, ${evaluations.toLocaleString('en-US')} of them assessed: ${methodWords}; ${kept}.${stopped ? ' Stopped before it was done: this is what was found so far.' : ''}`;
}

/** "Random search of equal cost dominates 34 % of what there is to be had, this one 46 %." */
export function comparisonSentence({ comparison }: DesignResult): string | undefined {
  if (comparison === undefined) return undefined;
  const { found, random, evaluations } = comparison;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return `Of the box between the worst and the best found, the front dominates ${percent(found)}; that of a random search of equal cost (${evaluations.toLocaleString('en-US')} assessments) ${percent(random)}.`;
}

/** What stands in the way of a treaty that meets all demands, in sentences. */
export function infeasibleSentences({ infeasible }: DesignResult, nameOf: (state: string) => string): readonly string[] {
  if (infeasible === undefined) return [];
  const { binding, worseOff, closest } = infeasible;
  return [
    binding.length === 0
      ? `No treaty looked at meets all demands, nor all but one. The nearest misses: ${both(closest.misses)}.`
      : `No treaty looked at meets all demands. ${binding.length === 1 ? 'What stands in the way' : 'Each of these alone stands in the way'}:`,
    ...binding.map(({ id, words, reaches }) => `${capitalized(words)} (${id}); ${reaches}.`),
    ...(worseOff.length > 0 ? [`In the nearest, ${both(worseOff.map(nameOf))} would be worse off than without the treaty.`] : []),
  ];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function pointRow(point: DesignPoint, objectives: readonly Objective[]): string {
  return row([
    point.id,
    point.title,
    ...objectives.map(({ id }) => objectiveRange(id, point)),
    point.holds === undefined ? '-' : `${Math.round(100 * point.holds)} %`,
  ]);
}

/** Name of a point's file: `nato-01.yaml`. */
export const pointFile = ({ treaty }: DesignResult, { id }: DesignPoint): string => `${treaty}-${id.padStart(2, '0')}.yaml`;

/** The design as a page in Markdown: the front, each point in words, what each objective costs the others. */
export function designMarkdown(found: DesignResult, nameOf: (state: string) => string): string {
  const { objectives, points, given, demands } = found;
  const lines = [
    `# ${found.name}: ${found.fresh ? 'ways to write it' : 'better ways to write it'}`,
    '',
    `As of ${found.date}. ${searchSentence(found)}`,
    '',
    `Proposed is what meets every demand: ${both(demands.map(({ words }) => words))}.`,
    '',
    ...givenSentences(found, nameOf).flatMap((sentence) => [sentence, '']),
    ...infeasibleSentences(found, nameOf).flatMap((sentence) => [sentence, '']),
    '## The front',
    '',
    row(['', '', ...objectives.map(({ title }) => title), 'meets all demands']),
    row(['---', '---', ...objectives.map(() => '---:'), '---:']),
    pointRow(given, objectives),
    ...points.map((point) => pointRow(point, objectives)),
    '',
    ...objectives.map(({ title, meaning, better }) => `- ${title}: ${meaning}; ${better === 'high' ? 'the more the better' : 'the less the better'}.`),
    '',
    found.draws === 0
      ? 'Central values.'
      : `Central values, with 90 % ranges over ${found.draws} draws (seed ${found.seed}); the last column is the share of draws in which every demand is met.`,
    '',
    ...points.flatMap((point) => [
      `## ${point.id}. ${point.title}`,
      '',
      ...(point.changes.length === 0 ? ['The text as it stands.'] : point.changes.map(({ title, to, from }) => `- ${title}: ${to}; it was: ${from}`)),
      '',
      `File: \`${pointFile(found, point)}\`.`,
      '',
    ]),
    ...(found.payoffs.length === 0
      ? []
      : [
          '## What the best of each costs',
          '',
          row(['best in', ...objectives.map(({ title }) => title)]),
          row(['---', ...objectives.map(() => '---:')]),
          ...found.payoffs.map(({ objective, objectives: at }) => row([OBJECTIVES[objective].title, ...objectives.map(({ id }) => objectiveFigure(at[id]))])),
          '',
        ]),
    ...[comparisonSentence(found)].flatMap((sentence) => (sentence === undefined ? [] : ['## The search', '', sentence, ''])),
    ...found.notes.flatMap((note) => [note, '']),
    `Facts ${found.versions.facts}, parameters of ${found.versions.parameters}, seed ${found.seed}.`,
    '',
  ];
  return lines.join('\n');
}

/** The points shown as rows, the given text first. */
export function designCsv(found: DesignResult): string {
  const { objectives, clauses } = found;
  const header = ['point', 'title', ...objectives.flatMap(({ id }) => [id, `${id}_low`, `${id}_high`]), 'holds', ...clauses.map(({ id }) => id)];
  const rows = [found.given, ...found.points].map((point) => [
    point.id,
    point.title,
    ...objectives.flatMap(({ id }) => {
      const at = point.objectives[id];
      return [at?.value ?? null, at?.low ?? null, at?.high ?? null];
    }),
    point.holds ?? null,
    ...clauses.map(({ values }, i) =>
      point.id === 'given' ? (values.find(({ given }) => given)?.id ?? 'as given') : (values[point.choices[i] ?? 0]?.id ?? ''),
    ),
  ]);
  return csv([header, ...rows.map((cells) => cells.map((one) => (one === null ? '' : String(one))))]);
}

/** A folder of the design: each point as a treaty, the page that tells them apart, and all of it for programs. */
export function designFolder(found: DesignResult, nameOf: (state: string) => string): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', designMarkdown(found, nameOf)],
    ['design.json', `${JSON.stringify(found, null, 2)}\n`],
    ...found.points.map((point) => [pointFile(found, point), point.text] as const),
  ]);
}
