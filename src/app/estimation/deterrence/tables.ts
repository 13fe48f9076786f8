import { numberColumn, type Table } from '../../../core/table/table.ts';
import { ERAS, inEra, multiplicity, pValue, type EraId, type Estimate } from './fits.ts';
import { COVERAGES, type Tried } from './tried.ts';
import { Z95 } from '../facts.ts';
import type { ResultTable } from '../section.ts';

/** An era that stands alone, not below another. */
export const eraWords = (era: EraId): string =>
  (ERAS.find(({ id }) => id === era)?.words ?? era).replace(/^\.\.\. without the/, '1816-1944 without the').replace(/^\.\.\. /, '');

const two = (value: number): string => value.toFixed(2);
/** Ends of the 95 % interval. */
export const between = (value: number, se: number): string => `${two(value - Z95 * se)}, ${two(value + Z95 * se)}`;

/** -0.60 [-0.95, -0.25] (-1.15, -0.05) */
function cell({ value, se, seStates }: Estimate): string {
  return `${two(value)} [${between(value, se)}]${seStates === undefined ? '' : ` (${between(value, seStates)})`}`;
}

const eraColumns = (eras: readonly EraId[]): string[] => eras.map((era) => ERAS.find(({ id }) => id === era)?.words ?? era);

/** A line for each thing asked, a column for each era. */
function byEra(tried: readonly Tried[], eras: readonly EraId[]): ResultTable['rows'] {
  const asked = [...new Set(tried.map(({ id, era }) => id.slice(0, -era.length - 1)))];
  return asked.map((id) => {
    const those = tried.filter((one) => one.id === `${id}.${one.era}`);
    const cells = eras.map((era) => {
      const found = those.find((one) => one.era === era);
      return found === undefined ? null : cell(found);
    });
    return [those[0]?.words ?? id, ...cells];
  });
}

/** What every reading of coverage comes to, era by era. */
export function coverageTable(tried: readonly Tried[]): ResultTable {
  const eras = ERAS.map(({ id }) => id);
  const counted = (of: (one: Tried) => number): (number | null)[] =>
    eras.map((era) => {
      const found = tried.find((one) => one.id === `applies_peace.${era}`);
      return found === undefined ? null : of(found);
    });
  return {
    id: 'coverage',
    title: 'Beginning a dispute, where the target has (log odds, 95 % by pair; by challenger and target)',
    columns: ['', ...eraColumns(eras)],
    rows: [
      ...byEra(
        tried.filter(({ family }) => family === 'coverage'),
        eras,
      ),
      ['begun', ...counted(({ events }) => events)],
      ['rows', ...counted(({ n }) => n)],
    ],
  };
}

/** Estimates of some families, a line for each. */
export function estimatesTable(id: string, title: string, tried: readonly Tried[], families: readonly string[]): ResultTable {
  const those = tried.filter(({ family }) => families.includes(family));
  const eras = ERAS.map((era) => era.id).filter((era) => those.some((one) => one.era === era));
  return { id, title, columns: ['', ...eraColumns(eras)], rows: byEra(those, eras) };
}

/** Estimates with p below .05, the least first, with what is left of it after Holm. */
export function triedTable(tried: readonly Tried[]): ResultTable {
  const standing = new Set(multiplicity(tried, 'pairs').standing);
  const rows = tried
    .map((one, at) => ({
      ...one,
      p: pValue(one.value, one.se),
      byStates: one.seStates === undefined ? null : pValue(one.value, one.seStates),
      stands: standing.has(at),
    }))
    .filter(({ p }) => p < 0.05)
    .toSorted((a, b) => a.p - b.p);
  return {
    id: 'tried',
    title: `Of ${tried.length} coefficients tried, those with p below .05 by pair`,
    columns: ['', 'years', 'log odds', 'p', 'p by challenger and target', 'after Holm'],
    rows: rows.map(({ words, family, era, value, p, byStates, stands }) => [
      `${family}: ${words.replace(/^\.\.\. /, '')}`,
      eraWords(era),
      two(value),
      p.toPrecision(2),
      byStates === null ? null : byStates.toPrecision(2),
      stands ? 'stands' : null,
    ]),
  };
}

/** How many are covered, and how often they are challenged, before anything is held. */
export function ratesTable(pairs: Table): ResultTable {
  const columns = ['ally_any', 'applies', 'applies_peace', 'placebo', 'placebo_peace', 'offense', 'neutral'] as const;
  const words: Readonly<Record<string, string>> = {
    ...COVERAGES,
    placebo: 'a promise whose conditions exclude the challenger, none that would apply',
    placebo_peace: '... both made in peace',
    offense: 'challenger promised help in this offensive',
    neutral: 'challenger promised neutrality in this war',
  };
  const eras: readonly EraId[] = ['to-1944-peace', 'since-1946'];
  const tables = eras.map((era) => inEra(pairs, era));
  return {
    id: 'rates',
    title: 'Disputes begun a year, in percent of rows, nothing held',
    columns: ['', ...eras.flatMap((era) => [`rows ${eraWords(era)}`, 'begun', '% with', '% without'])],
    rows: columns.map((name) => [
      words[name] ?? name,
      ...tables.flatMap((table) => {
        const [holds, begun] = [numberColumn(table, name).values, numberColumn(table, 'initiated').values];
        const [rows, events] = [
          [0, 0],
          [0, 0],
        ];
        for (let row = 0; row < table.rows; row++) {
          const which = holds[row] === 1 ? 1 : 0;
          rows[which] = (rows[which] ?? 0) + 1;
          events[which] = (events[which] ?? 0) + (begun[row] ?? 0);
        }
        const rate = (which: number): number => (100 * (events[which] ?? 0)) / (rows[which] ?? 0);
        return [rows[1] ?? 0, events[1] ?? 0, rate(1), rate(0)];
      }),
    ]),
  };
}

/** The main equation in full, by era, errors by pair. */
export function equationTable(tried: readonly Tried[]): ResultTable {
  const fits = ERAS.flatMap(({ id }) => tried.find((one) => one.id === `applies_peace.${id}`) ?? []);
  const names = [...new Set(fits.flatMap(({ equation }) => equation.names))];
  return {
    id: 'equation',
    title: 'The equation of a promise made in peace that would apply: log odds (standard error by pair)',
    columns: ['', ...eraColumns(fits.map(({ era }) => era))],
    rows: [
      ...names.map((name) => [
        name,
        ...fits.map(({ equation: { names: own, beta, pairs } }) => {
          const at = own.indexOf(name);
          return at === -1 ? null : `${two(beta[at] ?? Number.NaN)} (${two(pairs.se[at] ?? Number.NaN)})`;
        }),
      ]),
      ['log-likelihood', ...fits.map(({ equation: { logLik } }) => two(logLik))],
    ],
  };
}
