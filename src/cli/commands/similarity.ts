import { defineCommand } from '../command.ts';

export const similarity = defineCommand({
  name: 'similarity',
  summary: 'how alike the alliance portfolios of states are, for every pair and year: S, S weighted, tau-b, kappa, pi',
  description:
    'Portfolios are what each state owes every member of the system by ATOP: 3 defense, else 2 neutrality or nonaggression, else 1 consultation, else 0; itself 3. ' +
    'Each pair of a year is listed once. A state is a COW number, an ISO 3166 or COW abbreviation, or a name. -o FILE writes .csv, .parquet, .dta or .json.',
  examples: [
    { line: 'foedus similarity --year 1900 --workspace world', note: 'the most and the least alike' },
    { line: 'foedus similarity --years 1896-1900 --state CAL --with FAR --workspace world', note: 'two states through the years' },
    { line: 'foedus similarity --years 1816-2010 --workspace world -o similarity.parquet', note: 'every pair of every year' },
  ],
  flags: [
    { name: 'year', value: 'YEAR', description: 'one year' },
    { name: 'years', value: 'A-B', description: 'a span of years' },
    { name: 'state', value: 'STATE', description: 'only pairs with this state', complete: 'state' },
    { name: 'with', value: 'STATE', description: 'with --state: only the pair with this one', complete: 'state' },
    { name: 'codes', value: 'SYSTEM', description: 'gw or iso3: codes of that system as of the year, beside the COW numbers', choices: ['cow', 'gw', 'iso3'] },
    { name: 'workspace', value: 'DIR', description: 'the folder used as .foedus/', complete: 'file' },
  ],
  run: async (input, { io, note }) => {
    const [{ similarityOf }, { loadCatalog }, { spanOf }, { storeFolder }, { tableFiles }, { rowsOf }, { similarityText }, { UserError }, { grouped }] =
      await Promise.all([
        import('../../app/similarity.ts'),
        import('../../app/load-catalog.ts'),
        import('../year-flags.ts'),
        import('../../app/with-store.ts'),
        import('../table-files.ts'),
        import('../../core/table/table.ts'),
        import('../similarity-text.ts'),
        import('../../app/user-error.ts'),
        import('../style.ts'),
      ]);
    const [state, other] = [input.flag('state'), input.flag('with')];
    if (other !== undefined && state === undefined) throw new UserError('--with goes with --state: name both states.');
    const codes = (['gw', 'iso3'] as const).find((system) => system === input.flag('codes'));
    const answer = await similarityOf(
      storeFolder(input.flag('workspace'), io.cwd, io.env),
      {
        years: spanOf(input),
        ...(state !== undefined && { state }),
        ...(other !== undefined && { with: other }),
        ...(codes !== undefined && { codes }),
      },
      loadCatalog,
    );
    const { table, method, versions, notes, computed } = answer;
    note(
      `${grouped(computed.pairs)} pairs of states: read in ${computed.readSeconds.toFixed(2)} s, five measures computed in ${computed.seconds.toFixed(2)} s.`,
    );
    return {
      // Made when it is asked for: a million rows as records are much to make for nothing.
      get value() {
        return { rows: rowsOf(table), method, versions, notes };
      },
      text: (style) => similarityText(answer, { style, pair: other !== undefined, one: state !== undefined }),
      ...tableFiles(() => table, 'Similarity of alliance portfolios'),
    };
  },
});
