import type { Treaty } from '../../treaty/schema.ts';
import type { Obligation, Trigger } from '../../treaty/obligation-schema.ts';
import { adversariesOf, domainsOf, eventsOf } from '../../treaty/trigger.ts';
import { CONVENTIONAL_DOMAINS, DOMAINS, type Domain } from '../../treaty/vocabulary.ts';
import { articleName, both, capitalized } from '../../text/sentence.ts';
import { asGiven, variableOf, type ClauseValue, type DesignVariable } from './variable.ts';

/** What the writing of obligations turns on beside the text. */
export interface ObligationSetting {
  /** Parties on the date, the strongest first. */
  readonly members: readonly string[];
  /** Who challenges them in the contingencies of the date. */
  readonly challengers: readonly string[];
  readonly nameOf: (state: string) => string;
}

/** Ending of the clause of the others where one clause is written as two. */
export const SPOKES = /-to-hub$/;

const HELPS: readonly Obligation['kind'][] = ['defense', 'assistance', 'offense'];

/** Clauses that promise help, which an assessment moves on. */
export function helpingClauses(treaty: Treaty): readonly Obligation[] {
  return treaty.obligations.filter(({ kind, trigger }) => HELPS.includes(kind) && trigger !== undefined);
}

/** The clause without the words of the old one, which no longer hold. */
function reworded({ precision: _precision, quote: _quote, contested: _contested, confidence: _confidence, note: _note, ...clause }: Obligation): Obligation {
  return clause;
}

const editing =
  (id: string, change: (clause: Obligation) => Obligation) =>
  (treaty: Treaty): Treaty => ({ ...treaty, obligations: treaty.obligations.map((one) => (one.id.replace(SPOKES, '') === id ? change(reworded(one)) : one)) });

const triggering = (id: string, change: (trigger: Trigger) => Trigger): ((treaty: Treaty) => Treaty) =>
  editing(id, (clause) => (clause.trigger === undefined ? clause : { ...clause, trigger: change(clause.trigger) }));

function responding(id: string, set: Partial<NonNullable<Obligation['response']>>): (treaty: Treaty) => Treaty {
  return editing(id, (clause) => {
    const { means: _means, ...response } = clause.response ?? {};
    return { ...clause, response: { ...response, ...set } };
  });
}

/** Every choice about one clause that promises help. */
export function obligationVariables(clause: Obligation, setting: ObligationSetting): readonly DesignVariable[] {
  return [
    ...kindOf(clause),
    ...automaticityOf(clause),
    ...consultationOf(clause),
    ...eventOf(clause),
    ...domainOf(clause),
    ...areaOf(clause),
    ...adversaryOf(clause, setting),
    // Last, as it may write the clause in two.
    ...whoOf(clause, setting),
  ];
}

/** "Article 5 (collective defense)". */
function title({ article, id }: Obligation): string {
  const cited = capitalized(articleName(article));
  const named = id.replaceAll('-', ' ');
  return cited.toLowerCase().includes(named) ? cited : `${cited} (${named})`;
}

const KINDS = { defense: 'defend one another', assistance: 'aid short of fighting', consultation: 'consult, and no more' } as const;

function kindOf(clause: Obligation): readonly DesignVariable[] {
  const { id, kind } = clause;
  if (kind !== 'defense' && kind !== 'assistance') return [];
  const to = (next: keyof typeof KINDS): ClauseValue => ({
    id: next,
    words: KINDS[next],
    edit: editing(id, ({ response, ...rest }) => {
      if (next !== 'consultation') return { ...rest, kind: next, ...(response !== undefined && { response: withoutMeans(response) }) };
      const { constitutional_processes } = response ?? {};
      return { ...rest, kind: next, ...(constitutional_processes !== undefined && { response: { constitutional_processes } }) };
    }),
  });
  return variableOf(`${id}.kind`, `${title(clause)}, what is owed`, asGiven(kind, KINDS[kind]), [to('defense'), to('assistance'), to('consultation')]);
}

function withoutMeans({ means: _means, ...response }: NonNullable<Obligation['response']>): NonNullable<Obligation['response']> {
  return response;
}

const AUTOMATICITY = { automatic: 'the text fixes what is done', discretionary: 'each judges what it does' } as const;

/** The text rules; a kind that owes no help has no discretion to speak of. */
const whereHelping =
  (id: string, edit: (treaty: Treaty) => Treaty) =>
  (treaty: Treaty): Treaty =>
    treaty.obligations.some((one) => one.id === id && HELPS.includes(one.kind)) ? edit(treaty) : treaty;

function automaticityOf(clause: Obligation): readonly DesignVariable[] {
  const { id, response } = clause;
  const given = response?.automaticity ?? 'automatic';
  const to = (next: keyof typeof AUTOMATICITY): ClauseValue => ({
    id: next,
    words: AUTOMATICITY[next],
    edit: whereHelping(id, responding(id, { automaticity: next, ...(next === 'automatic' && response?.force === 'not-required' && { force: 'required' }) })),
  });
  return variableOf(`${id}.response.automaticity`, `${title(clause)}, discretion`, asGiven(given, AUTOMATICITY[given]), [to('automatic'), to('discretionary')]);
}

function consultationOf(clause: Obligation): readonly DesignVariable[] {
  const { id, response } = clause;
  const given = response?.consult_first === true;
  const words = (first: boolean): string => (first ? 'the parties consult before anything is done' : 'nobody need wait for a consultation');
  const to = (first: boolean): ClauseValue => ({
    id: String(first),
    words: words(first),
    edit: whereHelping(id, responding(id, { consult_first: first })),
  });
  return variableOf(`${id}.response.consult_first`, `${title(clause)}, consultation first`, asGiven(String(given), words(given)), [to(true), to(false)]);
}

/** Each to each, one for all and all for one, or one for the others alone. */
function whoOf(clause: Obligation, { members, nameOf }: ObligationSetting): readonly DesignVariable[] {
  const { id, bound, to } = clause;
  const [hub, second] = members;
  if (bound !== 'all' || to !== 'all' || hub === undefined || second === undefined) return [];
  const guarantee = (guarantor: string): ClauseValue => ({
    id: `guarantee:${guarantor}`,
    words: `${nameOf(guarantor)} owes it to the others, and they owe nothing`,
    edit: editing(id, (one) => ({ ...one, bound: [guarantor], to: others(guarantor) })),
  });
  const others = (state: string): [string, ...string[]] => {
    const [first = second, ...rest] = members.filter((one) => one !== state);
    return [first, ...rest];
  };
  const hubbed: ClauseValue = {
    id: `hub:${hub}`,
    words: `${nameOf(hub)} and each other party owe it each other; the others owe each other nothing`,
    edit: (treaty) => ({
      ...treaty,
      obligations: treaty.obligations.flatMap((one): Obligation[] =>
        one.id === id
          ? [
              { ...reworded(one), bound: [hub], to: others(hub) },
              { ...reworded(one), id: `${id}-to-hub`, bound: others(hub), to: [hub] },
            ]
          : [one],
      ),
    }),
  };
  const values = members.length === 2 ? [guarantee(hub), guarantee(second)] : [hubbed, guarantee(hub)];
  return variableOf(`${id}.bound`, `${title(clause)}, who owes it to whom`, asGiven('all', 'each party to every other'), values);
}

function eventOf(clause: Obligation): readonly DesignVariable[] {
  const { id, trigger } = clause;
  if (trigger === undefined) return [];
  const events = eventsOf(trigger);
  const words = (list: readonly string[]): string => both(list.map((event) => EVENTS[event] ?? event));
  return variableOf(`${id}.trigger.event`, `${title(clause)}, what must happen`, asGiven(events.join('+'), words(events)), [
    { id: 'armed-attack', words: words(['armed-attack']), edit: triggering(id, (one) => ({ ...one, event: 'armed-attack' })) },
    { id: 'any-hostility', words: words(['any-hostility']), edit: triggering(id, (one) => ({ ...one, event: 'any-hostility' })) },
  ]);
}

const EVENTS: Readonly<Record<string, string>> = {
  'armed-attack': 'an armed attack',
  war: 'war',
  'any-hostility': 'war, or hostile acts below the threshold of an armed attack',
  threat: 'a threat',
  'cyber-attack': 'a cyber attack',
};

function domainOf(clause: Obligation): readonly DesignVariable[] {
  const { id, trigger } = clause;
  const given = trigger === undefined ? null : domainsOf(trigger);
  if (given === null) return [];
  const words = (domains: readonly Domain[]): string => both(domains.map((one) => (one === 'hybrid' ? 'hybrid attacks' : one)));
  const to = (name: string, domains: readonly [Domain, ...Domain[]]): ClauseValue => ({
    id: name,
    words: words(domains),
    edit: triggering(id, (one) => ({ ...one, domains: [...domains] })),
  });
  const same = (domains: readonly Domain[]): boolean => domains.length === given.length && domains.every((one) => given.includes(one));
  const choices = [
    ['conventional', ['land', 'sea', 'air']],
    ['with-cyber', ['land', 'sea', 'air', 'cyber']],
    ['every', ['land', 'sea', 'air', 'cyber', 'space', 'hybrid']],
  ] as const satisfies readonly (readonly [string, readonly [Domain, ...Domain[]]])[];
  if (given.every((one) => !CONVENTIONAL_DOMAINS.includes(one))) return [];
  const known = choices.find(([, domains]) => same(domains));
  const at = asGiven(known?.[0] ?? given.toSorted((a, b) => DOMAINS.indexOf(a) - DOMAINS.indexOf(b)).join('+'), words(given));
  return variableOf(
    `${id}.trigger.domains`,
    `${title(clause)}, domains`,
    at,
    choices.map(([name, domains]) => to(name, domains)),
  );
}

function areaOf(clause: Obligation): readonly DesignVariable[] {
  const { id, trigger } = clause;
  if (trigger === undefined) return [];
  const homeland: ClauseValue = {
    id: 'metropolitan',
    words: 'the home territory of a party, and nothing else',
    edit: triggering(id, (one) => ({ ...one, area: { territory: 'metropolitan', objects: ['territory', 'population'] } })),
  };
  const own: ClauseValue = {
    id: 'own',
    words: "a party's territory wherever it lies, and its forces anywhere",
    edit: triggering(id, ({ area: _area, ...rest }) => rest),
  };
  const given = trigger.area === undefined ? asGiven('own', own.words) : asGiven('given', 'the area that the text draws');
  return variableOf(`${id}.trigger.area`, `${title(clause)}, where`, given, [own, homeland]);
}

function adversaryOf(clause: Obligation, { challengers, nameOf }: ObligationSetting): readonly DesignVariable[] {
  const { id, trigger } = clause;
  if (trigger === undefined || challengers.length === 0) return [];
  const specs = adversariesOf(trigger);
  const anyone = specs.length === 0 || (specs.length === 1 && specs[0] === 'any');
  const any: ClauseValue = { id: 'any', words: 'any state', edit: triggering(id, (one) => ({ ...one, against: 'any' })) };
  const named = challengers.map((state): ClauseValue => ({
    id: state,
    words: `${nameOf(state)} alone`,
    edit: triggering(id, (one) => ({ ...one, against: [state] })),
  }));
  const others = challengers.length > 1 && challengers.length <= 3 ? named : challengers.length === 1 ? named : [];
  const given = anyone ? asGiven('any', any.words) : asGiven('given', 'the adversaries that the text names');
  return variableOf(`${id}.trigger.against`, `${title(clause)}, against whom`, given, [any, ...others]);
}
