import { parseTreaty } from '../core/treaty/parse.ts';
import { LANGUAGE_VERSION, OBLIGATION_KINDS, type ObligationKind } from '../core/treaty/vocabulary.ts';
import { UserError } from './user-error.ts';

export interface InitRequest {
  readonly id: string;
  readonly name: string;
  readonly parties: readonly string[];
  /** YYYY-MM-DD */
  readonly signed: string;
  readonly kind?: ObligationKind;
}

const quoted = (text: string): string => JSON.stringify(text);

const TRIGGERS: Readonly<Record<ObligationKind, string>> = {
  defense: 'armed-attack',
  offense: 'war',
  neutrality: 'war',
  nonaggression: '',
  consultation: 'threat',
  assistance: 'armed-attack',
};

/**
 * A commented starting file for a treaty; it parses as it stands.
 * @throws {UserError} where the answers do not make a treaty
 */
export function startingTreaty({ id, name, parties, signed, kind = 'defense' }: InitRequest): string {
  if (parties.length < 2) throw new UserError('--party: a treaty has at least two parties; name each, such as --party FRA --party GBR.');
  const event = TRIGGERS[kind];
  const text = `# A treaty in the Foedus treaty language. 'foedus lint ${id}.yaml' says what is missing or vague.
language: ${LANGUAGE_VERSION}
id: ${id}
name: ${quoted(name)}
form: alliance # alliance, guarantee, entente, nonaggression-pact, arrangement, organization
signed: ${signed}
in_force: ${signed} # the first day it binds; leave out for a draft that never came into force
secrecy: public # public, secret, secret-articles
sources:
  - { title: ${quoted(name)}, note: "Say where the text can be read." }
parties:
${parties.map((state) => `  - { state: ${state}, from: ${signed} }`).join('\n')}
# What the treaty is for, and how one would know that it works.
purposes:
  - { id: deter, article: "1", text: "Deter armed attack on any party", metric: armed-attacks, target: 0, review: yearly }
# Who owes what to whom, when: kinds are ${OBLIGATION_KINDS.join(', ')}.
obligations:
  - id: ${kind}
    article: "1"
    kind: ${kind}
    bound: all # every party owes it ...
    to: all # ... to every other
${
  event === ''
    ? ''
    : `    trigger:
      event: ${event}
      # area: { include: [europe] } # where it must happen; the party's own territory when left out
      # against: [any] # adversaries covered
      # unprovoked: true # owed only where the beneficiary did not begin it
    response: { automaticity: automatic } # automatic, or discretionary: each judges what it does
`
}decisions: { rule: unanimity } # how the parties decide
term: { kind: fixed, article: "2", length: P10Y, renewal: tacit, review: { article: "2", after: P5Y } }
exit: { article: "3", notice: P1Y } # how a party leaves
`;
  const result = parseTreaty(text, `${id}.yaml`);
  if (!result.ok) throw new UserError(`these answers make no treaty: ${result.diagnostics.map(({ message }) => message).join('; ')}.`);
  return text;
}
