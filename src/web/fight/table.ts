import type { MappedWorld } from '../../core/states/world.ts';
import { articleLabel } from './cite.ts';
import type { StoryStep } from './story.ts';
import { ACTION_LABEL, ACTION_ORDER, capital, nameOf, REASON_WORDS } from './words.ts';

/** One line of the table: what the map shows, state by state. */
export interface TableRow {
  readonly key: string;
  readonly state: string;
  readonly cells: readonly [state: string, duty: string, toward: string, treaty: string, status: string];
  readonly codes: readonly string[];
}

export const TABLE_HEAD = ['State', 'Duty', 'Toward', 'Treaty', 'Status or reason'] as const;
const CSV_HEAD = ['state', 'state_name', 'action', 'toward', 'toward_name', 'treaty', 'article', 'obligation', 'status', 'reason', 'automaticity'] as const;

/** Rows in the order of the panel: duties, the strongest kind first, then allies that owe nothing. */
export function tableRows(step: StoryStep, world: MappedWorld, date: string, treatyName: (id: string) => string): TableRow[] {
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
  return [...duties, ...free];
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The same rows with codes, as CSV (RFC 4180). */
export function tableCsv(rows: readonly TableRow[]): string {
  return [CSV_HEAD, ...rows.map(({ codes }) => codes)].map((line) => line.map(quoted).join(',')).join('\r\n') + '\r\n';
}
