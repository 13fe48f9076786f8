import { describe, expect, it } from 'vitest';
import { effortChart, effortTable } from '../../src/charts/effort.ts';
import { pledgeChart, pledgeTable, type PledgeFigure } from '../../src/charts/pledge.ts';
import { ranksChart, ranksTable } from '../../src/charts/ranks.ts';
import type { Element } from '../../src/charts/svg.ts';

const of = (drawing: readonly Element[], name: string, kind: string): Element[] =>
  drawing.filter(
    (one) =>
      one.name === name &&
      String(one.attributes['class'] ?? '')
        .split(' ')
        .includes(kind),
  );

describe('pledges', () => {
  const figure: PledgeFigure = {
    floor: 2,
    members: [
      { state: 'AAA', name: 'Arcadia', standing: 'missed', value: 1, year: 2024, estimate: false, before: { value: 1.5, year: 2014 } },
      { state: 'BBB', name: 'Borduria', standing: 'met', value: 4, year: 2025, estimate: true },
      { state: 'CCC', name: 'Costaguana', standing: 'no-reading', estimate: false },
      { state: 'DDD', name: 'Dinotopia', standing: 'at-risk', value: 1.8, year: 2024, estimate: false },
    ],
  };
  const { drawing, hits } = pledgeChart(figure, 500);

  it('draws met full, at risk half and missed hollow, and hatches what is missing', () => {
    expect([
      of(drawing, 'circle', 'dot').length,
      of(drawing, 'circle', 'ring').length,
      of(drawing, 'path', 'bar-ink').length,
      of(drawing, 'rect', 'hatch').length,
    ]).toEqual([1, 2, 1, 1]);
  });
  it('stands on one scale: the line at 2 is half way to the dot at 4', () => {
    const zero = Number(of(drawing, 'line', 'grid')[0]?.attributes['x1']);
    const floor = Number(of(drawing, 'line', 'rule-ink')[0]?.attributes['x1']);
    const met = Number(of(drawing, 'circle', 'dot')[0]?.attributes['cx']);
    expect(floor - zero).toBeCloseTo((met - zero) / 2);
  });
  it('opens every reading there is', () => {
    expect(hits.map(({ label }) => label)).toEqual(['Borduria: 4.00 percent, met', 'Dinotopia: 1.80 percent, at risk', 'Arcadia: 1.00 percent, missed']);
  });
  it('has the same in its table, the highest first and what is missing last', () => {
    expect(pledgeTable(figure).rows).toEqual([
      ['Borduria', '2025e', '4.00', 'met', 'missing'],
      ['Dinotopia', '2024', '1.80', 'at risk', 'missing'],
      ['Arcadia', '2024', '1.00', 'missed', '1.50 (2014)'],
      ['Costaguana', 'missing', 'missing', 'no figure', 'missing'],
    ]);
  });
});

describe('ranks', () => {
  const members = [
    { state: 'AAA', name: 'Arcadia', rank: 2, half: [1, 2] as const, most: [1, 3] as const, moved: -1, lacks: [] },
    { state: 'BBB', name: 'Borduria', rank: 1, half: [1, 2] as const, most: [1, 2] as const, moved: 1, lacks: ['Equipment'] },
    { state: 'CCC', name: 'Costaguana', rank: 3, half: [3, 3] as const, most: [2, 3] as const, moved: 0, lacks: [] },
  ];
  it('lists from the first rank, with the places moved and what is missing', () => {
    expect(ranksTable({ members }).rows).toEqual([
      ['Borduria', '1', '1 to 2', '+1', 'Equipment'],
      ['Arcadia', '2', '1 to 3', '−1', ''],
      ['Costaguana', '3', '2 to 3', '', ''],
    ]);
  });
  it('marks who lacks a figure and sets apart who moved', () => {
    const texts = ranksChart({ members }, 500).drawing.filter(({ name }) => name === 'text');
    expect(texts.find(({ children }) => children[0] === 'Borduria*')?.attributes['class']).toBe('name bold');
    expect(texts.find(({ children }) => children[0] === 'Costaguana')?.attributes['class']).toBe('name');
  });
});

describe('what members pay', () => {
  const members = [
    { state: 'AAA', name: 'Arcadia', paid: 1, nash: 1.5, apart: 1.6, efficient: 2 },
    { state: 'BBB', name: 'Borduria', paid: 3, nash: 1, apart: 1.2, efficient: 2 },
  ];
  it('has who pays most beyond its own choice first', () => {
    expect(effortTable({ members }).rows).toEqual([
      ['Borduria', '3.00', '1.00', '1.20', '2.00'],
      ['Arcadia', '1.00', '1.50', '1.60', '2.00'],
    ]);
  });
  it('draws a dot, a ring and a tick for each', () => {
    const { drawing } = effortChart({ members }, 500);
    expect(['dot', 'ring'].map((kind) => of(drawing, 'circle', kind).length)).toEqual([2, 2]);
    expect(of(drawing, 'line', 'mark').length).toBe(2);
  });
});
