import type { Path } from '../../diagnostics.ts';
import type { Obligation } from '../../treaty/obligation-schema.ts';
import type { Domain } from '../../treaty/vocabulary.ts';
import { isHelp } from '../clauses.ts';
import { defineRule, type Finding } from '../rule.ts';

const NEW: readonly Domain[] = ['cyber', 'space', 'hybrid'];

export const scopeNoThreshold = defineRule({
  id: 'scope/no-threshold',
  severity: 'warning',
  summary: 'A cyber, space or hybrid attack calls for an automatic response, with no threshold and no consultation.',
  rationale:
    'What is an armed attack in these domains is decided by scale and effects, case by case, and by whom it was done is seldom certain in time. A clause that acts by itself on such a finding is either not believed or dangerous; consultation first, a response left to judgment, or a request of the victim gives the finding a place.',
  source:
    'Schmitt (ed.) 2017, Tallinn Manual 2.0 on the International Law Applicable to Cyber Operations, rule 71; ICJ, Military and Paramilitary Activities in and against Nicaragua, 1986, paragraphs 191 and 195.',
  check: ({ treaty, clauses }) => {
    const unguarded = (obligation: Obligation | undefined): boolean =>
      obligation !== undefined &&
      isHelp(obligation) &&
      obligation.response?.automaticity !== 'discretionary' &&
      obligation.response?.consult_first !== true &&
      obligation.trigger?.on_request !== true;
    const finding = (domains: readonly Domain[], at: Path, clause: string): readonly Finding[] => {
      const first = domains.find((domain) => NEW.includes(domain));
      return first === undefined
        ? []
        : [
            {
              at: [...at, domains.indexOf(first)],
              clause,
              message: `Automatic response to an attack in the ${first} domain: set a threshold, or let consultation come first`,
            },
          ];
    };
    return [
      ...clauses.flatMap(({ obligation, path }) =>
        unguarded(obligation) ? finding(obligation.trigger?.domains ?? [], [...path, 'trigger', 'domains'], obligation.id) : [],
      ),
      ...(treaty.amendments ?? []).flatMap(({ change }, i) =>
        'adds' in change || change.add_domains === undefined || !unguarded(clauses.find(({ obligation }) => obligation.id === change.obligation)?.obligation)
          ? []
          : finding(change.add_domains, ['amendments', i, 'change', 'add_domains'], change.obligation),
      ),
    ];
  },
});
