/** A commented file to start a treaty from. */
import { formatTreaty, type FormatResult } from './format.ts';
import { LANGUAGE_VERSION, OBLIGATION_KINDS, type Automaticity, type ObligationKind } from './vocabulary.ts';

export interface TreatyPlan {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly name: string;
  /** State ids. */
  readonly parties: readonly string[];
  /** Date of signature; the treaty binds from that day, until someone says otherwise. */
  readonly signed: string;
  /** The chief obligation; defense when left out. */
  readonly kind?: ObligationKind;
  readonly automaticity?: Automaticity;
  /** How long it lasts, ISO 8601; ten years when left out. */
  readonly length?: string;
  /** How long before leaving one must say so, ISO 8601; a year when left out. */
  readonly notice?: string;
}

const EVENTS: { readonly [kind in ObligationKind]?: string } = {
  defense: 'armed-attack',
  offense: 'war',
  neutrality: 'war',
  consultation: 'threat',
  assistance: 'armed-attack',
};

/** Writes the starting file in canonical form; it parses as it stands. Impossible answers (a party that is no state id) come back as diagnostics. */
export function initTreaty(plan: TreatyPlan): FormatResult {
  return formatTreaty(draft(plan), `${plan.id}.yaml`);
}

function draft({ id, name, parties, signed, kind = 'defense', automaticity = 'discretionary', length = 'P10Y', notice = 'P1Y' }: TreatyPlan): string {
  const quoted = JSON.stringify(name);
  const date = JSON.stringify(signed);
  return `# A treaty in the treaty language of foedus: "foedus lint" says what is missing or vague, "foedus fmt" keeps it tidy.
# Articles are cited as the text prints them; every clause should name its own.

language: ${LANGUAGE_VERSION}
id: ${JSON.stringify(id)}
name: ${quoted}
# alliance, guarantee, entente, nonaggression-pact, arrangement or organization
form: ${kind === 'nonaggression' ? 'nonaggression-pact' : kind === 'consultation' ? 'entente' : 'alliance'}
signed: ${date}
# The first day it binds; take it out for a draft that is not in force.
in_force: ${date}
secrecy: public

# Where the text can be read.
sources:
  - title: ${quoted}
    note: Draft

# Who is bound, from which day; a party that left has a "to", the first day it was no longer bound.
parties:
${parties.map((state) => `  - {state: ${JSON.stringify(state)}, from: ${date}}`).join('\n')}

# What the treaty is for, and how one would know.
purposes:
  - id: deter-attack
    article: "1"
    text: Deter armed attack on any party
    metric: armed-attacks
    target: 0
    review: yearly

# Who owes what to whom, and when: ${OBLIGATION_KINDS.join(', ')}.
obligations:
${obligation(kind, automaticity)}${kind === 'consultation' ? '' : CONSULTATION}
# How the parties decide.
decisions: {rule: consensus, article: "5"}

# What each puts in: a metric, a threshold, a date, and where the figure is published.
burden:
  pledges:
    - id: defense-spending
      article: "6"
      metric: defense-share-of-gdp
      at_least: 0.02
      bound: all
      agreed: ${date}
      by: ${JSON.stringify(`${String(Number(signed.slice(0, 4)) + 5).padStart(4, '0')}-12-31`)}
      reading: National budget reports
      incentive: A party that misses it reports to the others why, and by when it will meet it

# How long it lasts, and when it is looked at again.
term: {kind: fixed, article: "7", length: ${length}, renewal: active, review: {article: "7", after: P5Y}}

# How a party leaves.
exit: {article: "8", notice: ${notice}}
`;
}

function obligation(kind: ObligationKind, automaticity: Automaticity): string {
  const event = EVENTS[kind];
  const trigger =
    event === undefined
      ? ''
      : `    trigger:
      event: ${event}
      domains: [land, sea, air]
      # Where: regions (europe), territories (okinawa) or states (all the land they administer).
      # area: {article: "3", include: [europe]}
      # Adversaries covered, and whether a party that began it is helped.
      against: any
      unprovoked: true
    # automatic: the text fixes what is owed; discretionary: each judges what it does
    response: {automaticity: ${automaticity}, consult_first: true, constitutional_processes: true}
`;
  return `  - id: ${kind}
    article: "3"
    kind: ${kind}
    bound: all
    to: all
${trigger}`;
}

const CONSULTATION = `  - id: consultation
    article: "4"
    kind: consultation
    bound: all
    to: all
    trigger: {event: threat}
`;
