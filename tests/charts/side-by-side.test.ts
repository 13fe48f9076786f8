import { describe, expect, it } from 'vitest';
import { sharesChart, sharesFinding, sharesTable } from '../../src/charts/shares.ts';
import { differenceChart, laneChart, sideChart, sideTable, type SideBySide } from '../../src/charts/side-by-side.ts';
import { write, type Element } from '../../src/charts/svg.ts';
import { comparisonFinding, sayDifference, sayValue } from '../../src/explain/compare-figures.ts';
import type { ComparedRow, Comparison } from '../../src/core/explore/compare.ts';

const text = ({ drawing }: { readonly drawing: readonly Element[] }): string => drawing.map((one) => write(one)).join('\n');
const count = (written: string, piece: RegExp): number => [...written.matchAll(piece)].length;
const [say, sayMore] = [sayValue('chance'), sayDifference('chance')];

const DATA: SideBySide = {
  subjects: ['Pact', 'Hub'],
  rows: [
    {
      title: 'Chance of coming',
      values: [
        { value: 0.1, low: 0.05, high: 0.2, half: [0.08, 0.15] },
        { value: 0.54, low: 0.2, high: 0.9, half: [0.4, 0.7] },
      ],
      differences: [null, { value: 0.44, low: 0.16, high: 0.7, half: [0.3, 0.6] }],
      say,
      sayDifference: sayMore,
    },
    { title: 'Days', values: [{ value: 4.9 }, null], differences: [null, null], say: String, sayDifference: String },
  ],
};

describe('treaties side by side', () => {
  it('have a hollow dot for the first, a solid one for each other, and say what is missing', () => {
    const written = text(sideChart(DATA, 640));
    expect([count(written, /class="ring"/g), count(written, /class="dot"/g), count(written, />missing</g)]).toEqual([2, 1, 1]);
    expect(written).toContain('>54%<');
  });

  it('differences stand left or right of none', () => {
    const written = text(differenceChart(DATA, 640));
    const [zero = NaN] = [...written.matchAll(/class="axis" x1="([\d.]+)"/g)].map(([, x]) => Number(x));
    const [dot = NaN] = [...written.matchAll(/class="dot" cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(dot).toBeGreaterThan(zero);
    expect(written).toContain('>+44 points<');
  });

  it('the table holds the same in the same order', () => {
    const { head, rows } = sideTable(DATA);
    expect(head).toEqual(['Number', 'Pact', '90%', 'Hub', '90%', 'Hub, difference', '90%']);
    expect(rows[0]).toEqual(['Chance of coming', '10%', '5.0% to 20%', '54%', '20% to 90%', '+44 points', '+16 points to +70 points']);
    expect(rows[1]?.slice(3)).toEqual(['missing', '', 'missing', '']);
  });

  it('lanes of members share a scale', () => {
    const written = text(
      laneChart(
        [1, 2].map((value) => ({ name: `State ${value}`, of: { value }, text: String(value) })),
        400,
      ),
    );
    const dots = [...written.matchAll(/class="dot" cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(dots[1]).toBeGreaterThan(dots[0] ?? Infinity);
  });
});

describe('shares of a variance', () => {
  const groups = [
    { name: 'Tripwires', first: { value: 0.6, low: 0.5, high: 0.7 }, total: { value: 0.63, low: 0.56, high: 0.72 }, always: true },
    { name: 'Estimates', first: { value: -0.02, low: -0.1, high: 0.1 }, total: { value: 0.26, low: 0.2, high: 0.3 }, always: false },
    { name: 'κ', first: { value: 0 }, total: { value: 0 }, always: true },
  ];

  it('are bars for those that make one, solid alone, hollow with all it meets', () => {
    const written = text(sharesChart({ groups }, 800));
    expect([count(written, /class="hollow"/g), count(written, /class="solid"/g)]).toEqual([2, 1]);
    expect(written).toContain('−0.02, 0.26');
    expect(sharesFinding({ groups })).toBe('Tripwires: most of the variance');
    expect(sharesTable({ groups }).rows).toHaveLength(3);
  });

  it('beyond those shown only what is always shown stays', () => expect(count(text(sharesChart({ groups, shown: 1 }, 800)), /class="name"/g)).toBe(2));
});

describe('the finding', () => {
  const row = (id: string, value: number, low: number, high: number): ComparedRow => ({
    id,
    title: id,
    unit: id === 'spared' ? 'a year' : 'chance',
    values: [],
    differences: [null, { value, low, high }],
  });
  const of = (rows: readonly ComparedRow[]): string => {
    const subject = { treaty: 'x', date: '2025-06-01', form: 'pact', inForce: true, members: [], contingencies: [], notAsked: [] };
    const found: Comparison = {
      subjects: [
        { ...subject, label: 'One' },
        { ...subject, label: 'Two' },
      ],
      rows,
      cases: [],
      texts: [],
      draws: 10,
      seed: 1,
      converged: true,
      method: '',
      versions: { facts: '', parameters: '' },
    };
    return comparisonFinding(found);
  };

  it('names the one that does more, or says that the draws cannot tell', () => {
    expect(of([row('honors', -0.25, -0.39, -0.08)])).toBe('One has allies likelier to come, by 25 points; 90%: 8.0 to 39.');
    expect(of([row('prevail', 0.05, 0.01, 0.1)])).toBe('Two makes it likelier that the target’s side prevails, by 5.0 points; 90%: 1.0 to 10.');
    expect(of([row('spared', -0.001, -0.005, 0.004)])).toBe('The draws cannot tell which spares more challenges (−0.10 a century; 90%: −0.50 to +0.40).');
    expect(of([row('spared', 0, 0, 0)])).toBe('Nothing tells which spares more challenges: there is no difference.');
  });
});
