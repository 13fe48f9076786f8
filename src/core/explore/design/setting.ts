import type { Capabilities } from '../../assess/capability.ts';
import type { Subject } from '../../assess/prepare.ts';
import type { Contingency } from '../../facts/contingencies.ts';
import type { Parameters } from '../../facts/parameters.ts';
import type { Law } from '../../law/law.ts';
import type { Duty, LawEvent } from '../../law/types.ts';
import type { Treaty } from '../../treaty/schema.ts';

/** A contingency as the law is asked it, with what is owed without the treaty. */
export interface AskedEvent {
  readonly contingency: Contingency;
  readonly event: LawEvent;
  readonly without: readonly Duty[];
}

/** What is the same for every treaty of a design: looked up once. */
export interface DesignSetting {
  readonly subject: Subject;
  readonly date: string;
  readonly seed: number;
  /** The text that changes are told against, as it stands on the date. */
  readonly given: Treaty;
  /** Whether the given text is in force: then rates of challenges are those observed under it. */
  readonly standing: boolean;
  /** Every other treaty. */
  readonly others: readonly Treaty[];
  readonly lawOfOthers: Law;
  /** Parties, and states that may become one: all of them might join in every world. */
  readonly states: readonly string[];
  readonly asked: readonly AskedEvent[];
  readonly notAsked: readonly { readonly id: string; readonly reason: string }[];
  readonly capabilities: Capabilities;
  readonly parameters: Parameters;
  /** Parameters set by hand. */
  readonly set: Readonly<Record<string, number>>;
}
