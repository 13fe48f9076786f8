import { defineCommand } from '../command.ts';
import { DAY } from '../flags.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const review = defineCommand({
  name: 'review',
  summary: 'pledges and purposes of a treaty: met, at risk, missed',
  description:
    "The yearly review of a treaty on a date: every pledge and purpose with its reading, member by member, from the catalog's figures. " +
    'A pledge is missed where the figure is below and its day has passed, at risk where the day is to come. What has no figure is said to have none.',
  examples: [
    { line: 'foedus review nato --date 2025-06-01', note: 'the pledges of Wales, Vilnius and The Hague, member by member' },
    { line: 'foedus review nato --date 2024-06-01 --json', note: 'the same a year earlier, for programs' },
  ],
  args: [{ name: 'treaty', description: 'the treaty', required: true, complete: 'treaty' }],
  flags: [...DAY, WORKSPACE],
  run: async (input, { io }) => {
    const [{ loadCatalog }, { treatyNamed }, { review: reviewOf }, { askedDay }, { count, table, wrap }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/treaties-named.ts'),
      import('../../app/review.ts'),
      import('../asked-day.ts'),
      import('../style.ts'),
    ]);
    const named = await treatyNamed(loadCatalog, input.argument('treaty') ?? '', workplaceOf(input, io));
    const date = askedDay(input, named.date ?? io.today());
    const found = reviewOf(named.treaty, date);
    const share = (value: number): string => `${(100 * value).toFixed(2)} %`;
    return {
      value: found,
      text: (style) => {
        const pledges = found.pledges.map(({ id, metric, at_least, by, readings, counts }) => {
          const head = `${style.bold(id)}: ${metric ?? 'no metric'}${at_least === undefined ? '' : `, at least ${at_least}`}${by === undefined ? '' : ` by ${by}`}`;
          const known = readings.filter(({ standing }) => standing !== 'no-reading');
          if (known.length === 0) return `${head}\nThe catalog has no figure for it.\n`;
          const sums = `${count(counts.met, 'member')} met it, ${counts['at-risk']} at risk, ${counts.missed} missed, ${counts['no-reading']} without a figure.`;
          const rows = known
            .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
            .map(({ state, standing, value = 0, year, trend, source }) => [
              state,
              share(value),
              String(year ?? ''),
              trend === undefined ? '-' : `${trend >= 0 ? '+' : ''}${(100 * trend).toFixed(2)} a year`,
              standing,
              source ?? '',
            ]);
          return `${head}\n${table([['member', 'value', 'year', 'trend', 'standing', 'source'], ...rows])}${sums}\n`;
        });
        const purposes = found.purposes.map(({ id, text, standing, how }) =>
          wrap(`${id}: ${text} (${standing === 'no-reading' ? 'no reading in the catalog' : standing}: ${how})`, 0),
        );
        return `${[...pledges, ...(purposes.length === 0 ? [] : [`${style.bold('Purposes')}\n${purposes.join('\n')}\n`])].join('\n')}${found.pledges.length === 0 && found.purposes.length === 0 ? 'The treaty file holds no pledge and no purpose.\n' : ''}`;
      },
    };
  },
});
