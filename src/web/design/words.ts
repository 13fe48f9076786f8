import { plain } from '../../charts/numbers.ts';
import type { FrontAxis } from '../../charts/front.ts';
import { OBJECTIVES, type ObjectiveId } from '../../core/explore/design/objectives.ts';
import type { DesignPoint, DesignResult } from '../../core/explore/design/result.ts';

/** A number of an objective as the page has it: a chance, or % of GDP. */
export function objectiveText(id: ObjectiveId, value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return 'not known';
  const share = OBJECTIVES[id].unit === 'chance' ? 100 * value : value;
  if (Math.abs(share) < 1e-5) return '0%';
  return `${share < 0 ? '−' : ''}${Number(Math.abs(share).toPrecision(3))}%`;
}

/** "1.9% (90%: −1.5 to 7)". */
export function objectiveWithRange(id: ObjectiveId, point: DesignPoint): string {
  const at = point.objectives[id];
  if (at === undefined) return 'not known';
  const range =
    at.low === undefined || at.high === undefined
      ? ''
      : ` (90%: ${objectiveText(id, at.low).replace('%', '')} to ${objectiveText(id, at.high).replace('%', '')})`;
  return `${objectiveText(id, at.value)}${range}`;
}

export const axisOf = (id: ObjectiveId): FrontAxis => ({
  title: OBJECTIVES[id].title,
  better: OBJECTIVES[id].better,
  scale: OBJECTIVES[id].unit === 'chance' ? 100 : 1,
  text: (value) => objectiveText(id, value),
});

/** Whether a point is better than the given text in an objective: 1, 0 or −1. */
export function gainOver(given: DesignPoint, point: DesignPoint, id: ObjectiveId): -1 | 0 | 1 {
  const [was, is] = [given.objectives[id]?.value ?? 0, point.objectives[id]?.value ?? 0];
  const gain = (OBJECTIVES[id].better === 'high' ? 1 : -1) * (is - was);
  return Math.abs(gain) < 1e-12 ? 0 : gain > 0 ? 1 : -1;
}

const count = (value: number): string => value.toLocaleString('en-US');

/** The answer in a sentence or two. */
export function answerSentence({ points, front, space, evaluations, method, stopped, given }: DesignResult): string {
  const looked =
    method === 'exhaustive'
      ? `All ${count(space)} ways to write it were assessed`
      : `Of ${space >= 1e6 ? `${plain(space / 1e6)} million` : count(space)} ways to write it ${count(evaluations)} were assessed`;
  const end = stopped ? ' The search was stopped: this is what it had found.' : '';
  if (front.length === 0) return `${looked}. None meets every demand.${end}`;
  const better = points.filter((point) => {
    const gains = Object.keys(OBJECTIVES).flatMap((id) => (id in point.objectives ? [gainOver(given, point, asId(id))] : []));
    return gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0);
  });
  const found =
    front.length === 1 ? 'One of them is not beaten in everything by another' : `${count(front.length)} of them are not beaten in everything by another`;
  const gain =
    better.length === 0
      ? given.misses.length > 0
        ? 'The text as it stands does not meet the demands.'
        : 'Each gives something up against the text as it stands.'
      : `${better.length === 1 ? `Point ${better[0]?.id ?? ''} is` : `Points ${better.map(({ id }) => id).join(', ')} are`} worse than the text as it stands in nothing.`;
  return `${looked}. ${found}. ${gain}${end}`;
}

const asId = (text: string): ObjectiveId => Object.values(OBJECTIVES).find(({ id }) => id === text)?.id ?? 'deterrence';
