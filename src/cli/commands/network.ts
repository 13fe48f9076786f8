import type { MeasureRow } from '../../app/measures/define.ts';
import type { NetworkRequest } from '../../app/network.ts';
import { defineCommand, type Outcome } from '../command.ts';

export const network = defineCommand({
  name: 'network',
  summary: 'the network of an obligation by year: density, centrality, communities, balance; fault lines with one state gone',
  description:
    'Two members of the system are tied in a year if one owes the other the obligation by ATOP. With --years, a row a year, or with --by state (or --state) a row a state and year. ' +
    'A state is a COW number, an ISO 3166 or COW abbreviation, or a name. -o FILE writes .graphml and .gexf of a year, and .csv, .parquet, .dta of states or years.',
  examples: [
    { line: 'foedus network --year 1900 --workspace world', note: 'the defense network, with its states by betweenness' },
    { line: 'foedus network --year 1900 --state KES --workspace world', note: 'the partners of one state, and who owes whom' },
    { line: 'foedus network --year 1900 --without KES --workspace world', note: 'what is lost with one state gone' },
    { line: 'foedus network --years 1896-1900 --workspace world', note: 'the measures of each year' },
  ],
  flags: [
    { name: 'year', value: 'YEAR', description: 'one year' },
    { name: 'years', value: 'A-B', description: 'a span of years, a row each' },
    {
      name: 'obligation',
      value: 'KIND',
      description: 'the obligation that ties; defense when left out',
      choices: ['defense', 'offense', 'neutrality', 'nonaggression', 'consultation', 'any'],
    },
    { name: 'state', value: 'STATE', description: 'the partners of this state; with --years, its measures', complete: 'state' },
    { name: 'without', value: 'STATE', description: 'with --year: what the network is without this state', complete: 'state' },
    {
      name: 'negative',
      value: 'SOURCE',
      description: 'the negative relation for structural balance: rivalries, or disputes',
      choices: ['rivalry', 'gml', 'mid'],
    },
    { name: 'by', value: 'UNIT', description: 'with --years: a row a year, or a row a state and year', choices: ['year', 'state'] },
    { name: 'seed', value: 'NUMBER', description: 'of the order in which communities are searched; 1 when left out' },
    { name: 'workspace', value: 'DIR', description: 'the folder used as .foedus/', complete: 'file' },
  ],
  run: async (input, { io, note }) => {
    const [{ OBLIGATIONS }, { NEGATIVE_TIES }, { spanOf }, { storeFolder }, { UserError }, { wholeNumber }] = await Promise.all([
      import('../../core/measures/record/pledges.ts'),
      import('../../app/dyads/negative-ties.ts'),
      import('../year-flags.ts'),
      import('../../app/with-store.ts'),
      import('../../app/user-error.ts'),
      import('../../app/whole-number.ts'),
    ]);
    const [state, without] = [input.flag('state'), input.flag('without')];
    const negative = NEGATIVE_TIES.find((source) => source === input.flag('negative'));
    const request: NetworkRequest = {
      years: spanOf(input),
      obligation: input.flag('obligation') === 'any' ? 'any' : (OBLIGATIONS.find((kind) => kind === input.flag('obligation')) ?? 'defense'),
      seed: wholeNumber(input.flag('seed'), '--seed') ?? 1,
      ...(state !== undefined && { state }),
      ...(without !== undefined && { without }),
      ...(negative !== undefined && { negative }),
    };
    const folder = storeFolder(input.flag('workspace'), io.cwd, io.env);
    if (input.flag('years') === undefined) return ofYear(folder, request);
    if (without !== undefined) throw new UserError('--without goes with --year: name one year.');
    return ofYears(folder, request, state !== undefined || input.flag('by') === 'state', note);
  },
});

async function ofYear(folder: string, request: NetworkRequest): Promise<Outcome> {
  const [{ networkOf }, { networkFile }, { loadCatalog }, { networkText }, { graphml }, { gexf }] = await Promise.all([
    import('../../app/network.ts'),
    import('../../app/dyads/network-file.ts'),
    import('../../app/load-catalog.ts'),
    import('../network-text.ts'),
    import('../../core/formats/graphml.ts'),
    import('../../core/formats/gexf.ts'),
  ]);
  const answer = await networkOf(folder, request, loadCatalog);
  const table = await asTable(answer.states, `${answer.obligation} network, ${answer.year}`);
  return {
    value: answer,
    text: (style) => networkText(answer, style),
    ...table,
    files: { graphml: () => graphml(networkFile(answer)), gexf: () => gexf(networkFile(answer)), ...table.files },
  };
}

async function ofYears(folder: string, request: NetworkRequest, byState: boolean, note: (line: string) => void): Promise<Outcome> {
  const [{ networksOf }, { loadCatalog }, { networksText }] = await Promise.all([
    import('../../app/network.ts'),
    import('../../app/load-catalog.ts'),
    import('../network-text.ts'),
  ]);
  const { rows: years, states, seconds, ...rest } = await networksOf(folder, request, loadCatalog);
  const rows = byState ? states : years;
  note(`${years.length} networks: read in ${seconds.read.toFixed(2)} s, every measure computed in ${seconds.computed.toFixed(2)} s.`);
  return {
    value: { rows, ...rest },
    text: (style) => networksText(rows, rest.notes, style),
    ...(await asTable(rows, `${rest.obligation} networks`)),
  };
}

/** Rows as the files that tables are written to. */
async function asTable(rows: readonly MeasureRow[], label: string): Promise<Required<Pick<Outcome, 'files' | 'writers'>>> {
  const [{ tableOf }, { tableFiles }] = await Promise.all([import('../../app/measures/table-of.ts'), import('../table-files.ts')]);
  return tableFiles(() => tableOf(rows), label);
}
