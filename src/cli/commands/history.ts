import { defineCommand } from '../command.ts';

export const history = defineCommand({
  name: 'history',
  summary: 'real crises: list them, or check the law against what the treaties required',
  examples: [
    { line: 'foedus history list', note: 'the crises of the catalog, by date' },
    { line: 'foedus history check --verbose', note: 'replay all of them, every expectation shown; exit status 1 where the law disagrees' },
  ],
  args: [
    { name: 'action', description: 'list or check; list when left out', choices: ['list', 'check'] },
    { name: 'crisis', description: 'ids of crises; all when left out', many: true },
  ],
  run: async (input) => {
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
