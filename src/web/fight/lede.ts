import type { Reason } from '../../core/law/types.ts';
import type { MappedWorld } from '../../core/states/world.ts';
import { percent } from '../../charts/numbers.ts';
import { LIKELY, type Chance } from './chances.ts';
import { dayAndMonth } from './dates.ts';
import { dutyRows, freeRows } from './rows.ts';
import { HELP, type Story, type StoryStep } from './story.ts';
import { ACTION_NOUN, capital, COPY, countOf, countWord, inSentence, kindVerb, listOf } from './words.ts';

/** "28 July: Austria-Hungary attacks Serbia"; without the date where the step has none. */
export function stepTitle(story: Story, step: StoryStep, world: MappedWorld): string {
  if (step.title) return step.title;
  const { event } = story;
  const name = (id: string): string => inSentence(world, id, event.date);
  if (step.kind === 'event') return capital(`${listOf(event.attackers.map(name))} ${kindVerb(event.kind, event.attackers.length)} ${name(event.target)}`);
  const { movers } = step;
  const side = step.sides.target.some((id) => movers.includes(id)) ? event.target : (event.attackers[0] ?? event.target);
  if (step.kind === 'choice') return `${capital(listOf(movers.map(name)))} ${movers.length === 1 ? 'joins' : 'join'} ${name(side)}, by choice`;
  if (movers.length > 3) return `${capital(countWord(movers.length))} states do what they owe`;
  const beside = movers.every((id) => step.sides.target.includes(id))
    ? name(event.target)
    : movers.every((id) => step.sides.attacker.includes(id))
      ? name(event.attackers[0] ?? '')
      : 'the war';
  return `${capital(listOf(movers.map(name)))} ${movers.length === 1 ? 'joins' : 'join'} ${beside}`;
}

export function stepWhen(step: StoryStep): string {
  return step.date ? dayAndMonth(step.date) : step.kind === 'choice' ? 'Choice' : 'Next';
}

const FREE_BECAUSE: Readonly<Record<Reason, string>> = {
  'not-in-force': 'the treaty is not in force',
  'not-a-party': 'not every state is a party',
  suspended: 'the treaty is suspended',
  'out-of-area': 'the place lies outside the area of the treaty',
  'domain-not-covered': 'the treaty does not cover the domain',
  'attacker-excluded': 'the treaty does not run against this attacker',
  'beneficiary-began-it': 'it began the war',
  'attacker-is-party': 'the attacker is a party too',
  'too-few-attackers': 'the attackers are too few',
  'condition-unmet': 'a condition of the treaty is not met',
  reservation: 'a reservation excludes the case',
  'below-threshold': 'it is no armed attack',
};

/** Two to four sentences on what a step brings: what is newly owed, what is broken, which allies are free. */
export function lede(story: Story, step: StoryStep, index: number, world: MappedWorld): string {
  const date = step.date ?? story.event.date;
  const name = (id: string): string => inSentence(world, id, date);
  const rows = dutyRows(step);
  const sentences: string[] = [];
  const groups = new Map<string, { action: (typeof rows)[number]['duty']['action']; toward: string; states: Set<string> }>();
  for (const { duty, states, fresh, status } of rows) {
    if (!fresh || status === 'broken') continue;
    const key = `${duty.action} ${duty.toward}`;
    const group = groups.get(key) ?? { action: duty.action, toward: duty.toward, states: new Set() };
    groups.set(key, group);
    for (const state of states) group.states.add(state);
  }
  const named = new Map<string, Set<string>>();
  let told = 0;
  for (const { action, toward, states } of groups.values()) {
    const before = named.get(toward) ?? new Set<string>();
    const more = [...states].filter((state) => !before.has(state));
    named.set(toward, new Set([...before, ...states]));
    if (more.length === 0 || told >= 3) continue;
    told += 1;
    const who =
      more.length <= 2 ? listOf(more.map(name)) : capital(before.size > 0 ? `${countWord(more.length)} more` : countOf(more.length, 'state', 'states'));
    const verb = index === 0 ? 'would owe' : more.length === 1 ? 'now owes' : 'now owe';
    sentences.push(`${capital(who)} ${verb} ${before.size > 0 ? '' : `${name(toward)} `}${ACTION_NOUN[action]}.`);
  }
  const broken = rows.filter(({ status, duty, fresh }) => status === 'broken' && (fresh || step.movers.includes(duty.state)));
  const breaches = new Set<string>();
  for (const { duty, states } of broken) {
    const key = `${states.join()} ${duty.action} ${duty.toward}`;
    if (breaches.has(key) || breaches.size >= 2) continue;
    breaches.add(key);
    sentences.push(
      `${capital(listOf(states.map(name)))} ${states.length === 1 ? 'breaks' : 'break'} ${states.length === 1 ? 'a promise' : 'promises'} of ${ACTION_NOUN[duty.action]} to ${name(duty.toward)}.`,
    );
  }
  if (sentences.length === 0) sentences.push(index === 0 ? COPY.noneOwed : 'Nothing new is owed at this step.');
  else if (index === 0 && !rows.some(({ duty }) => duty.toward === story.event.target && HELP.includes(duty.action))) {
    return [COPY.noHelp(name(story.event.target)), ...freeSentences(step, name), ...sentences].slice(0, 4).join(' ');
  }
  if (index === 0) sentences.push(...freeSentences(step, name));
  if (index > 0 && index === story.steps.length - 1) sentences.push(lastSentence(story, step, name));
  return sentences.join(' ');
}

/** Why allies are free, one sentence for each state they are allied with: those who owe nothing, and those who owe no help. */
function freeSentences(step: StoryStep, name: (id: string) => string): string[] {
  const groups = new Map<string, { toward: string; owesLess: boolean; reasons: Map<Reason, Set<string>> }>();
  for (const { notOwed, states, owesLess } of freeRows(step)) {
    const key = `${notOwed.toward} ${owesLess}`;
    const group = groups.get(key) ?? { toward: notOwed.toward, owesLess, reasons: new Map<Reason, Set<string>>() };
    groups.set(key, group);
    const named = group.reasons.get(notOwed.reason) ?? new Set<string>();
    group.reasons.set(notOwed.reason, named);
    for (const state of states) named.add(state);
  }
  return [...groups.values()].slice(0, 2).flatMap(({ toward, owesLess, reasons }) => {
    const [first] = [...reasons].sort((a, b) => b[1].size - a[1].size);
    if (!first) return [];
    const [reason, states] = first;
    const all = new Set([...reasons.values()].flatMap((set) => [...set]));
    const because = states.size === all.size ? `: ${FREE_BECAUSE[reason]}` : '';
    return [
      `${capital(countOf(all.size, 'ally', 'allies'))} of ${name(toward)} ${all.size === 1 ? 'owes' : 'owe'} it ${owesLess ? 'no help' : 'nothing'}${because}.`,
    ];
  });
}

function lastSentence(story: Story, step: StoryStep, name: (id: string) => string): string {
  const count = step.sides.attacker.length + step.sides.target.length;
  const chosen = step.byChoice;
  if (story.mode === 'likely') return `The likely war stops here, at ${countOf(count, 'state', 'states')}.`;
  if (story.mode === 'letter') return `By the letter the war stops here, at ${countOf(count, 'state', 'states')}.`;
  const owing = chosen.length > 0 ? ` ${capital(countWord(chosen.length))} joined owing nothing: ${listOf(chosen.map(name))}.` : '';
  return `${capital(countOf(count, 'state is', 'states are'))} at war.${owing}`;
}

/** Who is more likely than not to come, with chances; and how sure that is. */
export function chanceLede(chances: Iterable<Chance>, story: Story, world: MappedWorld): string {
  const sorted = [...chances].toSorted((a, b) => b.value.value - a.value.value);
  const [first] = sorted;
  if (first === undefined) return COPY.nobodyLikely;
  const name = ({ state }: Chance): string => inSentence(world, state, story.event.date);
  const told = (one: Chance): string => `${name(one)} (${percent(one.value.value)})`;
  const likely = sorted.filter(({ value }) => value.value > LIKELY);
  const sure = likely.filter(({ value }) => value.low !== undefined && value.low > LIKELY);
  if (sorted.length === 1 && likely.length === 0) return `One state might come in, less likely than not: ${told(first)}.`;
  if (likely.length === 0)
    return `Of ${countOf(sorted.length, 'state', 'states')} that might come, none is more likely than not to; the likeliest is ${told(first)}.`;
  const more = likely.length > 4 ? `${likely.slice(0, 3).map(told).join(', ')} and ${countWord(likely.length - 3)} more` : listOf(likely.map(told));
  const range = first.value.low === undefined ? '' : sure.length === 0 ? ' No range lies wholly above one half: cannot tell.' : '';
  return `${capital(countOf(likely.length, 'state is', 'states are'))} more likely than not to come in: ${more}.${range}`;
}
