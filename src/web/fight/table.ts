import type { MappedWorld } from '../../core/states/world.ts';
import { percent, percentRange } from '../../charts/numbers.ts';
import { csv } from '../../core/formats/csv.ts';
import { inert } from '../figure/inert.ts';
import type { Chance } from './chances.ts';
import { articleLabel } from './cite.ts';
import type { StoryStep } from './story.ts';
import { ACTION_LABEL, ACTION_ORDER, capital, nameOf, REASON_WORDS } from './words.ts';

/** What the map shows, state by state; the first cell of a row is the state's name. */
export interface FightTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly state: string; readonly cells: readonly string[] }[];
  /** The same rows with codes (RFC 4180). */
  readonly csv: string;
}

interface TableRow {
  readonly key: string;
  readonly state: string;
  readonly cells: readonly string[];
  readonly codes: readonly string[];
}

const TABLE_HEAD = ['State', 'Duty', 'Toward', 'Treaty', 'Status or reason'] as const;
const CSV_HEAD = ['state', 'state_name', 'action', 'toward', 'toward_name', 'treaty', 'article', 'obligation', 'status', 'reason', 'automaticity'] as const;

/** Rows in the order of the panel: duties, the strongest kind first, then allies that owe nothing. */
export function verdictTable(step: StoryStep, world: MappedWorld, date: string, treatyName: (id: string) => string): FightTable {
  const name = (id: string): string => capital(nameOf(world, id, date));
  const duties = step.duties
    .toSorted((a, b) => ACTION_ORDER.indexOf(a.duty.action) - ACTION_ORDER.indexOf(b.duty.action))
    .map(({ duty, key, status }): TableRow => ({
      key,
      state: duty.state,
      cells: [name(duty.state), ACTION_LABEL[duty.action], name(duty.toward), `${treatyName(duty.treaty)}, ${articleLabel(duty.article)}`, status],
      codes: [
        duty.state,
        name(duty.state),
        duty.action,
        duty.toward,
        name(duty.toward),
        duty.treaty,
        duty.article,
        duty.obligation,
        status,
        '',
        duty.automaticity,
      ],
    }));
  const free = step.free.map(({ notOwed, key, owesLess }): TableRow => ({
    key,
    state: notOwed.state,
    cells: [
      name(notOwed.state),
      owesLess ? 'Owes no help' : 'Owes nothing',
      name(notOwed.toward),
      `${treatyName(notOwed.treaty)}, ${articleLabel(notOwed.article)}`,
      REASON_WORDS[notOwed.reason],
    ],
    codes: [
      notOwed.state,
      name(notOwed.state),
      '',
      notOwed.toward,
      name(notOwed.toward),
      notOwed.treaty,
      notOwed.article,
      notOwed.obligation,
      'not owed',
      notOwed.reason,
      '',
    ],
  }));
  return tableOf(TABLE_HEAD, CSV_HEAD, [...duties, ...free]);
}

const CHANCE_HEAD = ['State', 'Side', 'Chance', '90%', 'Bound by'] as const;
const CHANCE_CSV_HEAD = ['state', 'state_name', 'side', 'chance', 'low_90', 'high_90', 'bound_by'] as const;

/** How likely each state is to come, the likeliest first. */
export function chanceTable(chances: Iterable<Chance>, world: MappedWorld, date: string, clause: (bound: Chance['bound'][number]) => string): FightTable {
  const rows = [...chances]
    .toSorted((a, b) => b.value.value - a.value.value)
    .map(({ state, side, value, bound }): TableRow => {
      const name = capital(nameOf(world, state, date));
      const of = side === 'target' ? "Target's" : "Attacker's";
      const by = bound.length === 0 ? 'nothing here' : bound.map(clause).join('; ');
      const figure = (one: number | undefined): string => (one === undefined ? '' : one.toFixed(4));
      return {
        key: state,
        state,
        cells: [name, of, percent(value.value), percentRange(value.low, value.high), by],
        codes: [
          state,
          name,
          side,
          figure(value.value),
          figure(value.low),
          figure(value.high),
          bound.map(({ treaty, article }) => `${treaty} ${article}`).join('; '),
        ],
      };
    });
  return tableOf(CHANCE_HEAD, CHANCE_CSV_HEAD, rows);
}

function tableOf(head: readonly string[], codes: readonly string[], rows: readonly TableRow[]): FightTable {
  return { head, rows, csv: csv([codes, ...rows.map((row) => row.codes.map(inert))]) };
}
