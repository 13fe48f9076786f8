import { lintSources } from '../../lint/lint.ts';
import type { World } from '../../states/world.ts';
import { diffTreaties } from '../../treaty/diff.ts';
import type { Treaty } from '../../treaty/schema.ts';
import { treatyText } from '../../treaty/write.ts';
import { changedPlaces, type DesignVariable } from './variable.ts';

/** One clause that a proposal writes otherwise. */
export interface ProposedChange {
  readonly clause: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** What a choice changes, clause by clause, in the words of the choices. */
export function changesOf(variables: readonly DesignVariable[], choices: readonly number[]): readonly ProposedChange[] {
  return changedPlaces(variables, choices).flatMap((i) => {
    const variable = variables[i];
    const to = variable?.values[choices[i] ?? 0];
    if (variable === undefined || to === undefined) return [];
    return [{ clause: variable.id, title: variable.title, from: variable.given.words, to: to.words }];
  });
}

/** The difference of the texts, in sentences. */
export function differencesOf(given: Treaty, proposal: Treaty, nameOf: (state: string) => string): readonly string[] {
  return diffTreaties(given, proposal, nameOf).map(({ sentence }) => sentence);
}

/** A proposal as the text of its file, under comments that say what it is. It keeps the id of the treaty it would take the place of. */
export function proposalText(proposal: Treaty, heading: readonly string[]): string {
  const comments = heading.flatMap((line) => folded(line).map((part) => `# ${part}`.trimEnd()));
  return `${comments.join('\n')}\n\n${treatyText(proposal)}`;
}

function folded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Why a text is none: what the parser says, and the errors of the rules that the given text does not have too. */
export function faultsOf(text: string, world: World, given: ReadonlySet<string>): readonly string[] {
  return errorsIn(text, world).filter((error) => !given.has(error));
}

/** Errors of a text, each in one line. */
export function errorsIn(text: string, world: World): readonly string[] {
  const { diagnostics } = lintSources([{ file: 'proposal.yaml', text }], { world });
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ rule, clause, message }) => `${rule ?? 'syntax'} ${clause ?? ''}: ${message}`);
}
