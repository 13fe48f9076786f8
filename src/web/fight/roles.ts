import { NONSTATE } from '../../core/law/types.ts';
import type { Interval } from '../../core/assess/assessment.ts';
import type { Action, NotOwed } from '../../core/law/types.ts';
import { percentWithRange } from '../../charts/numbers.ts';
import { articleLabel } from './cite.ts';
import { ACTION_ORDER, ACTION_NOUN, inSentence, nameOf, REASON_WORDS } from './words.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import type { LiveDuty, Story, StoryStep } from './story.ts';

/** How a state stands at a step, as the map fills it. */
export interface Role {
  readonly state: string;
  /** `may`: no treaty binds it, and it might come all the same; asked for where chances are shown. */
  readonly kind: 'attacker' | 'target' | 'duty' | 'choice' | 'free' | 'may';
  /** The strongest duty, where it owes one. */
  readonly action: Action | null;
  readonly duties: readonly LiveDuty[];
  readonly free: readonly NotOwed[];
  readonly fresh: boolean;
  /** How likely it is to come, where that is shown and known. */
  readonly chance?: Interval;
}

export type Roles = ReadonlyMap<string, Role>;

/** Every state that has part in the step, in the order of the panel: principals, duties, then allies that owe nothing. */
export function rolesAt(story: Story, step: StoryStep): Roles {
  const { event } = story;
  const byState = new Map<string, LiveDuty[]>();
  for (const live of step.duties) byState.set(live.duty.state, [...(byState.get(live.duty.state) ?? []), live]);
  const freeOf = (state: string): NotOwed[] => step.free.filter(({ notOwed }) => notOwed.state === state).map(({ notOwed }) => notOwed);
  const attacked = new Set(step.moves.map(({ target }) => target).filter((state) => step.sides.target.includes(state)));
  const roles = new Map<string, Role>();
  const add = (state: string, kind: Role['kind']): void => {
    if (state === NONSTATE || roles.has(state)) return;
    const duties = byState.get(state) ?? [];
    const actions = ACTION_ORDER.filter((action) => duties.some(({ duty }) => duty.action === action));
    roles.set(state, { state, kind, action: actions[0] ?? null, duties, free: freeOf(state), fresh: duties.some(({ fresh }) => fresh) });
  };
  for (const state of event.attackers) add(state, 'attacker');
  add(event.target, 'target');
  for (const state of attacked) if (!byState.has(state) && !step.byChoice.includes(state)) add(state, 'target');
  for (const action of ACTION_ORDER) for (const { duty } of step.duties) if (duty.action === action) add(duty.state, 'duty');
  for (const state of [...step.sides.attacker, ...step.sides.target]) add(state, 'choice');
  for (const { notOwed, owesLess } of step.free) if (!owesLess) add(notOwed.state, 'free');
  return roles;
}

/** One line on a state for the tooltip and for readers of the map. */
export function roleSentence(id: string, role: Role | undefined, world: MappedWorld, date: string, treatyName: (id: string) => string): string {
  const standing = standingSentence(id, role, world, date, treatyName);
  return role?.chance ? `${standing}; chance of coming in ${percentWithRange(role.chance)}` : standing;
}

function standingSentence(id: string, role: Role | undefined, world: MappedWorld, date: string, treatyName: (id: string) => string): string {
  const name = nameOf(world, id, date);
  const owes = (role?.duties ?? []).map(
    ({ duty }) => `owes ${inSentence(world, duty.toward, date)} ${ACTION_NOUN[duty.action]} (${treatyName(duty.treaty)}, ${articleLabel(duty.article)})`,
  );
  if (!role) return `${name}: no treaty bears on this`;
  switch (role.kind) {
    case 'attacker':
      return [`${name}: attacker`, ...owes].join('; ');
    case 'target':
      return [`${name}: target`, ...owes].join('; ');
    case 'choice':
      return `${name}: at war by its own choice, owed nothing`;
    case 'free': {
      const [first] = role.free;
      return `${name}: allied, owes nothing${first ? ` (${REASON_WORDS[first.reason]}; ${treatyName(first.treaty)})` : ''}`;
    }
    case 'may':
      return `${name}: bound by no treaty here`;
    case 'duty':
      return `${name}: ${owes.join('; ')}`;
  }
}
