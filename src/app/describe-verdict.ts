import { eventSentence } from '../core/law/explain.ts';
import { ACTION_NOUN, wordingOn } from '../core/law/wording.ts';
import { articleName, capitalized } from '../core/text/sentence.ts';
import { ACTIONS, type Duty, type NotOwed, type Reason, type Verdict } from '../core/law/types.ts';
import type { World } from '../core/states/world.ts';

/** A heading and what stands under it, for a terminal or a page. */
export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly line: string;
  /** Ids of the states the line counts, where it counts them. */
  readonly states?: readonly string[];
  readonly because: readonly string[];
}

const OUTSIDE: readonly Reason[] = ['not-in-force', 'not-a-party'];

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

export interface Description {
  /** The event, in a sentence. */
  readonly event: string;
  readonly sections: readonly Section[];
}

/** A verdict in words: what is owed, what is not and why, what cannot both be done, what follows. */
export function describeVerdict(verdict: Verdict, world: World): Description {
  const words = wordingOn(world, verdict.event.date);
  const event = eventSentence(verdict.event, words);
  const reasons = (because: readonly string[], contested?: string): readonly string[] => [
    ...because.filter((sentence) => sentence !== event),
    ...(contested === undefined ? [] : [contested]),
  ];
  const names = (states: readonly string[]): string => (states.length <= 3 ? words.names(states) : `${states.length} states`);
  const verb = (states: readonly string[], one: string, many: string): string => (states.length === 1 ? one : many);
  const listedIds = (states: readonly string[]) => (states.length <= 3 ? {} : { states });

  const duty = (group: readonly [Duty, ...Duty[]]): Entry => {
    const [first] = group;
    const states = group.map(({ state }) => state);
    const against = first.against.length === 0 ? '' : ` against ${words.names(first.against)}`;
    const remarks = [
      ...(first.automaticity === 'discretionary' ? ['each judges what it does'] : []),
      ...(first.onRequest === true ? ['when asked'] : []),
      ...(first.contested === undefined ? [] : ['contested']),
    ];
    return {
      line: `${capitalized(names(states))} ${verb(states, 'owes', 'owe')} ${words.name(first.toward)} ${ACTION_NOUN[first.action]}${against}: ${first.treaty}, ${articleName(first.article)}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`,
      ...listedIds(states),
      because: reasons(first.because, first.contested),
    };
  };
  const freed = (group: readonly [NotOwed, ...NotOwed[]]): Entry => {
    const [first] = group;
    const states = group.map(({ state }) => state);
    return {
      line: `${capitalized(names(states))} ${verb(states, 'owes', 'owe')} ${words.name(first.toward)} nothing: ${first.reason} (${first.treaty}, ${articleName(first.article)})`,
      ...listedIds(states),
      because: reasons(first.because, first.contested),
    };
  };

  const bonds = verdict.notOwed.filter(({ reason }) => !OUTSIDE.includes(reason));

  /** Treaties that were no bond between the two on the date: a line a treaty would bury the rest. */
  const outside = (reason: Reason, title: string): Entry[] => {
    const answering = new Set([...verdict.duties, ...bonds].map(({ treaty }) => treaty));
    const without = verdict.notOwed.filter((one) => one.reason === reason);
    // A treaty that answers otherwise is in force: the clause alone is not.
    const treaties = [
      ...new Set(without.map(({ treaty, article }) => (answering.has(treaty) && reason === 'not-in-force' ? `${treaty} (${articleName(article)})` : treaty))),
    ];
    return treaties.length === 0 ? [] : [{ line: `${title}: ${treaties.join(', ')}`, because: [] }];
  };

  const strongestFirst = verdict.duties.toSorted((a, b) => ACTIONS.indexOf(a.action) - ACTIONS.indexOf(b.action));
  const owed = grouped(strongestFirst, ({ action, toward, against, treaty, obligation }) => [action, toward, against.join(), treaty, obligation].join('|')).map(
    duty,
  );
  const free = [
    ...grouped(bonds, ({ toward, treaty, obligation, reason }) => [toward, treaty, obligation, reason].join('|')).map(freed),
    ...outside('not-a-party', 'Not all parties on this date'),
    ...outside('not-in-force', 'Not in force on this date'),
  ];
  const sections: Section[] = [
    { title: owed.length === 0 ? 'Nobody owes anything' : 'Owed', entries: owed },
    { title: 'Not owed', entries: free },
    { title: 'Conflicts', entries: verdict.conflicts.map(({ because }) => ({ line: because, because: [] })) },
  ];
  const { cascade } = verdict;
  if (cascade !== undefined) {
    const steps = cascade.steps.map(({ state, side, duties }, i) => ({
      line: `${i + 1}. ${capitalized(words.name(state))} joins ${side === 'target' ? "the target's side" : "the attacker's side"}: ${[...new Set(duties.map(({ treaty, article }) => `${treaty}, ${articleName(article)}`))].join('; ')}`,
      because: duties.flatMap(({ because }) => reasons(because)),
    }));
    const sides = (['attacker', 'target'] as const).map((side) => ({
      line: `At war on the ${side}'s side: ${cascade.sides[side].map((state) => words.name(state)).join(', ')}`,
      because: [],
    }));
    const neutrals = cascade.neutrals.length === 0 ? [] : [{ line: `Bound to neutrality: ${words.names(cascade.neutrals)}`, because: [] }];
    sections.push({ title: `Cascade (${cascade.mode})`, entries: [...steps, ...sides, ...neutrals] });
    sections.push({
      title: 'Broken promises',
      entries: cascade.broken.map(({ state, action, toward, treaty, article, because }) => ({
        line: `${capitalized(words.name(state))} breaks ${ACTION_NOUN[action]} toward ${words.name(toward)}: ${treaty}, ${articleName(article)}`,
        because: reasons(because),
      })),
    });
  }
  return { event, sections: sections.filter(({ entries, title }) => entries.length > 0 || title === 'Nobody owes anything') };
}
