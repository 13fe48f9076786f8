import type { Path } from '../../diagnostics.ts';
import { cascade } from '../../law/cascade.ts';
import { reaches } from '../../law/conditions.ts';
import { completeEvent } from '../../law/event.ts';
import { isOwed } from '../../law/portfolio.ts';
import type { Clause, Regime } from '../../law/regime.ts';
import { BARE, trigger } from '../../law/trigger.ts';
import type { CascadeStep } from '../../law/types.ts';
import type { IsoDate, StateId } from '../../states/types.ts';
import type { World } from '../../states/world.ts';
import { isGeneral } from '../../treaty/general.ts';
import type { Treaty } from '../../treaty/schema.ts';
import { adversariesOf } from '../../treaty/trigger.ts';
import { isHelp } from '../clauses.ts';
import { definePortfolioRule, type Finding, type PortfolioContext } from '../rule.ts';

/** `state` promised help to `middle` (`near`), and `middle` to `stranger` (`far`). */
interface Chain {
  readonly state: StateId;
  readonly middle: StateId;
  readonly stranger: StateId;
  readonly near: Clause;
  readonly far: Clause;
}

export const portfolioChain = definePortfolioRule({
  id: 'portfolio/chain',
  severity: 'advice',
  summary: 'By the letter of two treaties a state is drawn into the quarrel of one with which it has none.',
  rationale:
    'A promise to stand by an ally in its wars, and not only when it is attacked, reaches as far as the promises that ally has made. So the quarrel of a small state can call up great ones that never promised it anything. A clause on attack, or on wars the ally did not enter of itself, ends the chain.',
  source:
    'Christensen and Snyder 1990, "Chain Gangs and Passed Bucks: Predicting Alliance Patterns in Multipolarity", International Organization 44(2): 137-168.',
  check: (context) => {
    const reported = new Set<string>();
    return context.dates.flatMap((date) => {
      const regime = context.law.on(date);
      const joins = joiners(regime, context.world);
      return linksOn(regime, (one, other) => context.turns(one, other, date)).flatMap(({ near, far }) => {
        const pair = `${near.standing.treaty.id} ${far.standing.treaty.id}`;
        if (reported.has(pair)) return [];
        for (const chain of chainsOf(near, far, regime)) {
          const adversary = adversariesFor(chain, regime, context.world).find((attacker) => joins(attacker, chain));
          if (adversary === undefined) continue;
          reported.add(pair);
          return findingOf(chain, adversary, date, context);
        }
        return [];
      });
    });
  },
});

/** Chains of one pair of clauses that are put to the law. */
const TRIED = 4;

/** Pairs of clauses of two treaties that leave nothing to judgment, the one to a state that the other binds. */
function linksOn({ clauses }: Regime, turns: (one: Treaty, other: Treaty) => boolean): readonly { readonly near: Clause; readonly far: Clause }[] {
  const forces = clauses.filter(
    ({ obligation, to, standing: { treaty } }) =>
      isHelp(obligation) && obligation.response?.automaticity !== 'discretionary' && to !== null && !isGeneral(treaty),
  );
  return forces.flatMap((far) =>
    forces.flatMap((near) =>
      near.standing !== far.standing && turns(near.standing.treaty, far.standing.treaty) && far.bound.some((middle) => near.to?.includes(middle))
        ? [{ near, far }]
        : [],
    ),
  );
}

function chainsOf(near: Clause, far: Clause, { standing, clauses }: Regime): readonly Chain[] {
  const related = (a: StateId, b: StateId): boolean =>
    standing.some(({ parties, treaty }) => !isGeneral(treaty) && parties.includes(a) && parties.includes(b)) ||
    clauses.some(({ obligation, bound, to }) => isHelp(obligation) && bound.includes(a) && to?.includes(b) === true);
  const found: Chain[] = [];
  for (const middle of far.bound.filter((one) => near.to?.includes(one))) {
    for (const state of near.bound) {
      for (const stranger of far.to ?? []) {
        if (new Set([state, middle, stranger]).size < 3 || related(state, stranger)) continue;
        found.push({ state, middle, stranger, near, far });
        if (found.length === TRIED) return found;
      }
    }
  }
  return found;
}

/** Adversaries that both clauses reach: those either names, else the great powers of the date. */
function adversariesFor({ state, middle, stranger, near, far }: Chain, regime: Regime, world: World): readonly StateId[] {
  const named = [near, far]
    .flatMap((clause) => adversariesOf(clause.trigger))
    .flatMap((spec) => (typeof spec === 'string' && world.state(spec) !== undefined ? [spec] : []));
  const powers = world.states.filter(({ id }) => world.isGreatPower(id, regime.date)).map(({ id }) => id);
  return [...new Set(named.length > 0 ? named : powers)].filter(
    (id) => ![state, middle, stranger].includes(id) && reaches(near, id, regime) && reaches(far, id, regime),
  );
}

/** Whether, were an attacker to attack the stranger, the state would join for the middle's sake alone. Cascades are remembered. */
function joiners(regime: Regime, world: World): (attacker: StateId, chain: Chain) => boolean {
  const known = new Map<string, readonly CascadeStep[]>();
  return (attacker, { state, middle, stranger, near, far }) => {
    const question = completeEvent({ attackers: [attacker], target: stranger, date: regime.date }, world);
    if (!question.ok || !isOwed(far, middle, stranger, question.event, regime, world)) return false;
    const key = `${attacker} ${stranger}`;
    let steps = known.get(key);
    if (steps === undefined) {
      ({ steps } = cascade(trigger(question.event, regime, world, BARE), regime, world, { mode: 'letter', bare: true }));
      known.set(key, steps);
    }
    const joined = steps.find((step) => step.state === state);
    return joined !== undefined && joined.duties.every(({ toward, treaty }) => toward === middle && treaty === near.standing.treaty.id);
  };
}

function findingOf(
  { state, middle, stranger, near, far }: Chain,
  adversary: StateId,
  date: IsoDate,
  { fileOf, world }: PortfolioContext,
): readonly (Finding & { readonly file: string })[] {
  const nearIsLater = begins(near) > begins(far);
  const [later, earlier] = nearIsLater ? [near, far] : [far, near];
  const [file, other] = [fileOf(later.standing.treaty.id), fileOf(earlier.standing.treaty.id)];
  if (file === undefined || other === undefined) return [];
  const name = (id: StateId): string => world.nameOf(id, date);
  const { treaty } = near.standing;
  return [
    {
      file: file.file,
      at: placeOf(later),
      clause: later.obligation.id,
      message: `Were ${name(adversary)} to attack ${name(stranger)}, ${name(middle)} would fight for it, and ${name(state)}, which shares no treaty with ${name(stranger)}, for ${name(middle)} (${treaty.short ?? treaty.name}) (${date})`,
      related: [{ file: other.file, at: placeOf(earlier), message: 'the other link' }],
    },
  ];
}

function begins({ standing: { treaty } }: Clause): string {
  return `${treaty.in_force ?? treaty.signed} ${treaty.signed} ${treaty.id}`;
}

function placeOf({ standing: { treaty }, obligation }: Clause): Path {
  const i = treaty.obligations.findIndex(({ id }) => id === obligation.id);
  return i === -1 ? ['id'] : ['obligations', i, 'id'];
}
