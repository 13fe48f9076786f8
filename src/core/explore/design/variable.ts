import type { Treaty } from '../../treaty/schema.ts';

/** One way to write a clause. */
export interface ClauseValue {
  /** As the command line names it: `automatic`, `P6M`, `none`. */
  readonly id: string;
  readonly words: string;
  readonly edit: (treaty: Treaty) => Treaty;
}

/** A clause that may be written otherwise. */
export interface DesignVariable {
  /** Place in the treaty language where there is one: `collective-defense.response.automaticity`, `exit.notice`. */
  readonly id: string;
  readonly title: string;
  /** How it stands. */
  readonly given: Pick<ClauseValue, 'id' | 'words'>;
  /** The given value first, where it is among them. */
  readonly values: readonly ClauseValue[];
}

/** The value that a clause has. */
export const asGiven = (id: string, words: string): ClauseValue => ({ id, words, edit: (treaty) => treaty });

/** A variable whose given value comes first, each value once; undefined where there is nothing to choose. */
export function variableOf(id: string, title: string, given: ClauseValue, others: readonly ClauseValue[]): readonly DesignVariable[] {
  const values = [given, ...others.filter((one, i) => one.id !== given.id && others.findIndex((other) => other.id === one.id) === i)];
  return values.length < 2 ? [] : [{ id, title, given, values }];
}

/** The treaty with each variable's clause written as chosen. @param choices a place among the values of each */
export function applyChoices(treaty: Treaty, variables: readonly DesignVariable[], choices: readonly number[]): Treaty {
  return variables.reduce((text, { values }, i) => values[choices[i] ?? 0]?.edit(text) ?? text, treaty);
}

/** The variables whose clause a choice writes otherwise than it stands, by place. */
export function changedPlaces(variables: readonly DesignVariable[], choices: readonly number[]): readonly number[] {
  return variables.flatMap(({ given, values }, i) => (values[choices[i] ?? 0]?.id === given.id ? [] : [i]));
}
