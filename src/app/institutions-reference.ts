import type { Gate, Institution } from '../core/facts/institutions.ts';
import type { State } from '../core/states/types.ts';

/** The part of docs/institutions.md that says what the catalog says. What stands above the mark is written by hand. */

/** From here to its end the page is made. */
export const MARK = '<!-- From here on made from catalog/institutions; refresh with: npm run schemas -->';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const COUNTED = { members: 'of all members', present: 'of those present', 'votes-cast': 'of the votes cast' } as const;

/** By what share of whom a gate agrees. */
export function agreesBy({ kind, quota, negative }: Gate): string {
  if (quota === undefined) return kind === 'court' ? 'reviews' : 'decides';
  const share = quota.share.endsWith('+') ? `more than ${quota.share.slice(0, -1)}` : quota.share;
  return `${negative === true ? 'unless ' : ''}${share} ${COUNTED[quota.of]}${negative === true ? ' object' : ''}`;
}

const parenthesis = (text: string | undefined): string => (text === undefined ? '' : ` (${text})`);

function row(state: string, gate: Gate): string {
  const seats = gate.seats === undefined ? '' : `${gate.seats}`;
  return `| ${[state, `${gate.body}${parenthesis(gate.when?.replace(/^[A-Z]/, (letter) => letter.toLowerCase()))}`, seats, agreesBy(gate), gate.source].map(cell).join(' | ')} |`;
}

const years = ({ since, until }: Institution): string =>
  [since?.slice(0, 4), until === undefined ? undefined : `to ${until.slice(0, 4)}`].filter((part) => part !== undefined).join(' ');

function table(rows: readonly Institution[], nameOf: (state: string) => string, dated: boolean): string {
  const lines = rows
    .map((one) => ({ one, name: dated ? `${nameOf(one.state)} ${years(one)}` : nameOf(one.state) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap(({ one, name }) => one.gates.map((gate, at) => row(at === 0 ? name : '', gate)));
  return ['| state | who | seats | agrees by | source |', '|---|---|---|---|---|', ...lines].join('\n');
}

/** The page with its made part renewed. */
export function withInstitutions(page: string, rows: readonly Institution[], states: readonly Pick<State, 'id' | 'name'>[]): string {
  const at = page.indexOf(MARK);
  const names = new Map(states.map(({ id, name }) => [id, name]));
  const nameOf = (state: string): string => names.get(state) ?? state;
  const today = rows.filter(({ until }) => until === undefined);
  const past = rows.filter(({ until }) => until !== undefined);
  return `${[(at === -1 ? page : page.slice(0, at)).trimEnd(), MARK, '## Today', table(today, nameOf, false), '## In the past', table(past, nameOf, true)].join(
    '\n\n',
  )}\n`;
}
