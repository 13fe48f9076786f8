import { defineCommand, type Context, type Input, type Outcome } from '../command.ts';

export const history = defineCommand({
  name: 'history',
  summary: 'real crises: list them, check the law against what the treaties required, or replay two centuries of disputes',
  description:
    'disputes holds the Gibler-Miller-Little disputes against the alliances of ATOP, both from the store: who owed whom what, why, and who came. ' +
    'Printed by year or decade; --cases gives one row for each promise, and -o FILE writes .csv, .parquet, .dta or .json.',
  examples: [
    { line: 'foedus history list', note: 'the crises of the catalog, by date' },
    { line: 'foedus history check --verbose', note: 'replay all of them, every expectation shown; exit status 1 where the law disagrees' },
  ],
  args: [
    { name: 'action', description: 'list, check or disputes; list when left out', choices: ['list', 'check', 'disputes'] },
    { name: 'crisis', description: 'ids of crises; all when left out', many: true },
  ],
  flags: [
    { name: 'years', value: 'A-B', description: 'for disputes: those that begin in these years; every year when left out' },
    { name: 'state', value: 'STATE', description: 'for disputes: only what this state owed, and its joining', complete: 'state' },
    { name: 'cases', description: 'for disputes: one row for each promise, not one for each year' },
    { name: 'workspace', value: 'DIR', description: 'for disputes: where the data are; the nearest .foedus/ upward when left out', complete: 'file' },
  ],
  run: async (input, context) => {
    if (input.argument('action') === 'disputes') return disputes(input, context);

    const [{ loadCatalog }, { worldOf }, { didYouMean, idsNear }, { UserError }, { table }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/world.ts'),
      import('../../app/did-you-mean.ts'),
      import('../../app/user-error.ts'),
      import('../style.ts'),
    ]);
    const catalog = loadCatalog();
    const wanted = input.arguments('crisis');
    for (const id of wanted) {
      if (catalog.events.some((event) => event.id === id)) continue;
      const near = idsNear(
        id,
        catalog.events.map((event) => [event.id, event.name] as const),
      );
      throw new UserError(`there is no crisis '${id}'. ${didYouMean(near, "'foedus history list' shows them all.")}`);
    }
    const events = catalog.events.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
    if (input.argument('action') !== 'check') {
      return {
        value: { crises: events.map(({ id, name, date, did }) => ({ id, name, date, states: did.length })) },
        text: () => table(events.map(({ id, name, date }) => [date, id, name])),
      };
    }
    const { checkHistory } = await import('../../app/history.ts');
    const needsShapes = events.some(({ question }) => question.at !== undefined);
    const report = checkHistory(catalog, worldOf(catalog, { shapes: needsShapes }), events);
    return {
      value: report,
      exit: report.agreed === report.expectations ? 0 : 1,
      text: (style) => {
        const lines = report.crises.flatMap(({ id, name, date, findings }) => {
          const agreed = findings.filter(({ agrees }) => agrees).length;
          const shown = findings.filter(({ agrees }) => !agrees || input.on('verbose'));
          return [
            `${date}  ${name} ${style.dim(`(${id})`)}: ${agreed} of ${findings.length}`,
            ...shown.map(({ expected, agrees, instead }) =>
              agrees ? `    agrees: ${expected}` : `    ${style.red('differs')}: ${expected}; the law says: ${instead ?? ''}`,
            ),
          ];
        });
        return `${lines.map((line) => `${line}\n`).join('')}${style.bold(`${report.agreed} of ${report.expectations} expectations agree`)} in ${report.crises.length} crises.\n`;
      },
    };
  },
});

/** The casus foederis in the record. */
async function disputes(input: Input, { io, note }: Context): Promise<Outcome> {
  const [{ loadCatalog }, { worldOf }, { casusHistory }, { storeFolder }, { stateMeant }, { yearsOf }, { UserError }, { tableFiles }, { rowsOf }, { count }] =
    await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/world.ts'),
      import('../../app/casus-history.ts'),
      import('../../app/with-store.ts'),
      import('../../app/known-state.ts'),
      import('../../app/dates.ts'),
      import('../../app/user-error.ts'),
      import('../table-files.ts'),
      import('../../core/table/table.ts'),
      import('../style.ts'),
    ]);
  const [crisis] = input.arguments('crisis');
  if (crisis !== undefined) throw new UserError(`'${crisis}': disputes takes no name; choose by --years and --state.`);
  const catalog = loadCatalog();
  const [years, state] = [input.flag('years'), input.flag('state')];
  const history = await casusHistory(storeFolder(input.flag('workspace'), io.cwd, io.env), catalog, worldOf(catalog), {
    ...(years !== undefined && { years: yearsOf(years) }),
    ...(state !== undefined && { state: stateMeant(catalog, state, '--state') }),
  });
  const byCase = input.on('cases');
  const table = byCase ? history.cases : history.years;
  const { casusText } = await import('../casus-text.ts');
  const { method, versions, notes } = history;
  note(`${count(table.rows, 'row')}${byCase ? '; -o FILE writes them' : ''}.`);
  return {
    get value() {
      return { method, versions, notes, rows: rowsOf(table) };
    },
    text: (style) => casusText(history, style),
    ...tableFiles(() => table, byCase ? 'Casus foederis, by promise' : 'Casus foederis, by year'),
  };
}
