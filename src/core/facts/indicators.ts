import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema-words.ts';
import { prose } from './estimate.ts';

/** What is told of a state in a year, with its unit. */
export const INDICATORS = {
  gdp: 'billion current US dollars, at market rates',
  'gdp-ppp': 'billion international dollars, at purchasing power',
  'gdp-growth': '% a year, real',
  debt: '% of GDP, general government, gross',
  population: 'millions',
  defense: 'billion current US dollars',
  'defense-share': '% of GDP',
  'equipment-share': '% of defense expenditure',
  personnel: 'thousands, active armed forces',
} as const;
export type IndicatorName = keyof typeof INDICATORS;
const NAMES = Object.keys(INDICATORS);
const isName = (text: string): text is IndicatorName => NAMES.includes(text);

/** One figure, rounded, with the source it was read from. */
export interface Indicator {
  readonly state: string;
  readonly year: number;
  readonly indicator: IndicatorName;
  readonly value: number;
  /** Id of `sources.yaml`. */
  readonly source: string;
  readonly note?: string;
}

/** `catalog/indicators/sources.yaml`: the publications figures were read from. */
export const indicatorSourcesSchema = z.record(
  z.string(),
  z.strictObject({ title: prose, publisher: prose, edition: prose.optional(), url: z.url().optional(), terms: prose.optional() }),
);
export type IndicatorSources = z.infer<typeof indicatorSourcesSchema>;

const HEADER = 'state,year,indicator,value,source,note';

/** The figures of one CSV file with the header `state,year,indicator,value,source,note`, and what is wrong in it, line by line. */
export function parseIndicators(text: string, file: string): { readonly rows: readonly Indicator[]; readonly faults: readonly string[] } {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const rows: Indicator[] = [];
  const faults: string[] = [];
  if (header !== HEADER) faults.push(`${file}:1: expected the header ${HEADER}`);
  lines.forEach((line, index) => {
    const fault = (what: string): void => void faults.push(`${file}:${index + 2}: ${what}`);
    const [state = '', year = '', indicator = '', value = '', source = '', ...note] = line.split(',');
    const words = note.join(',').replace(/^"|"$/g, '');
    if (!stateIdSchema.safeParse(state).success) fault(`'${state}' is no state id`);
    else if (!/^\d{4}$/.test(year)) fault(`'${year}' is no year`);
    else if (!isName(indicator)) fault(`'${indicator}' is no indicator; there are ${NAMES.join(', ')}`);
    else if (value === '' || !Number.isFinite(Number(value))) fault(`'${value}' is no number`);
    else if (source === '') fault('a figure needs a source');
    else rows.push({ state, year: Number(year), indicator, value: Number(value), source, ...(words !== '' && { note: words }) });
  });
  const seen = new Set<string>();
  for (const { state, year, indicator } of rows) {
    const key = `${state} ${year} ${indicator}`;
    if (seen.has(key)) faults.push(`${file}: ${key} stands twice`);
    seen.add(key);
  }
  return { rows, faults };
}

/** Figures by state and indicator, made once for a list of them. */
const series = new WeakMap<readonly Indicator[], ReadonlyMap<string, readonly Indicator[]>>();

function seriesOf(rows: readonly Indicator[]): ReadonlyMap<string, readonly Indicator[]> {
  const known = series.get(rows);
  if (known !== undefined) return known;
  const made = new Map<string, Indicator[]>();
  for (const row of rows) {
    const key = `${row.state} ${row.indicator}`;
    const those = made.get(key);
    if (those === undefined) made.set(key, [row]);
    else those.push(row);
  }
  series.set(rows, made);
  return made;
}

/** The newest figure at or before a year, no older than `age` years; undefined where there is none. */
export function indicatorAt(rows: readonly Indicator[], state: string, indicator: IndicatorName, year: number, age = 4): Indicator | undefined {
  let best: Indicator | undefined;
  for (const row of seriesOf(rows).get(`${state} ${indicator}`) ?? []) {
    if (row.year > year || row.year < year - age) continue;
    if (best === undefined || row.year > best.year) best = row;
  }
  return best;
}
