import type { MeasureRow } from '../../app/measures/define.ts';
import { defineCommand } from '../command.ts';

type Cell = number | string | boolean | null;

/** A number as scholars print it: with four decimals where some of its column are no whole numbers, in powers of ten where those show nothing. */
function shown(value: Cell, whole: boolean): string {
  if (value === null) return '-';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || whole) return String(value);
  return value !== 0 && Math.abs(value) < 0.0001 ? value.toExponential(2) : value.toFixed(4);
}

const columnsOf = (rows: readonly MeasureRow[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

function textRows(rows: readonly MeasureRow[]): string[][] {
  const columns = columnsOf(rows);
  const whole = new Set(columns.filter((column) => rows.every((row) => typeof row[column] !== 'number' || Number.isInteger(row[column]))));
  return [columns, ...rows.map((row) => columns.map((column) => shown(row[column] ?? null, whole.has(column))))];
}

function csvRows(rows: readonly MeasureRow[]): string[][] {
  const columns = columnsOf(rows);
  return [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
}

export const measure = defineCommand({
  name: 'measure',
  summary: 'power, polarity and stability of the system, of the record or of numbers of your own',
  description:
    'Without a name, lists the measures. Of the record, states are the major powers unless named: COW numbers, ISO 3166 or COW letters, or names as of the year. ' +
    '`--weights` and `--input` need no data. Every result says its method, the versions of its data, and what not to read into it.',
  examples: [
    { line: 'foedus measure shapley-shubik --quota 39 --weights 7x5,1x10', note: 'the UN Security Council: five permanent members with a veto, ten elected' },
    { line: 'foedus measure niou-ordeshook-rose --weights 15,9,6', note: 'three states, one of which holds exactly half' },
  ],
  args: [{ name: 'name', description: 'the measure; the list of them when left out' }],
  flags: [
    { name: 'state', value: 'STATE', description: 'a state of the record, or several after commas', repeat: true, complete: 'state' },
    { name: 'states', value: 'STATES', description: 'the same' },
    { name: 'year', value: 'YEAR', description: 'a year of the record' },
    { name: 'years', value: 'A-B', description: 'a span of years; every year when left out' },
    { name: 'input', value: 'FILE', description: 'states, sizes and ties of your own, as JSON', complete: 'file' },
    { name: 'weights', value: 'LIST', description: 'sizes or votes of your own: 7,7,1 or 7x2,1' },
    { name: 'quota', value: 'VOTES', description: 'votes that pass a motion' },
    { name: 'gamma', value: 'NUMBER', description: 'advantage of the defense (war-stability) or the offense (collective-security); 1 when left out' },
    { name: 'honor', value: 'CHANCE', description: 'chance that a state honors a promise of collective security; 1 when left out' },
    { name: 'threat', value: 'KIND', description: 'whom balancing is against: the strongest rival when left out', choices: ['rival', 'leader'] },
    { name: 'workspace', value: 'DIR', description: 'the folder used as .foedus/', complete: 'file' },
  ],
  run: async (input, { io }) => {
    const [{ listMeasures, runMeasure }, { table }] = await Promise.all([import('../../app/measure.ts'), import('../style.ts')]);
    const name = input.argument('name');
    if (name === undefined) {
      const rows = listMeasures();
      return { value: { rows, notes: [] }, text: () => table(rows.map(({ name: id, title }) => [id, title])) };
    }
    const [{ yearOf, yearsOf }, { numberOf }, { parseWeights }, { readText }, { loadCatalog }, { storeFolder, usingStore }, { csv }, { UserError }, { wrap }] =
      await Promise.all([
        import('../../app/dates.ts'),
        import('../../app/measures/number-of.ts'),
        import('../../app/measures/parse-weights.ts'),
        import('../../app/files.ts'),
        import('../../app/load-catalog.ts'),
        import('../../app/with-store.ts'),
        import('../../core/formats/csv.ts'),
        import('../../app/user-error.ts'),
        import('../style.ts'),
      ]);
    const [year, span, file, weights, threat] = ['year', 'years', 'input', 'weights', 'threat'].map((flag) => input.flag(flag));
    if (year !== undefined && span !== undefined) throw new UserError('--year and --years do not go together: give one.');
    const number = (flag: string): number | undefined => {
      const text = input.flag(flag);
      return text === undefined ? undefined : numberOf(text, `--${flag}`);
    };
    const [quota, gamma, honor] = ['quota', 'gamma', 'honor'].map(number);
    const named = [...input.flags('state'), input.flag('states') ?? ''].flatMap((text) => text.split(',')).map((text) => text.trim());
    const { rows, notes } = await runMeasure(
      name,
      {
        states: named.filter((text) => text !== ''),
        ...(year !== undefined && { years: [yearOf(year), yearOf(year)] as const }),
        ...(span !== undefined && { years: yearsOf(span) }),
        ...(file !== undefined && { input: { name: file, text: readText(file, io.cwd) } }),
        ...(weights !== undefined && { weights: parseWeights(weights) }),
        ...(quota !== undefined && { quota }),
        ...(gamma !== undefined && { gamma }),
        ...(honor !== undefined && { honor }),
        ...(threat !== undefined && { threat }),
      },
      { catalog: loadCatalog, store: (work) => usingStore(storeFolder(input.flag('workspace'), io.cwd, io.env), work) },
    );
    return {
      value: { rows, notes },
      text: ({ dim }) => `${rows.length === 0 ? '' : `${table(textRows(rows))}\n`}${notes.map((line) => dim(wrap(line, 0))).join('\n')}\n`,
      files: { csv: () => csv(csvRows(rows)) },
    };
  },
});
