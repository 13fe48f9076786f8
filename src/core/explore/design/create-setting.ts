import { capabilitiesOn, type Capabilities } from '../../assess/capability.ts';
import type { Subject } from '../../assess/prepare.ts';
import { contingenciesOn } from '../../facts/contingencies.ts';
import { completeEvent } from '../../law/event.ts';
import { createLaw } from '../../law/law.ts';
import { trigger } from '../../law/trigger.ts';
import { inForceOn, treatyAt } from '../../treaty/resolve.ts';
import type { Treaty } from '../../treaty/schema.ts';
import type { AskedEvent, DesignSetting } from './setting.ts';

export interface SettingOptions {
  readonly date: string;
  readonly seed: number;
  /** The treaty is new: what is observed on the date came about without it. */
  readonly fresh?: boolean;
  /** States beside the parties that may become one. */
  readonly candidates?: readonly string[];
  readonly capabilities?: Capabilities;
  readonly set?: Readonly<Record<string, number>>;
}

/** The treaty as it stands on a date, ready to be written otherwise. @throws {RangeError} where it binds fewer than two states then */
export function standingText(treaty: Treaty, date: string): Treaty {
  const text = treatyAt(treaty.in_force === undefined ? { ...treaty, in_force: date } : treaty, date);
  if (!inForceOn(text, date) || text.parties.length < 2)
    throw new RangeError(`it binds nobody on ${date}; name a day on which it is in force, or begin a new pact with --between`);
  return text;
}

/**
 * Everything that is the same for every treaty of a design.
 * @throws {RangeError} where nobody's power is known on the date, nobody is bound, or no contingency challenges a party
 */
export function createSetting(subject: Subject, options: SettingOptions): DesignSetting {
  const { facts, world, treaties, treaty } = subject;
  const { date, seed, fresh = false, candidates = [], set = {} } = options;
  const capabilities = options.capabilities ?? capabilitiesOn(facts, date);
  if (capabilities === undefined) throw new RangeError(`the catalog knows nobody's power in ${date.slice(0, 4)}`);
  const parameters = facts.parameters.find(({ id }) => id === 'crisis');
  if (parameters === undefined) throw new RangeError('the catalog lacks the parameters of the crisis game');
  const given = standingText(treaty, date);
  const others = treaties.filter(({ id }) => id !== given.id);
  const states = [...new Set([...given.parties.map(({ state }) => state), ...candidates])].filter((state) => world.existsOn(state, date));
  const lawOfOthers = createLaw(others, world);
  const asked: AskedEvent[] = [];
  const notAsked: { id: string; reason: string }[] = [];
  for (const contingency of contingenciesOn(facts.contingencies, date).filter(({ target }) => states.includes(target))) {
    const { id, challenger, target, place, at, domain, intensity, kind } = contingency;
    const completed = completeEvent(
      {
        attackers: [challenger],
        target,
        date,
        domain,
        kind: kind === 'cyber' ? 'cyber-attack' : 'armed-attack',
        ...(place !== undefined && { place }),
        ...(at !== undefined && place === undefined && { at }),
        ...(intensity !== undefined && { intensity }),
      },
      world,
    );
    const unknown = [challenger, target].find((state) => !capabilities.shares.has(state));
    if (!completed.ok) notAsked.push({ id, reason: completed.problem.message });
    else if (unknown !== undefined)
      notAsked.push({ id, reason: `the catalog does not know the power of ${world.nameOf(unknown, date)} in ${date.slice(0, 4)}` });
    else asked.push({ contingency, event: completed.event, without: trigger(completed.event, lawOfOthers.on(date), world, { dutiesOnly: true }).duties });
  }
  if (asked.length === 0) throw new RangeError(`no contingency of the catalog challenges a party on ${date}, so that no clause makes a difference`);
  return {
    subject,
    date,
    seed,
    given,
    standing: !fresh && inForceOn(treaty, date),
    others,
    lawOfOthers,
    states,
    asked,
    notAsked,
    capabilities,
    parameters,
    set,
  };
}
