import { defineCommand } from '../command.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const calendar = defineCommand({
  name: 'calendar',
  summary: 'reviews, renewals, exit windows, notice deadlines and pledge dates',
  description: 'Without a treaty, every treaty in force today, ten years ahead. For a treaty that is over, its whole life. `-o FILE.ics` writes iCalendar.',
  examples: [
    { line: 'foedus calendar nato --from 1949-01-01 --to 2040-01-01', note: 'ninety years of the North Atlantic Treaty' },
    { line: 'foedus calendar nato anzus -o windows.ics', note: 'as a calendar to subscribe to' },
  ],
  args: [{ name: 'treaty', description: 'ids of the catalog, files, or alliances of ATOP: atop:3180', many: true, complete: 'treaty' }],
  flags: [{ name: 'from', value: 'DATE', description: 'first day' }, { name: 'to', value: 'DATE', description: 'first day left out' }, WORKSPACE],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { calendarIcs, treatyCalendar }, { inForceOn }, { treatiesNamed }, { dayOf }, { UserError }, { table }, { csv }] =
      await Promise.all([
        import('../../app/load-catalog.ts'),
        import('../../app/calendar.ts'),
        import('../../core/treaty/resolve.ts'),
        import('../../app/treaties-named.ts'),
        import('../../app/dates.ts'),
        import('../../app/user-error.ts'),
        import('../style.ts'),
        import('../../core/formats/csv.ts'),
      ]);
    const today = io.today();
    const [first, end] = [input.flag('from'), input.flag('to')];
    const from = first === undefined ? undefined : dayOf(first, '--from');
    const to = end === undefined ? undefined : dayOf(end, '--to');
    if (from !== undefined && to !== undefined && from >= to) throw new UserError(`--to: ${to} is not after ${from}.`);
    const names = input.arguments('treaty');
    const treaties =
      names.length === 0
        ? loadCatalog().treaties.filter((treaty) => inForceOn(treaty, today))
        : await treatiesNamed(loadCatalog, names, workplaceOf(input, io));
    const entries = treatyCalendar(treaties, { today, ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
    if (entries.length === 0) note('No date falls in the window; widen it with --from and --to.');
    const rows = entries.map(({ date, treaty, kind, article, text }) => [date, treaty, kind, article ?? '', text]);
    return {
      value: { entries },
      text: () => table(rows),
      files: { ics: () => calendarIcs(entries, treaties, today), csv: () => csv([['date', 'treaty', 'kind', 'article', 'text'], ...rows]) },
    };
  },
});
