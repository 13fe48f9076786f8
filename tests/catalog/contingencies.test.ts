import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/app/build-catalog.ts';
import { readYaml } from '../../src/app/read-yaml.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { contingenciesOn, contingencySchema, type Contingency } from '../../src/core/facts/contingencies.ts';
import { areBordering, parseBorders } from '../../src/core/facts/relations.ts';
import { completeEvent } from '../../src/core/law/event.ts';
import { createLaw } from '../../src/core/law/law.ts';
import type { Verdict } from '../../src/core/law/types.ts';
import { normalizeDate } from '../../src/core/states/dates.ts';
import { createWorld, type World } from '../../src/core/states/world.ts';
import { countryShapes } from '../support/catalog-world.ts';

/** The contingencies of the catalog: sound, on dates when their states exist, and each a question the law can answer. */

const ROOT = path.join(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'catalog/contingencies');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));

function read(file: string): Contingency {
  const result = readYaml(readFileSync(path.join(FOLDER, file), 'utf8'), file, contingencySchema);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.value;
}

const contingencies = files.map(read);
const TODAY = '2025-06-01';

let catalog: Catalog;
let world: World;

beforeAll(() => {
  catalog = buildCatalog(path.join(ROOT, 'catalog'));
  world = createWorld(catalog, countryShapes());
}, 60_000);

/** What every treaty of the catalog, or those with the ids, asks in a contingency on a date. */
function ask({ challenger, target, place, at, domain, kind, intensity }: Contingency, date: string, only?: readonly string[]): Verdict {
  const completed = completeEvent(
    {
      attackers: [challenger],
      target,
      date,
      domain,
      kind: kind === 'cyber' ? 'cyber-attack' : 'armed-attack',
      ...(place !== undefined && { place }),
      ...(at !== undefined && { at }),
      ...(intensity !== undefined && { intensity }),
    },
    world,
  );
  if (!completed.ok) throw new Error(completed.problem.message);
  return createLaw(only === undefined ? catalog.treaties : catalog.treaties.filter(({ id }) => only.includes(id)), world).trigger(completed.event);
}

const firstDay = ({ from }: Contingency): string => normalizeDate(from);
/** A day in the last month of the span, or today's. */
function lastDay({ from, until }: Contingency): string {
  if (until === undefined) return TODAY;
  const [year = 0, month = 1, day = 1] = normalizeDate(until).split('-').map(Number);
  return [new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10), from].toSorted()[1] ?? from;
}

describe.each(files)('%s', (file) => {
  const one = read(file);

  it('is named for its id', () => {
    expect(file).toBe(`${one.id}.yaml`);
  });

  it('can be asked of the law on its first and its last day', () => {
    for (const date of [firstDay(one), lastDay(one)]) {
      const verdict = ask(one, date);
      expect(verdict.event.attackers).toEqual([one.challenger]);
      expect(verdict.event.place.lat, 'a place known to the gazetteer').toBeTypeOf('number');
    }
  });

  it('gives either a place or a point, a place of the gazetteer', () => {
    expect(one.place !== undefined && one.at !== undefined).toBe(false);
    if (one.place !== undefined) expect(catalog.territories.some(({ id }) => id === one.place)).toBe(true);
  });

  it('holds numbers within sense', () => {
    const { challenger, target, others = {} } = one.stakes;
    for (const { low, high } of [challenger, target, ...Object.values(others)]) expect([low >= 0, high <= 1]).toEqual([true, true]);
    const days = one.fait_accompli_days === undefined ? [one.warning_days] : [one.warning_days, one.fait_accompli_days];
    for (const { low } of days) expect(low).toBeGreaterThanOrEqual(0);
    for (const { low, high } of [one.loss.target_gdp, ...(one.loss.ally_gdp === undefined ? [] : [one.loss.ally_gdp])]) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(60);
    }
    expect(one.frequency.per_year.low).toBeGreaterThan(0);
    expect(one.frequency.per_year.high).toBeLessThanOrEqual(3);
  });

  it('has stakes of other states that exist then and are not its parties', () => {
    const others = Object.keys(one.stakes.others ?? {});
    expect(others).not.toContain(one.challenger);
    expect(others).not.toContain(one.target);
    expect(others.filter((state) => ![firstDay(one), lastDay(one)].some((date) => world.existsOn(state, date)))).toEqual([]);
  });

  it('has a rate near the fraction it was counted from, where it gives one', () => {
    const { basis, per_year } = one.frequency;
    const fraction = /(\d*\.?\d+)\/(\d+)/.exec(basis);
    const counted = fraction === null ? per_year.value : Number(fraction[1]) / Number(fraction[2]);
    expect(per_year.value / counted, basis).toBeGreaterThan(0.5);
    expect(per_year.value / counted, basis).toBeLessThan(1.5);
    if (fraction === null) expect(basis).toMatch(/count|taken|years?/);
  });
});

describe('the contingencies together', () => {
  it('have ids of their own and cover past and present, and every kind', () => {
    expect(new Set(contingencies.map(({ id }) => id)).size).toBe(files.length);
    expect(files.length).toBeGreaterThanOrEqual(28);
    expect(new Set(contingencies.map(({ kind }) => kind))).toEqual(new Set(['regular', 'hybrid', 'cyber', 'space']));
    for (const date of ['1816-12-31', '1879-12-31', '1894-12-31', '1913-12-31', '1938-12-31', '1955-12-31', '1962-12-31', '1985-12-31', TODAY]) {
      expect(contingenciesOn(contingencies, date).length, date).toBeGreaterThanOrEqual(2);
    }
  });

  it('are named in the table of docs/contingencies.md, each in a row', () => {
    const page = readFileSync(path.join(ROOT, 'docs/contingencies.md'), 'utf8');
    expect(contingencies.filter(({ id }) => !page.includes(`| ${id} |`)).map(({ id }) => id)).toEqual([]);
  });
});

/** Treaties of the first assessments, on their dates; those that promise nothing in any case are asked for contingencies among their parties alone. */
const ASSESSED: readonly (readonly [treaty: string, date: string])[] = [
  ['nato', TODAY],
  ['nato', '1985-12-31'],
  ['nato', '2024-12-31'],
  ['anzus', TODAY],
  ['us-japan-1960', TODAY],
  ['us-rok-1953', TODAY],
  ['csto', TODAY],
  ['eu-42-7', TODAY],
  ['russia-dprk-2024', TODAY],
  ['warsaw-pact', '1985-12-31'],
  ['franco-russian-1894', '1913-12-31'],
  ['quadruple-1815', '1816-12-31'],
];

describe.each(ASSESSED)('%s on %s', (treaty, date) => {
  it('is owed in two contingencies at least', () => {
    const owed = contingenciesOn(contingencies, date).filter((one) =>
      ask(one, date, [treaty]).duties.some(({ action }) => action === 'defend' || action === 'assist' || action === 'consult'),
    );
    expect(owed.length, owed.map(({ id }) => id).join(', ')).toBeGreaterThanOrEqual(2);
  });

  it('asks for defense or aid in one at least', () => {
    const owed = contingenciesOn(contingencies, date).flatMap((one) => ask(one, date, [treaty]).duties.filter(({ action }) => action === 'defend' || action === 'assist'));
    expect(owed.length).toBeGreaterThan(0);
  });
});

describe.each(['aukus', 'quad'])('%s', (id) => {
  it('finds a party the target of two contingencies, in which it promises nothing', () => {
    const parties = catalog.treaties.find((treaty) => treaty.id === id)?.parties.map(({ state }) => state) ?? [];
    const of = contingenciesOn(contingencies, TODAY).filter(({ target }) => parties.includes(target));
    expect(of.length).toBeGreaterThanOrEqual(2);
    expect(of.flatMap((one) => ask(one, TODAY, [id]).duties)).toEqual([]);
  });
});

describe('the letter of a treaty in a contingency', () => {
  it.each([
    ['germany-france-1871', '1913-12-31', 'franco-russian-1894', ['defend']],
    ['germany-belgium-1871', '1913-12-31', 'london-1839', ['defend']],
    ['russia-austria-1879', '1913-12-31', 'dual-1879', ['defend']],
    ['france-italy-1882', '1894-12-31', 'triple-1882', ['defend']],
    ['germany-czechoslovakia-1938', '1938-09-15', 'franco-czechoslovak-1925', ['defend']],
    ['israel-egypt-1966', '1967-06-05', 'egypt-syria-1966', ['defend']],
    ['ussr-norway-1949', '1985-12-31', 'nato', ['defend']],
    ['nato-east-germany-1955', '1985-12-31', 'warsaw-pact', ['defend']],
    ['ussr-west-berlin-1955', '1962-12-31', 'nato', ['consult']],
    ['argentina-falklands-1965', '1982-04-02', 'nato', ['consult']],
    ['russia-lithuania-suwalki', TODAY, 'nato', ['defend']],
    ['poland-belarus', TODAY, 'csto', ['defend']],
    ['afghanistan-tajikistan', TODAY, 'csto', ['defend']],
    ['turkey-greece', TODAY, 'eu-42-7', ['assist']],
    ['china-japan-senkaku', TODAY, 'us-japan-1960', ['defend']],
    ['china-guam', TODAY, 'anzus', ['defend']],
    ['china-guam', TODAY, 'nato', ['consult']],
    ['china-philippines-scs', TODAY, 'us-philippines-1951', ['defend']],
    ['ukraine-russia-kursk', TODAY, 'russia-dprk-2024', ['defend']],
    ['cyber-estonia', TODAY, 'nato', ['defend']],
    ['space-us-satellites', TODAY, 'nato', ['defend']],
    ['baltic-cables', TODAY, 'nato', ['consult']],
    ['china-lithuania-trade', TODAY, 'eu-42-7', []],
    ['china-taiwan', TODAY, 'us-japan-1960', []],
    ['russia-moldova', TODAY, 'nato', []],
  ])('%s on %s: %s asks %j', (id, date, treaty, expected) => {
    const one = contingencies.find((row) => row.id === id);
    if (one === undefined) throw new Error(`no contingency ${id}`);
    const actions = new Set(ask(one, date, [treaty]).duties.flatMap(({ action, toward }) => (toward === one.target && action !== 'not-attack' ? [action] : [])));
    const strongest = actions.size > 1 ? [...actions].filter((action) => action !== 'consult') : [...actions];
    expect(strongest).toEqual(expected);
  });
});

describe('neighbors', () => {
  const file = 'catalog/relations/borders.csv';
  const { rows } = parseBorders(readFileSync(path.join(ROOT, file), 'utf8'), file);

  it.each([
    ['germany-france-1871', true],
    ['russia-austria-1879', true],
    ['austria-serbia-1903', true],
    ['germany-belgium-1871', true],
    ['germany-poland-1939', true],
    ['ussr-west-germany-1985', false],
    ['nato-east-germany-1955', true],
    ['dprk-rok', true],
    ['russia-estonia', true],
    ['russia-lithuania-suwalki', true],
    ['russia-poland', true],
    ['russia-finland', true],
    ['russia-norway-svalbard', true],
    ['russia-moldova', false],
    ['ukraine-russia-kursk', true],
    ['poland-belarus', true],
    ['azerbaijan-armenia', true],
    ['afghanistan-tajikistan', true],
    ['tajikistan-kyrgyzstan', true],
    ['turkey-greece', true],
    ['china-india', true],
    ['china-vietnam', true],
    ['iraq-kuwait-1961', true],
    ['venezuela-guyana', true],
    ['china-taiwan', false],
    ['iran-saudi', false],
  ])('%s: a land border is %s on the last day', (id, expected) => {
    const one = contingencies.find((row) => row.id === id);
    expect(one && areBordering(rows, one.challenger, one.target, lastDay(one))).toBe(expected);
  });
});
