import type { IsoDate, StateId } from '../../states/types.ts';
import type { Clause } from '../../law/regime.ts';
import { definePortfolioRule, type Finding } from '../rule.ts';

export const portfolioOverlappingGuarantees = definePortfolioRule({
  id: 'portfolio/overlapping-guarantees',
  severity: 'advice',
  summary: 'One state owes another defense under two treaties at once.',
  rationale:
    'The two promises seldom say the same: one is automatic and the other leaves the response to judgment, one has an area and a notice that the other has not. Which of them governs is then argued in the crisis, and leaving one does not free from the other. Say in the later text how it stands to the earlier.',
  source:
    'Vienna Convention on the Law of Treaties (1969), article 30; Treaty on European Union, article 42(7), which names its relation to the North Atlantic Treaty, as the pattern.',
  check: ({ law, world, dates, fileOf }) => {
    const seen = new Set<string>();
    const found: (Finding & { readonly file: string })[] = [];
    for (const date of dates) {
      const promised = new Map<string, Clause>();
      const defenses = law
        .on(date)
        .clauses.filter(({ obligation, to, standing }) => obligation.kind === 'defense' && to !== null && standing.treaty.form !== 'organization');
      const inOrder = defenses.toSorted((a, b) => order(a).localeCompare(order(b), 'en'));
      for (const later of inOrder) {
        for (const state of later.bound) {
          for (const toward of later.to ?? []) {
            if (state === toward) continue;
            const pair = `${state} ${toward}`;
            const earlier = promised.get(pair);
            if (earlier === undefined) promised.set(pair, later);
            else if (earlier.standing !== later.standing) {
              const key = `${earlier.standing.treaty.id} ${later.standing.treaty.id}`;
              const finding = seen.has(key) ? undefined : findingOf(earlier, later, [state, toward], date);
              seen.add(key);
              if (finding !== undefined) found.push(finding);
            }
          }
        }
      }
    }
    return found;

    function findingOf(earlier: Clause, later: Clause, pair: readonly StateId[], date: IsoDate): (Finding & { readonly file: string }) | undefined {
      const [file, other] = [fileOf(later.standing.treaty.id), fileOf(earlier.standing.treaty.id)];
      if (file === undefined || other === undefined) return undefined;
      const at = (clause: Clause, list: { readonly treaty: { readonly obligations: readonly { readonly id: string }[] } }) => {
        const i = list.treaty.obligations.findIndex(({ id }) => id === clause.obligation.id);
        return i === -1 ? ['id'] : ['obligations', i, 'id'];
      };
      const { treaty } = earlier.standing;
      const [state = '', toward = ''] = pair.map((id) => world.nameOf(id, date));
      return {
        file: file.file,
        at: at(later, file),
        clause: later.obligation.id,
        message: `${state} owes ${toward} defense already under ${treaty.short ?? treaty.name}, article ${earlier.obligation.article}: say how the two stand to each other`,
        related: [{ file: other.file, at: at(earlier, other), message: 'the earlier promise' }],
      };
    }
  },
});

function order({ standing: { treaty }, ordinal }: Clause): string {
  return `${treaty.in_force ?? treaty.signed} ${treaty.signed} ${treaty.id} ${String(ordinal).padStart(6, '0')}`;
}
