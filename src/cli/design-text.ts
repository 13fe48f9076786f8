import { comparisonSentence, givenSentences, infeasibleSentences, objectiveFigure, objectiveRange, searchSentence } from '../app/design-files.ts';
import { OBJECTIVES } from '../core/explore/design/objectives.ts';
import type { DesignPoint, DesignResult } from '../core/explore/design/result.ts';
import { formatDate } from '../core/states/dates.ts';
import { both } from '../core/text/sentence.ts';
import { count, figuresTable, wrap, type Style } from './style.ts';

/** A design as text: the front in one table, each point in words, what the best of each costs; with `explain`, what each clause does by itself. */
export function designText(found: DesignResult, nameOf: (state: string) => string, style: Style, explain: boolean): string {
  const { demands, points } = found;
  const ranges =
    found.draws === 0
      ? 'Central values.'
      : `Central values, with 90 % ranges over ${count(found.draws, 'draw')} (seed ${found.seed}); holds: share of draws in which every demand is met.`;
  const comparison = comparisonSentence(found);
  return [
    style.bold(`${found.name}, ${formatDate(found.date)}: ${found.fresh ? 'ways to write it' : 'better ways to write it'}`),
    '',
    wrap(searchSentence(found), 0),
    wrap(`Demanded: ${both(demands.map(({ words }) => words))}.`, 0),
    '',
    ...givenSentences(found, nameOf).map((sentence) => wrap(sentence, 0)),
    ...infeasibleSentences(found, nameOf).map((sentence) => wrap(sentence, 0)),
    ...(found.infeasible === undefined ? [] : ['']),
    frontText(found, style),
    wrap(`${found.objectives.map(({ title, meaning }) => `${title}: ${meaning}.`).join(' ')} ${ranges}`, 0),
    '',
    ...[...points, ...(found.infeasible === undefined ? [] : [found.infeasible.closest])].flatMap((point) => [pointText(point, found, style), '']),
    payoffText(found, style),
    ...(explain ? [clausesText(found, style)] : []),
    ...(comparison === undefined ? [] : [wrap(comparison, 0)]),
    ...found.notAsked.map(({ id, reason }) => wrap(`Not asked: ${id}: ${reason}.`, 0)),
    ...found.notes.map((note) => wrap(note, 0)),
    '',
  ].join('\n');
}

function frontText({ objectives, given, points, infeasible }: DesignResult, style: Style): string {
  const header = ['', ...objectives.map(({ title }) => title.toLowerCase()), 'holds', ''];
  const row = (point: DesignPoint): string[] => [
    point.id,
    ...objectives.map(({ id }) => objectiveFigure(point.objectives[id]?.value)),
    point.holds === undefined ? '-' : point.holds.toFixed(2).replace(/^0/, ''),
    point.misses.length === 0 ? point.title : `${point.title} (misses ${both(point.misses)})`,
  ];
  return figuresTable([header.map((one) => style.bold(one)), row(given), ...points.map(row), ...(infeasible === undefined ? [] : [row(infeasible.closest)])]);
}

function pointText(point: DesignPoint, { objectives, draws }: DesignResult, style: Style): string {
  const { id, title, changes } = point;
  const lines = changes.length === 0 ? ['The text as it stands.'] : changes.map((one) => `${one.title}: ${one.to} (it was: ${one.from})`);
  const ranges = draws === 0 ? [] : [objectives.map((one) => `${one.title.toLowerCase()} ${objectiveRange(one.id, point)}`).join(', ')];
  return [`${style.bold(id)} ${title}`, ...[...lines, ...ranges].map((line) => wrap(line, 2))].join('\n');
}

function payoffText({ payoffs, objectives }: DesignResult, style: Style): string {
  if (payoffs.length === 0) return '';
  const rows = payoffs.map(({ objective, objectives: at }) => [
    OBJECTIVES[objective].title.toLowerCase(),
    ...objectives.map(({ id }) => objectiveFigure(at[id])),
  ]);
  return `${style.bold('What the best of each costs the others')}\n${figuresTable([['best in', ...objectives.map(({ title }) => title.toLowerCase())], ...rows])}`;
}

function clausesText({ clauses, objectives }: DesignResult, style: Style): string {
  const rows = clauses.flatMap(({ id, values }) =>
    values.map((value) => [id, value.given ? `${value.id} (given)` : value.id, ...objectives.map((one) => objectiveFigure(value.objectives[one.id]))]),
  );
  return `${style.bold('What each clause does by itself')}\n${figuresTable([['clause', 'value', ...objectives.map(({ title }) => title.toLowerCase())], ...rows])}`;
}
