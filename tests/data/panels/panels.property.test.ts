import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/core/table/table.ts';
import { cowList, panelOf, type Spell, type World } from './world.ts';

const FIRST = 1900;
const LAST = 1912;
const codes = [2, 20, 30, 41, 52];

const day = fc
  .tuple(fc.integer({ min: FIRST - 2, max: LAST - 3 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);

/** One or two spells of a state, apart. */
const life = (code: number): fc.Arbitrary<Spell[]> =>
  fc.uniqueArray(day, { minLength: 2, maxLength: 4 }).map((days) => {
    const [a = '', b = '', c, d] = days.toSorted();
    return c === undefined || d === undefined
      ? [[code, a, b]]
      : [
          [code, a, b],
          [code, c, d],
        ];
  });

const code = fc.constantFrom(...codes, 77);
const year = fc.integer({ min: FIRST - 3, max: LAST + 3 });
const coverage = fc.tuple(year, year).map(([a, b]): readonly [number, number] => [Math.min(a, b), Math.max(a, b)]);
const flag = fc.constantFrom(0, 1);

const pledges = fc.uniqueArray(
  fc.record({ ccode1: code, ccode2: code, year, atop_defense: flag, atop_offense: flag, atop_neutral: flag, atop_nonagg: flag, atop_consul: flag }),
  { selector: (row) => `${row.ccode1} ${row.ccode2} ${row.year}`, maxLength: 40 },
);
const disputes = fc.array(fc.record({ ccode1: code, ccode2: code, year, midonset: flag, midongoing: fc.constant(1) }), { maxLength: 30 });
const power = fc.uniqueArray(fc.record({ ccode: code, year, cinc: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  selector: (row) => `${row.ccode} ${row.year}`,
  maxLength: 40,
});
const neighbors = fc.array(
  fc.record({ ccode1: code, ccode2: code, conttype: fc.integer({ min: 1, max: 5 }), from: year, length: fc.integer({ min: 0, max: 6 }) }),
  { maxLength: 12 },
);

const within =
  ([first, last]: readonly [number, number]) =>
  (row: { readonly year: number }): boolean =>
    row.year >= first && row.year <= last;

const worlds: fc.Arbitrary<World> = fc
  .record({ lives: fc.tuple(...codes.map(life)), pledges, disputes, power, neighbors, covered: fc.tuple(coverage, coverage, coverage) })
  .map(({ lives, pledges: owed, disputes: fought, power: known, neighbors: near, covered: [a, b, c] }) => ({
    ...cowList(lives.flat()),
    // Rows of years are within what their source covers; spells may run over.
    'atop/directed-dyad-year': { coverage: a, rows: owed.filter(within(a)) },
    'gml/directed-dyad-year': { coverage: b, rows: fought.filter(within(b)) },
    'nmc/state-year': { rows: known },
    'contiguity/directed-spells': {
      coverage: c,
      rows: near.map(({ ccode1, ccode2, conttype, from, length }) => ({
        ccode1,
        ccode2,
        conttype,
        stdate: `${from}-01-01`,
        enddate: `${from + length}-01-01`,
      })),
    },
  }));

const add = ['atop', 'nmc', 'gml', 'contiguity', 'peace-years'];
const years = { first: FIRST, last: LAST };
const units = fc.constantFrom('state-year' as const, 'dyad-year' as const, 'directed-dyad-year' as const);

describe('panels of random worlds', () => {
  it('account for every row of every source', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, units, async (world, unit) => {
        // Of states, ATOP and GML are other tables.
        const { audit } = await panelOf(world, { unit, years, add: unit === 'state-year' ? ['nmc', 'gml', 'contiguity'] : add });
        for (const { rows, matched, dropped, duplicated, reasons, source, table } of audit) {
          expect(matched + dropped + duplicated).toBe(rows);
          expect(rows).toBe(world[`${source}/${table}`]?.rows.length);
          expect(reasons.reduce((sum, reason) => sum + reason.rows, 0)).toBe(dropped + duplicated);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are both directions of the undirected ones', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const directed = rowsOf((await panelOf(world, { unit: 'directed-dyad-year', years, add })).table);
        const dyads = rowsOf((await panelOf(world, { unit: 'dyad-year', years, add })).table);
        expect(directed).toHaveLength(2 * dyads.length);
        const byKey = new Map(directed.map((row) => [`${row['ccode1']} ${row['ccode2']} ${row['year']}`, row]));
        for (const dyad of dyads) {
          const forward = byKey.get(`${dyad['ccode1']} ${dyad['ccode2']} ${dyad['year']}`);
          const backward = byKey.get(`${dyad['ccode2']} ${dyad['ccode1']} ${dyad['year']}`);
          expect([dyad['atop_defense1'], dyad['atop_defense2']]).toEqual([forward?.['atop_defense'], backward?.['atop_defense']]);
          expect([dyad['cinc1'], dyad['cinc2']]).toEqual([forward?.['cinc1'], forward?.['cinc2']]);
          expect([backward?.['cinc2'], backward?.['cinc1']]).toEqual([forward?.['cinc1'], forward?.['cinc2']]);
          const either = [forward?.['gmlmidonset'], backward?.['gmlmidonset']];
          expect(dyad['gmlmidonset']).toBe(either.includes(null) ? null : Math.max(...either.map(Number)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('invent no zero outside the years a source covers, and leave no gap inside', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const rows = rowsOf((await panelOf(world, { unit: 'directed-dyad-year', years, add })).table);
        for (const [table, column] of [
          ['atop/directed-dyad-year', 'atop_consul'],
          ['contiguity/directed-spells', 'conttype'],
          ['gml/directed-dyad-year', 'gmlmidspell'],
        ] as const) {
          const [first, last] = world[table]?.coverage ?? [0, 0];
          for (const row of rows) {
            const covered = Number(row['year']) >= first && Number(row['year']) <= last;
            if (covered) expect(row[column]).not.toBeNull();
            else expect(row[column]).not.toBe(0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('have a pair exactly where a day-by-day count has one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...codes.map(life)), async (lives) => {
        const spells = lives.flat();
        const end = spells.reduce((latest, [, , to]) => (to > latest ? to : latest), '');
        const until = (to: string): string => (to === end ? '9999-12-31' : to);
        const rows = rowsOf((await panelOf(cowList(spells), { unit: 'dyad-year', years })).table).map(
          (row) => `${row['ccode1']} ${row['ccode2']} ${row['year']}`,
        );
        const expected = new Set<string>();
        for (const [a, from, to] of spells) {
          for (const [b, start, stop] of spells) {
            if (a >= b) continue;
            for (let one = FIRST; one <= LAST; one++) {
              const first = [from, start, `${one}-01-01`].reduce((latest, each) => (each > latest ? each : latest));
              const last = [until(to), until(stop), `${one}-12-31`].reduce((earliest, each) => (each < earliest ? each : earliest));
              if (first <= last) expected.add(`${a} ${b} ${one}`);
            }
          }
        }
        expect(rows.toSorted()).toEqual([...expected].toSorted());
      }),
      { numRuns: 100 },
    );
  });
});
