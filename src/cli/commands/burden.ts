import { defineCommand } from '../command.ts';
import { DAY } from '../flags.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const burden = defineCommand({
  name: 'burden',
  summary: 'who pays and who rides: spending against ability, pledge, and what each would choose',
  description:
    'Spending of the members against the Nash equilibrium with the treaty and without it, the efficient allocation, and the pledges, in % of GDP. ' +
    'What one member is worth to another is the chance that it comes, from the crisis game. Members without figures are named.',
  examples: [
    { line: 'foedus burden nato --date 2025-06-01', note: 'the ledger of the North Atlantic Treaty' },
    { line: 'foedus burden anzus --date 2025-06-01 --json', note: 'three members, for programs' },
  ],
  args: [{ name: 'treaty', description: 'the treaty', required: true, complete: 'treaty' }],
  flags: [...DAY, WORKSPACE],
  run: async (input, { io }) => {
    const [{ loadCatalog }, { treatyNamed }, { burden: burdenOf }, { askedDay }, { table, wrap }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/treaties-named.ts'),
      import('../../app/burden.ts'),
      import('../asked-day.ts'),
      import('../style.ts'),
    ]);
    const named = await treatyNamed(loadCatalog, input.argument('treaty') ?? '', workplaceOf(input, io));
    const found = burdenOf(named.treaty, askedDay(input, named.date ?? io.today()));
    const percent = (value: number): string => value.toFixed(2);
    return {
      value: found,
      text: (style) => {
        if (found.members.length === 0)
          return `Nothing can be compared: ${found.notAssessed.map(({ state, lacks }) => `${state} lacks ${lacks}`).join(', ') || 'the treaty has no members on that day'}.\n`;
        const rows = found.members
          .toSorted((a, b) => b.gdp - a.gdp)
          .map(({ state, gdp, defense, share, nash, apart, efficient, pledge }) => [
            state,
            gdp.toFixed(0),
            defense.toFixed(1),
            percent(100 * share),
            percent((100 * nash) / gdp),
            percent((100 * apart) / gdp),
            percent((100 * efficient) / gdp),
            pledge === undefined ? '-' : percent((100 * pledge) / gdp),
          ]);
        const header = ['member', 'GDP, bn $', 'defense, bn $', '% of GDP', 'Nash', 'apart', 'efficient', 'pledged'].map(style.bold);
        const rho = found.exploitation?.spearman;
        const wilcoxon = found.benefits?.wilcoxon;
        return `${table([header, ...rows])}\n${[
          'Nash: what each would choose under the treaty by the taste it showed in the base year. Apart: the same without the treaty. Efficient: what each would pay where all decide together. All in % of GDP.',
          ...(found.gaps === undefined
            ? []
            : [`Free riding: the members together pay ${percent(100 * found.gaps.toEfficient.share)} % less than in the efficient allocation.`]),
          ...(rho === undefined
            ? []
            : [
                `Exploitation of the great by the small (Olson and Zeckhauser): rank correlation of GDP and share ${rho.coefficient.toFixed(2)}, p = ${rho.pTwoSided.toFixed(3)} (${rho.method}).`,
              ]),
          ...(wilcoxon === undefined ? [] : [`Burden against benefit in GDP and population: Wilcoxon p = ${wilcoxon.pTwoSided.toFixed(3)}.`]),
          ...(found.spillins === undefined
            ? []
            : [
                `A unit of allies' spending is worth ${found.spillins.game.toFixed(2)} of one's own in the mean by the crisis game; what NATO's members spent since 1950 says ${found.spillins.record.value.toFixed(2)} (${found.spillins.record.low.toFixed(2)} to ${found.spillins.record.high.toFixed(2)}).`,
              ]),
          ...found.notAssessed.map(({ state, lacks }) => `Not assessed: ${state}, which lacks ${lacks}.`),
          `Method: ${found.method}.`,
          ...found.warnings,
        ]
          .map((line) => wrap(line, 0))
          .join('\n')}\n`;
      },
    };
  },
});
