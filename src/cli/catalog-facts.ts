import type { Catalog } from '../core/catalog.ts';
import { contingenciesOn, type Contingency } from '../core/facts/contingencies.ts';
import type { Estimate } from '../core/facts/estimate.ts';
import { gatesOn, institutionOn, type Gate, type Institution } from '../core/facts/institutions.ts';
import { nameOn } from '../core/states/names.ts';
import { dayOf } from '../app/dates.ts';
import { findContingency } from '../app/find-contingency.ts';
import { agreesBy } from '../app/institutions-reference.ts';
import { noSuchState, statesCalled } from '../app/known-state.ts';
import { loadCatalog, loadFacts } from '../app/load-catalog.ts';
import { catalogFile } from '../app/own-catalog.ts';
import { UserError } from '../app/user-error.ts';
import type { Input, Outcome } from './command.ts';
import { count, table, wrap, type Style } from './style.ts';

/** What `foedus catalog contingencies` and `foedus catalog institutions` show. */

interface Source {
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly year?: number | undefined;
}

const range = ({ value, low, high }: Estimate): string => `${value} (${low} to ${high})`;
const sourceLine = ({ title, publisher, year }: Source): string => [title, publisher, year].filter((part) => part !== undefined).join(', ');

function nameIn({ states }: Pick<Catalog, 'states'>, id: string, date: string): string {
  const state = states.find((one) => one.id === id);
  return state === undefined ? id : nameOn(state, date);
}

/** Contingencies, one a line. */
export function contingenciesText(rows: readonly Contingency[], style: Style): string {
  if (rows.length === 0) return 'No contingency can be asked about on this day.\n';
  const heading = ['contingency', 'from', 'until', 'who', 'whom', 'domain', 'a year', 'what'].map((cell) => style.bold(cell));
  const lines = rows.map(({ id, from, until, challenger, target, domain, frequency, title }) => [
    id,
    from,
    until ?? 'today',
    challenger,
    target,
    domain,
    String(frequency.per_year.value),
    title,
  ]);
  return table([heading, ...lines]);
}

/** One contingency with what it rests on. */
export function contingencyText(row: Contingency, catalog: Catalog, style: Style): string {
  const { id, title, from, until, challenger, target, place, at, domain, kind, intensity, stakes, loss, frequency, sources, note, confidence } = row;
  const name = (state: string): string => nameIn(catalog, state, from);
  const placeName = catalog.territories.find((one) => one.id === place)?.name ?? place;
  const where = placeName ?? (at === undefined ? `the home of ${name(target)}` : `${at.lat},${at.lon}`);
  const facts: (readonly [string, string] | undefined)[] = [
    ['who', `${name(challenger)} challenges ${name(target)}`],
    ['when', `${from} to ${until ?? 'today'}`],
    ['where', `${where}; ${domain}, ${kind}${intensity === undefined ? '' : `, ${intensity}`}`],
    ['days of warning', range(row.warning_days)],
    row.fait_accompli_days === undefined ? undefined : ['days to a settled fact', range(row.fait_accompli_days)],
    ['challenges a year', range(frequency.per_year)],
    [`stake of ${name(challenger)}`, range(stakes.challenger)],
    [`stake of ${name(target)}`, range(stakes.target)],
    ...Object.entries(stakes.others ?? {}).map(([state, stake]) => [`stake of ${name(state)}`, range(stake)] as const),
    ['loss of the target', `${range(loss.target_gdp)} % of GDP a year over ten years, where it loses`],
    loss.ally_gdp === undefined ? undefined : ['loss of an ally', `${range(loss.ally_gdp)} %`],
    confidence === undefined ? undefined : ['confidence', confidence],
  ];
  return [
    `${style.bold(id)}: ${title}\n`,
    table(facts.filter((fact) => fact !== undefined)),
    `\n${wrap(`Rate: ${frequency.basis}${frequency.source === undefined ? '' : ` (${frequency.source})`}.`.replace(/\.\.$/, '.'), 0)}\n`,
    ...(note === undefined ? [] : [`${wrap(note, 0)}\n`]),
    `${style.bold('Sources')}\n`,
    ...sources.map((source) => `${wrap(sourceLine(source), 2)}\n`),
    style.dim('Stakes are shares of what survival is worth to the state; ranges hold 90 %.\n'),
  ].join('');
}

/** States whose gates the catalog knows, one a line. */
export function institutionsText(rows: readonly Institution[], catalog: Catalog, date: string, style: Style): string {
  if (rows.length === 0) return "The catalog knows no state's gates on this day.\n";
  const heading = ['state', 'name', 'who must agree'].map((cell) => style.bold(cell));
  return table([heading, ...rows.map(({ state, gates }) => [state, nameIn(catalog, state, date), gates.map(({ body }) => body).join('; ')])]);
}

/** How one state ratifies: every gate, by what rule, and where that is written. */
export function institutionText({ state, since, until, gates, sources, note }: Institution, catalog: Catalog, date: string, style: Style): string {
  const span = since === undefined && until === undefined ? '' : `, ${since ?? 'before 1815'} to ${until ?? 'today'}`;
  const heading = ['who', 'agrees by', 'source'].map((cell) => style.bold(cell));
  return [
    `${style.bold(nameIn(catalog, state, date))}${span}: ${count(gates.length, 'gate')}, every one of which a treaty must pass\n`,
    table([heading, ...gates.map((gate) => [gate.body, agreesBy(gate), gate.source])]),
    ...gates.flatMap(remarksOn),
    ...(note === undefined ? [] : [`${wrap(note, 0)}\n`]),
    `${style.bold('Sources')}\n`,
    ...sources.map((source) => `${wrap(sourceLine(source), 2)}\n`),
  ].join('');
}

function remarksOn({ body, seats, quota, when, parties = [], as_of: day }: Gate): string[] {
  const quorum = quota?.quorum === undefined ? undefined : `A quorum is ${quota.quorum.replace(/^(.*)\+$/, 'more than $1')}.`;
  const held = parties.map(({ name, seats: own }) => `${name} ${own}`).join(', ');
  const parts = [
    when === undefined ? undefined : `For ${when.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())}.`,
    seats === undefined ? undefined : `${seats} seats${held === '' ? '' : ` (${held}; ${day ?? ''})`}.`,
    quorum,
    quota?.note === undefined ? undefined : `${quota.note}.`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [`${wrap(`${body}: ${parts.join(' ')}`, 2)}\n`];
}

/**
 * The one state that a word stands for.
 * @param answers which of several states of that name there is an answer for
 * @throws {UserError} where none goes by it, or several do
 */
function stateCalled(catalog: Catalog, word: string, where: string, answers: (state: string) => boolean): string {
  const called = statesCalled(catalog, word);
  const [state, ...more] = called.length > 1 && called.some(({ id }) => answers(id)) ? called.filter(({ id }) => answers(id)) : called;
  if (state === undefined) throw noSuchState(catalog, word, where);
  if (more.length > 0) throw new UserError(`${where}: '${word}' stands for ${[state, ...more].map(({ id }) => id).join(', ')}; write one of them.`);
  return state.id;
}

/** `foedus catalog contingencies [ID]`: those of a day, of a state; or one. */
export function catalogContingencies(input: Input): Outcome {
  const { contingencies, version } = loadFacts();
  const id = input.argument('id');
  if (id !== undefined) {
    const row = findContingency(contingencies, id);
    const file = (): string => catalogFile('contingencies', `${row.id}.yaml`);
    return { value: row, text: (style) => contingencyText(row, loadCatalog(), style), files: { yaml: file, yml: file } };
  }
  const [date, word] = [input.flag('date'), input.flag('state')];
  const dated = date === undefined ? contingencies : contingenciesOn(contingencies, dayOf(date));
  const of = (state: string): readonly Contingency[] => dated.filter(({ challenger, target }) => challenger === state || target === state);
  const rows = word === undefined ? dated : of(stateCalled(loadCatalog(), word, '--state', (state) => of(state).length > 0));
  return { value: { version, contingencies: rows }, text: (style) => contingenciesText(rows, style) };
}

/** `foedus catalog institutions [STATE]`: the states whose gates are known on a day; or those of one. */
export function catalogInstitutions(input: Input, today: string): Outcome {
  const { institutions, version } = loadFacts();
  const catalog = loadCatalog();
  const date = dayOf(input.flag('date') ?? today);
  const word = input.argument('id') ?? input.flag('state');
  const onDay = (state: string): Institution | undefined => {
    const found = institutionOn(institutions, state, date);
    return found === undefined ? undefined : { ...found, gates: [...gatesOn(found, date)] };
  };
  if (word === undefined) {
    const rows = [...new Set(institutions.map(({ state }) => state))].sort().flatMap((state) => onDay(state) ?? []);
    return { value: { version, date, institutions: rows }, text: (style) => institutionsText(rows, catalog, date, style) };
  }
  const state = stateCalled(catalog, word, input.argument('id') === undefined ? '--state' : 'institutions', (one) => onDay(one) !== undefined);
  const found = onDay(state);
  if (found === undefined) {
    throw new UserError(
      `the catalog does not know who must agree to a treaty in ${nameIn(catalog, state, date)} on ${date}. 'foedus catalog institutions --date ${date}' lists the states it knows.`,
    );
  }
  return { value: found, text: (style) => institutionText(found, catalog, date, style) };
}
