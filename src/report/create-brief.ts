import { plain } from '../charts/numbers.ts';
import { formatDate } from '../core/states/dates.ts';
import { inSentence } from '../core/text/sentence.ts';
import { answerRuns, type Run } from '../explain/answer.ts';
import { treatyLabel } from '../explain/labels.ts';
import { parameterName } from '../explain/parameter-names.ts';
import { whyOf, type WhyContext } from '../explain/why.ts';
import type { Brief, BriefAssumption, BriefNote } from './brief.ts';
import { briefFigures } from './brief-figures.ts';
import type { BriefGround } from './brief-ground.ts';
import { creditsOf, ledgerOf } from './ledger.ts';

/** What can be said of any assessment, and what cannot. */
const LIMITS = [
  'A question put to a treaty, not a forecast, and no judgment on the policy of any state.',
  'What a clause does is said only as far as the record identifies it: since 1945 it shows no clear effect of pacts on challenges, and promises of integrated, forward-deployed alliances were never put to the test.',
] as const;

const DOMAIN_WORDS: Readonly<Record<string, string>> = {
  land: 'on land',
  sea: 'at sea',
  air: 'in the air',
  cyber: 'in cyberspace',
  space: 'in space',
  hybrid: 'by hybrid means',
};

/** The brief of a ground: words, figures, notes, assumptions and ledger; the same ground gives the same brief. */
export function createBrief(ground: BriefGround): Brief {
  const { treaty, date, contingency, whole, influences, facts, nameOf } = ground;
  const found = whole.contingencies.find(({ id }) => id === contingency.id);
  if (found === undefined) throw new RangeError(`the assessment lacks the contingency ${contingency.id}`);
  const label = treatyLabel(treaty, treaty.id).replace(/^The /, '');
  const day = formatDate(date);
  const target = inSentence(nameOf(contingency.target));
  const answer = answerRuns({ found, whole, influences, treaty: treaty.id, target });
  const context: WhyContext = {
    treaty,
    label,
    facts,
    contingency,
    found,
    assessment: whole,
    whole,
    influences,
    bargain: ground.bargain,
    response: ground.response ?? null,
    survival: ground.survival ?? null,
    draws: whole.draws,
    nameOf,
  };
  const notes = notesOf([...answer.flatMap(named).filter((id) => id !== 'challenge.without'), `net:${contingency.target}`], context);
  const clause = notes.flatMap(({ why }) => why.clause ?? [])[0];
  return {
    treaty: treaty.id,
    label,
    date,
    day,
    title: `If ${inSentence(nameOf(contingency.challenger))} attacks ${target} on ${day}, what does the ${label} change?`,
    conditions: [
      contingency.title,
      DOMAIN_WORDS[contingency.domain] ?? contingency.domain,
      `${whole.members.length} members`,
      ...(whole.inForce ? [] : ['not in force on the day']),
      whole.draws === 0 ? 'central values' : `${whole.draws.toLocaleString('en-US')} draws, seed ${whole.seed}`,
    ],
    answer,
    ...(clause !== undefined && { clause: { text: clause.text, where: clause.where, quoted: clause.quoted } }),
    figures: briefFigures(ground, found, label),
    notes,
    assumptions: assumptionsOf(ground),
    ledger: ledgerOf(ground),
    missing: missingOf(ground),
    limits: [...LIMITS, ...(whole.converged ? [] : ['Not every game converged.'])],
    credits: creditsOf(ground),
  };
}

const named = (run: Run): string[] => (typeof run === 'string' || !('why' in run) ? [] : [run.why]);

/** Derivations of the numbers, each once, numbered as they come. */
function notesOf(ids: readonly string[], context: WhyContext): BriefNote[] {
  const known = [...new Set(ids)].flatMap((id) => {
    const why = whyOf(id, context);
    return why === null ? [] : [{ id, why }];
  });
  return known.map((note, i) => ({ ...note, number: i + 1 }));
}

/** Of the parameters of spending, what the balance takes; the rest is the record's, told in the ledger. */
const USED: ReadonlySet<string> = new Set(['spending.thinning']);

/** Assumptions of the crisis game and of spending, the weightiest for the answer first; those that do not move it follow as the files have them. */
function assumptionsOf({ facts, influences }: BriefGround): BriefAssumption[] {
  const order = new Map(influences.map(({ parameter }, i) => [parameter, i]));
  const of = (id: string) => Object.entries(facts.parameters.find((one) => one.id === id)?.parameters ?? {});
  const crisis = of('crisis');
  const rows = [...crisis, ...of('spending').filter(([name]) => USED.has(name) && !crisis.some(([other]) => other === name))];
  return rows
    .map(([id, { kind, value, low, high, basis }]) => ({
      id,
      name: parameterName(id),
      kind,
      value: plain(value),
      range: low === high ? 'fixed' : `${plain(low)} to ${plain(high)}`,
      basis,
    }))
    .toSorted((a, b) => (order.get(a.id) ?? influences.length) - (order.get(b.id) ?? influences.length));
}

/** What is not known, said and never taken for zero. */
function missingOf({ whole, contingency, nameOf, bargain }: BriefGround): string[] {
  const found = whole.contingencies.find(({ id }) => id === contingency.id);
  const names = (states: readonly string[]): string => states.map(nameOf).join(', ');
  const spending = whole.balance.filter(({ pooling }) => pooling === undefined).map(({ state }) => state);
  const power = (found?.notAssessed ?? []).filter((state) => whole.members.includes(state));
  return [
    ...(power.length > 0 ? [`power of ${names(power)}`] : []),
    ...(spending.length > 0 ? [`spending figures of ${names(spending)}`] : []),
    ...(bargain.missing.length > 0 ? [`gates of ${names(bargain.missing)}`] : []),
    ...(whole.notAsked.length > 0
      ? [`${whole.notAsked.length === 1 ? 'one contingency' : `${whole.notAsked.length} contingencies`} that could not be asked`]
      : []),
  ];
}
