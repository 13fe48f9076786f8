import type { StateId } from '../../states/types.ts';
import type { Treaty } from '../../treaty/schema.ts';
import type { Obligation } from '../../treaty/obligation-schema.ts';
import { adversariesOf, eventsOf } from '../../treaty/trigger.ts';
import { isHelp, statesIn, together } from '../clauses.ts';
import { defineRule, type Finding } from '../rule.ts';

type Beginning = 'adversary' | 'ally';

export const obligationContradiction = defineRule({
  id: 'obligation/contradiction',
  severity: 'error',
  summary: 'One treaty binds a state to fight another and to stay neutral toward it in the same war.',
  rationale:
    'Two promises of one text that fall due in the same case and cannot both be kept make the text impossible to execute. Promises that hang on who began the war (neutral if my ally attacks, at its side if it is attacked) are no contradiction and are left alone.',
  source: 'Vienna Convention on the Law of Treaties (1969), articles 26 and 31(1): a treaty is to be performed in good faith, and read as one whole.',
  check: ({ treaty, clauses, parsed }) =>
    clauses.flatMap(({ obligation: help, path }) =>
      clauses.flatMap(({ obligation: restraint, path: other }): readonly Finding[] => {
        const clash = clashOf(help, restraint, treaty);
        if (clash === undefined) return [];
        const peace = restraint.kind === 'neutrality' ? 'neutrality' : 'peace';
        return [
          {
            at: [...path, 'kind'],
            clause: help.id,
            message: `Binds ${clash.state} to fight ${clash.adversary}, to which '${restraint.id}' promises ${peace} in the same war`,
            related: [{ file: parsed.file, at: [...other, 'kind'], message: `${peace} toward ${clash.adversary}` }],
          },
        ];
      }),
    ),
});

function clashOf(help: Obligation, restraint: Obligation, treaty: Treaty): { readonly state: StateId; readonly adversary: StateId } | undefined {
  if (!isHelp(help) || help.trigger === undefined || !together(help, restraint)) return undefined;
  const { kind, trigger } = restraint;
  if (kind === 'nonaggression' ? help.kind !== 'offense' : kind !== 'neutrality' || trigger === undefined) return undefined;
  if (!fightIn(help).some((beginning) => kind === 'nonaggression' || neutralIn(restraint).includes(beginning))) return undefined;
  const adversaries = adversariesOf(help.trigger)
    .filter((spec) => typeof spec === 'string' && /^[A-Z]{3}$/.test(spec))
    .map(String);
  const adversary = adversaries.find((state) => statesIn(restraint.to, treaty)?.includes(state));
  const state = statesIn(help.bound, treaty)?.find((one) => one !== adversary && statesIn(restraint.bound, treaty)?.includes(one));
  if (adversary === undefined || state === undefined) return undefined;
  const allies = (statesIn(help.to, treaty) ?? []).filter((ally) => ally !== state && ally !== adversary);
  return allies.some((ally) => trigger === undefined || reaches(restraint, ally)) ? { state, adversary } : undefined;
}

/** In which wars of ally and adversary, by who began them, the help is owed. */
function fightIn({ kind, trigger }: Obligation): readonly Beginning[] {
  if (trigger === undefined) return [];
  if (kind === 'offense') return ['ally'];
  const events = eventsOf(trigger);
  const anyWar = events.some((event) => event === 'war' || event === 'any-hostility') && trigger.unprovoked !== true;
  return anyWar ? ['adversary', 'ally'] : events.some((event) => event === 'armed-attack' || event === 'war') ? ['adversary'] : [];
}

/** ... and in which neutrality is owed to the adversary. */
function neutralIn({ trigger }: Obligation): readonly Beginning[] {
  if (trigger === undefined) return [];
  return eventsOf(trigger).includes('war') && trigger.unprovoked !== true ? ['adversary', 'ally'] : ['ally'];
}

function reaches({ trigger }: Obligation, state: StateId): boolean {
  if (trigger === undefined || trigger.except?.states.includes(state) === true) return false;
  const named = adversariesOf(trigger);
  return named.length === 0 || named.some((spec) => spec === state || (typeof spec === 'string' && !/^[A-Z]{3}$/.test(spec)));
}
