import { describe, expect, it } from 'vitest';
import { convertCode } from '../../../../src/core/states/codes.ts';
import { createRegistry } from '../../../../src/core/states/registry.ts';
import { tableFromRows } from '../../../../src/core/table/from-rows.ts';
import { columnOf } from '../../../../src/core/table/table.ts';
import { AMBIGUOUS_CODE, NO_CODE, UNKNOWN_CODE, createCodeBook } from '../../../../src/data/panels/system/codes.ts';
import { createStateSystem } from '../../../../src/data/panels/system/state-system.ts';
import { catalogStates } from '../../../support/states.ts';

const states = catalogStates();
const registry = createRegistry(states);
const numbers = (system: 'cow' | 'gw'): number[] =>
  [...new Set(states.flatMap((state) => (state[system] ?? []).map(({ number }) => number)))].sort((a, b) => a - b);
const systemOf = (id: 'cow' | 'gw') =>
  createStateSystem(
    id,
    numbers(id).map((code) => ({ code, abbreviation: '', name: '', from: 1816_01_01, to: 2016_12_31 })),
  );

describe('codes of the registry, as of the year', () => {
  it.each([
    ['cow', 'gw', numbers('cow').map(String)],
    ['gw', 'cow', numbers('gw').map(String)],
    ['iso3', 'cow', states.map(({ id }) => id)],
    ['name', 'gw', states.map(({ name }) => name)],
  ] as const)('are from %s to %s what foedus codes says', (from, to, codes) => {
    const system = systemOf(to);
    const numeric = from === 'cow' || from === 'gw';
    const column = columnOf(
      tableFromRows(
        { code: numeric ? 'int16' : 'text' },
        codes.map((code) => ({ code: numeric ? Number(code) : code })),
      ),
      'code',
    );
    if (column === undefined) throw new Error('no column');
    // Asked out of order: what is remembered of one year must not be taken for another.
    const years = [1990, 1816, 1918, 2006, 1871, 1945, 1955, 1861, 2016];
    const resolver = createCodeBook(system, states).resolver(column, from);
    for (const year of years) {
      codes.forEach((code, row) => {
        const found = new Set(convertCode(registry, code, { from, to, year }).matches.map(({ value }) => value));
        const [only] = found;
        const expected = found.size > 1 ? AMBIGUOUS_CODE : only === undefined ? UNKNOWN_CODE : system.indexOf(Number(only));
        expect({ code, year, state: resolver.state(row, year) }).toEqual({ code, year, state: expected });
      });
    }
  });

  it('are none where the row names none', () => {
    const column = columnOf(tableFromRows({ code: 'text' }, [{ code: null }]), 'code');
    if (column === undefined) throw new Error('no column');
    expect(createCodeBook(systemOf('cow'), states).resolver(column, 'iso3').state(0, 1990)).toBe(NO_CODE);
  });
});
