/** An obligation as a sentence, built from its fields alone. */
import { articleName, both, capitalized, either } from '../text/sentence.ts';
import { adversaries, areaPhrase, bearers, beneficiary, domainPhrase, eventPhrase, objectPhrase, stateName, type NameOf } from './phrases.ts';
import type { Treaty } from './schema.ts';
import type { Obligation, Trigger } from './obligation-schema.ts';
import { adversariesOf, eventsOf } from './trigger.ts';
import { CONVENTIONAL_DOMAINS, type ObligationKind } from './vocabulary.ts';

const COUNTS = ['', 'one power', 'two powers', 'three powers', 'four powers'];

/**
 * What an obligation asks, in plain English: "Each party must help defend any other party, judging for itself what
 * that takes, if that party is attacked in Europe or North America (article 6)."
 * @param nameOf names of states, on whatever date the caller has in mind
 */
export function describeObligation(obligation: Obligation, treaty: Pick<Treaty, 'at_war_at_signing'>, nameOf: NameOf): string {
  const { name, later } = beneficiary(obligation.to, nameOf);
  const parts = [
    duty(obligation, name, nameOf),
    ...manner(obligation, nameOf),
    ...(obligation.trigger === undefined ? [] : conditions(obligation.trigger, later, treaty, nameOf)),
  ];
  return `${span(obligation)}${parts.filter((part) => part !== '').join(', ')}.`;
}

function span({ from, until }: Obligation): string {
  const words = [from === undefined ? '' : `from ${from}`, until === undefined ? '' : `until ${until}`].filter((word) => word !== '').join(' ');
  return words === '' ? '' : `${capitalized(words)}: `;
}

const VERBS: Readonly<Record<ObligationKind, (name: string) => string>> = {
  defense: (name) => `defend ${name}`,
  offense: (name) => `fight beside ${name}`,
  assistance: (name) => `assist ${name}`,
  neutrality: (name) => `stay neutral toward ${name}`,
  nonaggression: (name) => `not attack ${name}`,
  consultation: (name) => `consult with ${name}`,
};

function duty(obligation: Obligation, name: string, nameOf: NameOf): string {
  if (obligation.kind === 'nonaggression' && obligation.bound === 'all') return `No party may attack ${name}`;
  return `${bearers(obligation.bound, nameOf)} must ${action(obligation, name)}`;
}

function action({ kind, response }: Obligation, name: string): string {
  const verb = VERBS[kind](name);
  return kind === 'defense' && response?.automaticity === 'discretionary' ? `help ${verb}` : verb;
}

function manner({ response }: Obligation, nameOf: NameOf): string[] {
  if (response === undefined) return [];
  return [
    response.automaticity === 'discretionary' ? 'judging for itself what that takes' : '',
    response.force === 'required' ? 'by armed force' : response.force === 'excluded' ? 'without armed force' : '',
    response.consult_first === true ? 'after consulting' : '',
    response.constitutional_processes === true ? 'in accordance with its constitutional processes' : '',
    response.against === undefined ? '' : `fighting ${both(response.against.map((id) => stateName(id, nameOf)))} alone`,
  ];
}

function conditions(trigger: Trigger, later: string, treaty: Pick<Treaty, 'at_war_at_signing'>, nameOf: NameOf): string[] {
  return [
    happening(trigger, later, treaty, nameOf),
    trigger.unprovoked === true ? `${later} not having begun or provoked it` : '',
    trigger.parties_included === true ? 'even where the attacker is itself a party' : '',
    ...exception(trigger, later, nameOf),
    ...(trigger.requires ?? []).map(
      (one) => `provided that ${stateName(one.state, nameOf)} ${one.acts === 'assists' ? `fights beside ${later}` : 'is at war with the same adversary'}`,
    ),
    trigger.on_request === true ? `when ${later} asks for it` : '',
  ];
}

/** "if that party is attacked at sea by at least two powers in the Far East". */
function happening(trigger: Trigger, later: string, treaty: Pick<Treaty, 'at_war_at_signing'>, nameOf: NameOf): string {
  const events = eventsOf(trigger);
  const event = eventPhrase(events);
  if (event === '') return '';
  return [
    `if ${later} ${event}`,
    trigger.objects === undefined ? '' : `on its ${objectPhrase(trigger.objects)}`,
    isConventional(trigger.domains) ? '' : domainPhrase(trigger.domains ?? []),
    opponents(
      trigger,
      events.every((one) => one === 'war'),
      treaty,
      nameOf,
    ),
    trigger.area === undefined ? '' : areaPhrase(trigger.area, nameOf),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function isConventional(domains: Trigger['domains']): boolean {
  return domains === undefined || (domains.length === CONVENTIONAL_DOMAINS.length && CONVENTIONAL_DOMAINS.every((domain) => domains.includes(domain)));
}

function opponents(trigger: Trigger, war: boolean, treaty: Pick<Treaty, 'at_war_at_signing'>, nameOf: NameOf): string {
  const word = war ? 'with' : 'by';
  const against = adversariesOf(trigger);
  const named = against.filter((spec) => spec !== 'any');
  const count = trigger.attackers_at_least ?? 1;
  const least = count > 1 ? `at least ${COUNTS[count] ?? `${count} powers`}` : '';
  if (named.length === 0 || named.length < against.length) return least === '' ? '' : `${word} ${least}`;
  const atWar =
    against.includes('not-at-war-at-signing') && treaty.at_war_at_signing
      ? ` (at war then: ${both(treaty.at_war_at_signing.map((id) => stateName(id, nameOf)))})`
      : '';
  return `${word} ${least === '' ? '' : `${least}, among them `}${adversaries(named, nameOf)}${atWar}`;
}

function exception(trigger: Trigger, later: string, nameOf: NameOf): string[] {
  const { except } = trigger;
  if (except === undefined) return [];
  const names = either(except.states.map((id) => stateName(id, nameOf)));
  const article = except.article === undefined ? '' : ` (${articleName(except.article)})`;
  return [except.when === 'always' ? `but not against ${names}${article}` : `but not where ${later} attacked ${names}${article}`];
}
