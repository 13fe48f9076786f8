import type { Citation, Layout, Source, TableSpec, Unit, Variable } from '../data/source.ts';

/**
 * The part of a page of docs/data that says what the source's manifest says: tables and columns, caveats, terms and citations.
 * What stands above the mark is written by hand.
 */

/** From here to its end a page is made. */
export const MARK = '<!-- From here on made from the source manifest; refresh with: npm run schemas -->';

const ROW: Readonly<Record<Unit, string>> = {
  'state-year': 'a state and year',
  'dyad-year': 'a pair of states and a year',
  'directed-dyad-year': 'a directed pair of states and a year',
  'state-spell': 'a spell of a state',
  'dyad-spell': 'a spell of a pair of states',
  alliance: 'an alliance',
  'alliance-phase': 'a phase of an alliance',
  'alliance-member': 'a member of an alliance',
  dispute: 'a dispute',
  'dispute-participant': 'a participant of a dispute or war',
  case: 'a case',
};

const STATES: Readonly<Record<NonNullable<TableSpec['states']>, string>> = {
  cow: 'numbers of the Correlates of War',
  gw: 'numbers of Gleditsch and Ward',
  iso3: 'ISO 3166 alpha-3',
  name: 'names',
};

const cell = (text: string): string => text.replaceAll('|', '\\|');
const mono = (text: string): string => `\`${text}\``;
const list = (names: readonly string[]): string => names.map(mono).join(', ');
const count = (value: number): string => value.toLocaleString('en-US');

/** A file's pattern as a reader would write it. */
const fileName = ({ file }: Layout): string => mono(file.source.replace(/^\^/, '').replace(/\$$/, '').replaceAll(/\\(.)/g, '$1'));

const isFlag = (labels: Readonly<Record<number, string>>): boolean => Object.keys(labels).length === 2 && labels[0] === 'no' && labels[1] === 'yes';

function codesOf(labels: Readonly<Record<number, string>>): string {
  if (isFlag(labels)) return ' (1 yes, 0 no)';
  return `: ${Object.entries(labels)
    .map(([value, text]) => `${mono(value)} ${text}`)
    .join('; ')}`;
}

function meaning({ label, valueLabels, published, missing, optional }: Variable): string {
  return [
    `${label}${valueLabels === undefined ? '' : codesOf(valueLabels)}`,
    missing === undefined ? undefined : `missing: ${list(missing)}`,
    published === undefined ? undefined : `published as ${list(published)}`,
    optional === true ? 'not in every layout' : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('. ');
}

interface Row {
  readonly first: string;
  readonly last: string;
  readonly variable: Variable;
}

const numbered = (name: string): readonly [stem: string, number: number] | undefined => {
  const [, stem, digits] = /^(.*?[a-z_])(\d+)$/i.exec(name) ?? [];
  return stem === undefined || digits === undefined ? undefined : [stem, Number(digits)];
};

const continues = ({ last, variable }: Row, name: string, next: Variable): boolean => {
  const [one, other] = [numbered(last), numbered(name)];
  if (one === undefined || other === undefined || one[0] !== other[0] || one[1] + 1 !== other[1]) return false;
  return variable.label.replaceAll(/\d+/g, '') === next.label.replaceAll(/\d+/g, '');
};

/** Columns, a numbered series of three or more (mem1 to mem59) as one. */
function rows(columns: TableSpec['columns']): readonly Row[] {
  const runs: Row[][] = [];
  for (const [name, variable] of Object.entries(columns)) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run !== undefined && before !== undefined && continues(before, name, variable)) run.push({ first: name, last: name, variable });
    else runs.push([{ first: name, last: name, variable }]);
  }
  return runs.flatMap((run) => {
    const [head] = run;
    const tail = run.at(-1);
    if (run.length < 3 || head === undefined || tail === undefined) return run;
    return [{ first: head.first, last: tail.last, variable: { ...head.variable, label: head.variable.label.replace(/ ?\d+$/, '') } }];
  });
}

function tableSection(source: Source, table: TableSpec): string {
  const { id, title, unit, states, key, coverage, absent, version, publishedRows, layouts, columns } = table;
  const facts = [
    `A row is ${ROW[unit]}${key.length === 0 ? '' : `; the key is ${list(key)}`}.`,
    states === undefined ? undefined : `States: ${STATES[states]}.`,
    version === undefined ? undefined : `Version ${version}.`,
    coverage === undefined
      ? undefined
      : `Covers ${coverage[0]} to ${coverage[1]}; without a row in these years ${absent === 'zero' ? 'there is nothing (zero)' : 'it is missing'}, outside them everything is missing.`,
    publishedRows === undefined ? undefined : `${count(publishedRows)} rows as published.`,
    `Read from ${layouts.map(fileName).join(' or ')}.`,
  ].filter((fact) => fact !== undefined);
  const lines = rows(columns).map(
    ({ first, last, variable }) => `| ${mono(first)}${first === last ? '' : ` to ${mono(last)}`} | ${variable.kind} | ${cell(meaning(variable))} |`,
  );
  return [
    `### ${source.id}: ${id}`,
    `${title}.`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    ['| column | kind | |', '|---|---|---|', ...lines].join('\n'),
  ].join('\n\n');
}

/** A citation in a line: authors, year, title, where it appeared. */
function citation({ author, year, title, fields = {} }: Citation): string {
  const { journal, volume, number, pages, booktitle, editor, publisher, address, url, doi } = fields;
  const place = [
    journal === undefined ? undefined : `*${journal}*${volume === undefined ? '' : ` ${volume}`}${number === undefined ? '' : `(${number})`}`,
    booktitle === undefined ? undefined : `In *${booktitle}*${editor === undefined ? '' : `, edited by ${editor}`}`,
    pages?.replace('--', '-'),
    publisher === undefined ? undefined : `${address === undefined ? '' : `${address}: `}${publisher}`,
    doi === undefined ? undefined : `doi:${doi}`,
    url === undefined ? undefined : `<${url}>`,
  ].filter((part) => part !== undefined);
  const authors = author.replaceAll(/[{}]/g, '').replaceAll(' and ', '; ');
  return `${authors} (${year}). ${title}.${place.length === 0 ? '' : ` ${place.join(', ')}.`}`;
}

/** The made part of a source's page, from the mark on. */
export function sourceReference(source: Source): string {
  const { title, version, homepage, tables, caveats, terms, citations, downloads } = source;
  return `${[
    MARK,
    '## Tables',
    `${title}, version ${version}: <${homepage}>.`,
    ...tables.map((table) => tableSection(source, table)),
    '## Caveats',
    caveats.map((caveat) => `- ${caveat}`).join('\n'),
    '## Terms and citation',
    `${terms.text}${terms.url === undefined ? '' : ` See <${terms.url}>.`}`,
    citations.map((one) => `- ${citation(one)}`).join('\n'),
    `\`foedus data cite ${source.id}\` prints the BibTeX, with the version in use.`,
    downloads.length === 0
      ? `Foedus knows no official address to fetch it from: get the files and import them with \`foedus data import --from DIR\`.`
      : `\`foedus data pull ${source.id}\` fetches ${downloads.map(({ url }) => `<${url}>`).join(', ')}.`,
  ].join('\n\n')}\n`;
}

/** The page of a source with its made part renewed; what stands above the mark is kept, the rest goes. */
export function withReference(page: string, source: Source): string {
  const at = page.indexOf(MARK);
  return `${(at === -1 ? page : page.slice(0, at)).trimEnd()}\n\n${sourceReference(source)}`;
}
