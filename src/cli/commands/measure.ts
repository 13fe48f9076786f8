import { defineCommand } from '../command.ts';

export const measure = defineCommand({
  name: 'measure',
  summary: 'power, polarity and stability of the system, of the record or of numbers of your own',
  description:
    'Without a name, lists the measures. Of the record, states are the major powers unless named: COW numbers, ISO 3166 or COW letters, or names as of the year. ' +
    '--weights and --input need no data. Every result says its method, the versions of its data, and what not to read into it. -o FILE writes .csv, .parquet, .dta or .json.',
  examples: [
    { line: 'foedus measure shapley-shubik --quota 39 --weights 7x5,1x10', note: 'the UN Security Council: five permanent members with a veto, ten elected' },
    { line: 'foedus measure niou-ordeshook-rose --weights 15,9,6', note: 'three states, one of which holds exactly half' },
  ],
  args: [{ name: 'name', description: 'the measure; the list of them when left out' }],
  flags: [
    { name: 'state', value: 'STATE', description: 'a state of the record, or several after commas', repeat: true, complete: 'state' },
    { name: 'states', value: 'STATES', description: 'the same' },
    { name: 'without', value: 'STATE', description: 'a state taken out of the system: what changes with it gone', repeat: true, complete: 'state' },
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
    const [{ listMeasures, runMeasure }, { measureText }, { table }] = await Promise.all([
      import('../../app/measure.ts'),
      import('../measure-text.ts'),
      import('../style.ts'),
    ]);
    const name = input.argument('name');
    if (name === undefined) {
      const rows = listMeasures();
      return { value: { rows, notes: [] }, text: () => table(rows.map(({ name: id, title }) => [id, title])) };
    }
    const [{ questionOf }, { loadCatalog }, { tableOf }, { tableFiles }] = await Promise.all([
      import('../measure-question.ts'),
      import('../../app/load-catalog.ts'),
      import('../../app/measures/table-of.ts'),
      import('../table-files.ts'),
    ]);
    const found = await runMeasure(name, questionOf(input, io.cwd), {
      catalog: loadCatalog,
      // The store comes with DuckDB, which numbers of one's own need not wait for.
      store: async (work) => {
        const { storeFolder, usingStore } = await import('../../app/with-store.ts');
        return usingStore(storeFolder(input.flag('workspace'), io.cwd, io.env), work);
      },
    });
    return {
      value: found,
      text: (style) => measureText(found, style),
      ...tableFiles(() => tableOf(found.rows), name),
    };
  },
});
