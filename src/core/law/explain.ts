import { articleName, both, capitalized, possessive } from '../text/sentence.ts';
import { normalizeDate } from '../states/dates.ts';
import type { StateId } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { areaParts, opponents, reaches, type Claimant } from './conditions.ts';
import { shortName } from '../treaty/phrases.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';
import { adversariesOf } from '../treaty/trigger.ts';
import type { Clause, Regime, Standing } from './regime.ts';
import type { LawEvent, Reason } from './types.ts';
import type { Wording } from './wording.ts';

/** Sentences for `because`: the chain of facts and articles behind a verdict. */

const nameOfTreaty = ({ treaty }: Standing): string => shortName(treaty);
const plural = (states: readonly string[], one: string, many: string): string => (states.length === 1 ? one : many);

/** What happens, as the claimant meets it. */
export function eventSentence(event: LawEvent, words: Wording): string {
  const who = capitalized(words.names(event.attackers));
  const target = words.name(event.target);
  const on = words.date(event.date);
  if (event.kind === 'mobilization') return `${who} ${plural(event.attackers, 'mobilizes', 'mobilize')} on ${on}.`;
  if (event.kind === 'threat') return `${who} ${plural(event.attackers, 'threatens', 'threaten')} ${target} on ${on}.`;
  const verb =
    event.joined === true
      ? plural(event.attackers, 'goes to war with', 'go to war with')
      : event.intensity === 'below-threshold'
        ? plural(event.attackers, 'acts against', 'act against')
        : plural(event.attackers, 'attacks', 'attack');
  const short = event.intensity === 'below-threshold' ? ', short of an armed attack' : '';
  return `${who} ${verb} ${target} on ${on}${short}.`;
}

function partySince(standing: Standing, state: StateId, event: LawEvent, words: Wording): string {
  const treaty = nameOfTreaty(standing);
  const spell = standing.treaty.parties.filter((party) => party.state === state && party.from <= event.date).at(-1);
  if (spell === undefined) return `${capitalized(words.name(state))} is no party to the ${treaty}, which names it as a beneficiary.`;
  return `${capitalized(words.name(state))} has been a party to the ${treaty} since ${words.date(spell.from)}.`;
}

function placeSentence(clause: Clause, claimant: Claimant, event: LawEvent, words: Wording): string | null {
  const { area } = clause.trigger;
  const { place } = event;
  const where = place.kind === 'home' ? `${possessive(words.name(place.id ?? event.target))} home territory` : place.name;
  if (area !== undefined) return `${capitalized(where)} lies inside the area of ${articleName(area.article ?? clause.obligation.article)}.`;
  if (!place.administered.includes(claimant.state)) return null;
  return place.kind === 'home' ? null : `${capitalized(where)} is administered by ${words.name(claimant.state)} on this date.`;
}

function adversarySentence(clause: Clause, matched: readonly string[], words: Wording): string | null {
  if (clause.against === null || matched.length === 0) return null;
  return `${capitalized(articleName(clause.obligation.article))} reaches ${words.names(matched)}${adversaryPhrase(clause, words)}.`;
}

/** How the clause describes its adversaries. */
function adversaryPhrase(clause: Clause, words: Wording): string {
  const phrases = adversariesOf(clause.trigger).flatMap((spec): string[] => {
    if (typeof spec === 'object')
      return 'allied_with' in spec
        ? [`an ally of ${words.name(spec.allied_with)}`]
        : [`${spec.state === undefined ? 'a power' : words.name(spec.state)} supported by ${words.name(spec.with)}`];
    const phrase = CLASS_PHRASES[spec];
    return phrase === undefined ? [] : [phrase];
  });
  return phrases.length === 0 ? '' : ` (${both(phrases)})`;
}

const CLASS_PHRASES: Readonly<Record<string, string>> = {
  states: 'any state',
  'great-power': 'a great power',
  european: 'a European power',
  communist: 'a communist power',
  'not-party': 'a power that is no party',
  'not-at-war-at-signing': 'a power not at war when it was signed',
};

/** What the clause promises: the paraphrase where there is one. */
function promiseSentence(clause: Clause, bound: string, claimant: string): string {
  const { obligation } = clause;
  const article = capitalized(articleName(obligation.article));
  return obligation.precision === undefined
    ? `${article} binds ${bound} toward ${claimant}.`
    : `${article}: ${obligation.precision.trim().replace(/\.$/, '')}.`;
}

/** Facts shared by every state bound under a clause in an event; the bound state's own come after. */
export function dutySentences(clause: Clause, claimant: Claimant, matched: readonly string[], event: LawEvent, words: Wording): readonly string[] {
  const { trigger, obligation, standing } = clause;
  const facts: (string | null)[] = [eventSentence(event, words), partySince(standing, claimant.state, event, words)];
  if (event.kind !== 'mobilization') facts.push(placeSentence(clause, claimant, event, words));
  facts.push(adversarySentence(clause, matched, words));
  if (trigger.unprovoked === true) facts.push(`${capitalized(words.name(claimant.state))} did not begin it; ${articleName(obligation.article)} asks for that.`);
  if ((trigger.attackers_at_least ?? 1) > 1)
    facts.push(`${String(claimant.all.length)} powers fight ${words.name(claimant.state)}: ${words.names(claimant.all)}.`);
  if (trigger.parties_included === true && claimant.primary.some((state) => standing.parties.includes(state)))
    facts.push(`The text covers an attack by a party: ${words.names(claimant.primary)}.`);
  for (const { state } of trigger.requires ?? []) facts.push(`${capitalized(words.name(state))} is already fighting, as the text requires.`);
  if (event.atWar.length > 0 && claimant.all.length > claimant.primary.length)
    facts.push(`${capitalized(words.name(claimant.state))} is already at war with ${words.names(opponents(event, claimant.state))}.`);
  if (trigger.on_request === true) facts.push(`Owed when ${words.name(claimant.state)} asks for it.`);
  facts.push(promiseSentence(clause, 'each party', words.name(claimant.state)));
  return facts.filter((fact) => fact !== null);
}

/** Facts behind a verdict of "not owed". */
export function notOwedSentences(
  clause: Clause,
  claimant: Claimant,
  bound: StateId,
  reason: Reason,
  event: LawEvent,
  words: Wording,
  world: World,
  regime: Regime,
): readonly string[] {
  const { obligation, standing, trigger } = clause;
  const article = articleName(obligation.article);
  const x = words.name(claimant.state);
  const foes = words.names(claimant.primary);
  const by = (sentence: string): readonly string[] => [eventSentence(event, words), capitalized(sentence)];
  switch (reason) {
    case 'suspended': {
      const suspension = clause.suspensions.find((one) => one.bound.includes(bound));
      const since = suspension === undefined ? '' : ` since ${words.date(suspension.from)} (${suspension.source})`;
      return by(`${words.name(bound)} has suspended its obligations to ${x} under the ${nameOfTreaty(standing)}${since}.`);
    }
    case 'attacker-is-party':
      return by(
        `${foes} ${plural(claimant.primary, 'is itself a party', 'are themselves parties')} to the ${nameOfTreaty(standing)}, and ${article} does not say that it covers an attack by a party.`,
      );
    case 'beneficiary-began-it':
      if (trigger.except?.when === 'attacked-by-party')
        return by(`${article} makes an exception where ${x} itself attacks ${words.names(trigger.except.states)}.`);
      return by(`${x} began it${trigger.unprovoked === true ? `; ${article} asks that it did not` : `; ${article} is owed to a party that is attacked`}.`);
    case 'attacker-excluded':
      return by(`${article} does not reach ${foes}${excludedPhrase(clause, words)}.`);
    case 'too-few-attackers': {
      const counted = claimant.all.filter((state) => reaches(clause, state, regime));
      const those = `${counted.length === 0 ? 'none' : String(counted.length)}${counted.length < claimant.all.length ? ' that it reaches' : ''}`;
      const named = counted.length === 0 ? '' : `: ${words.names(counted)}`;
      return by(
        `${article} asks for at least ${String(trigger.attackers_at_least ?? 1)} powers against ${x}; ${those} ${plural(counted, 'fights', 'fight')} it${named}.`,
      );
    }
    case 'below-threshold':
      return by(`${article} asks for ${clause.events.includes('war') ? 'war' : 'an armed attack'}; this stays below it.`);
    case 'domain-not-covered':
      return by(`${article} covers ${both(clause.domains ?? [])} on this date, and this is an attack in the ${event.domain} domain.`);
    case 'out-of-area':
      return by(outsideSentence(clause, claimant, event, words, world));
    case 'reservation': {
      const reservation = clause.reservations.find((one) => one.state === bound);
      return by(`${words.name(bound)} owes it only as its reservation allows${reservation === undefined ? '' : ` (${reservation.source})`}.`);
    }
    case 'condition-unmet':
      return by(unmetSentence(clause, claimant, words));
    case 'not-in-force':
    case 'not-a-party':
      return by(`${x} is outside the ${nameOfTreaty(standing)}.`);
  }
}

function excludedPhrase(clause: Clause, words: Wording): string {
  if (clause.trigger.except?.when === 'always') return `, which it excepts`;
  const named = adversariesOf(clause.trigger).filter((spec): spec is string => typeof spec === 'string' && /^[A-Z]{3}$/.test(spec));
  if (named.length > 0) return `; it names ${words.names(named)}`;
  const phrase = adversaryPhrase(clause, words);
  return phrase === '' ? '' : `; it asks for${phrase.replace(' (', ' ').replace(/\)$/, '')}`;
}

function outsideSentence(clause: Clause, claimant: Claimant, event: LawEvent, words: Wording, world: World): string {
  const { trigger, obligation } = clause;
  const { place } = event;
  const where = place.kind === 'home' ? `${possessive(words.name(place.id ?? event.target))} home territory` : place.name;
  if (trigger.objects !== undefined && !trigger.objects.includes(event.object))
    return `${articleName(obligation.article)} covers ${both(trigger.objects)}, and this is an attack on ${event.object}.`;
  if (trigger.area !== undefined) {
    const inRegion = areaParts(trigger.area, event).some((part) => part.include?.some((region) => world.within(place, region, event.date)) ?? true);
    const article = articleName(trigger.area.article ?? obligation.article);
    return inRegion ? `${where} is no land of ${words.name(claimant.state)} that ${article} covers.` : `${where} lies outside the area of ${article}.`;
  }
  return `${where} is not administered by ${words.name(claimant.state)}, and the text names no wider area.`;
}

function unmetSentence(clause: Clause, claimant: Claimant, words: Wording): string {
  const requires = clause.trigger.requires ?? [];
  const article = articleName(clause.obligation.article);
  if (requires.length > 0)
    return `${article} asks that ${words.names(requires.map(({ state }) => state))} ${requires.some(({ acts }) => acts === 'assists') ? `first help ${words.name(claimant.state)}` : 'be at war'}, which has not happened.`;
  const lone = clause.beside.find(({ state }) => state === undefined || claimant.primary.includes(state));
  if (lone !== undefined)
    return `${article} reaches ${words.names(lone.state === undefined ? claimant.primary : [lone.state])} only beside ${words.name(lone.with)}, which takes no part.`;
  return `${article} asks for ${both(clause.events.map((event) => event.replaceAll('-', ' ')))}, which this is not.`;
}

/** A treaty signed by the date and not, or no longer, in force. */
export function dormantSentence(standing: Standing, event: LawEvent, words: Wording): string {
  const { treaty } = standing;
  const name = nameOfTreaty(standing);
  if (treaty.ended !== undefined && treaty.ended.date <= event.date) return `The ${name} was no longer in force: it ended on ${words.date(treaty.ended.date)}.`;
  if (treaty.in_force === undefined) return `The ${name} never entered into force.`;
  return `The ${name} was signed on ${words.date(treaty.signed)} and entered into force only on ${words.date(treaty.in_force)}.`;
}

/** A clause of a treaty in force that does not bind yet, or no longer. */
export function lapsedSentence(standing: Standing, { article, from, until }: Obligation, event: LawEvent, words: Wording): string {
  const name = `${capitalized(articleName(article))} of the ${nameOfTreaty(standing)}`;
  if (from !== undefined && normalizeDate(from) > event.date) return `${name} binds only from ${words.date(from)}.`;
  return until === undefined ? `${name} is not in force.` : `${name} bound only to ${words.date(until)}.`;
}

/** A state that is a party at another date. */
export function notPartySentence(standing: Standing, state: StateId, event: LawEvent, words: Wording): string {
  const spells = standing.treaty.parties.filter((party) => party.state === state);
  const later = spells.find((party) => party.from > event.date);
  const name = capitalized(words.name(state));
  const treaty = nameOfTreaty(standing);
  if (later !== undefined) return `${name} became a party to the ${treaty} only on ${words.date(later.from)}.`;
  const left = spells.at(-1)?.to;
  return left === undefined ? `${name} is no party to the ${treaty} on this date.` : `${name} left the ${treaty} on ${words.date(left)}.`;
}
