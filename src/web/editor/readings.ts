import { percent, points, signed } from '../../charts/numbers.ts';
import type { AllyAssessment, Assessment, ContingencyAssessment, Interval } from '../../core/assess/assessment.ts';

/** One number of a draft's assessment. */
export interface Reading {
  readonly id: string;
  readonly label: string;
  /** Whose it is, where it is somebody's. */
  readonly whose: string | null;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly words: (value: number) => string;
  /** Of a difference between two texts. */
  readonly change: (value: number) => string;
}

const boundBy = (treaty: string, { promises }: AllyAssessment): boolean =>
  promises.some((one) => one.treaty === treaty || one.treaty.startsWith(`${treaty}--`));

const range = ({ low, high }: Interval): Pick<Reading, 'low' | 'high'> => ({ low, high });
const inPoints = (value: number): string => `${points(value)} points`;

/** The numbers a draft comes down to: in one contingency, and over all of them once those are known. */
export function readingsOf(found: ContingencyAssessment, whole: Assessment | null, treaty: string, nameOf: (state: string) => string): readonly Reading[] {
  const allies = found.allies.filter(({ side }) => side === 'target');
  const bound = allies.filter((ally) => boundBy(treaty, ally));
  const trapped = bound
    .filter(({ entrapmentGivenWar }) => entrapmentGivenWar !== undefined)
    .toSorted((a, b) => (b.entrapmentGivenWar?.value ?? 0) - (a.entrapmentGivenWar?.value ?? 0))[0];
  const surest = bound.toSorted((a, b) => b.honors.with.value - a.honors.with.value)[0];
  const poorest = whole?.balance.toSorted((a, b) => a.net.value - b.net.value)[0];
  const chance = { words: percent, change: inPoints };
  return [
    { id: 'challenge', label: 'Challenge in a year', whose: null, value: found.challenge.with.value, ...range(found.challenge.with), ...chance },
    ...(surest === undefined
      ? []
      : [{ id: 'honors', label: 'Likeliest to come', whose: nameOf(surest.state), value: surest.honors.with.value, ...range(surest.honors.with), ...chance }]),
    {
      id: 'entrapment',
      label: 'Entrapment, given war',
      whose: trapped === undefined ? null : nameOf(trapped.state),
      value: trapped?.entrapmentGivenWar?.value ?? 0,
      ...(trapped?.entrapmentGivenWar === undefined ? {} : range(trapped.entrapmentGivenWar)),
      ...chance,
    },
    ...(poorest === undefined
      ? []
      : [
          {
            id: 'worth',
            label: 'Least worth, % of own GDP a year',
            whose: nameOf(poorest.state),
            value: poorest.net.value,
            ...range(poorest.net),
            words: signed,
            change: signed,
          },
        ]),
    ...(whole?.allRatify === undefined ? [] : [{ id: 'ratify', label: 'All ratify', whose: null, value: whole.allRatify, ...chance }]),
  ];
}
