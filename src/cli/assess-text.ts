import type { AllyAssessment, Assessment, ContingencyAssessment, Interval } from '../core/assess/assessment.ts';
import type { Catalog } from '../core/catalog.ts';
import { formatDate } from '../core/states/dates.ts';
import { nameOn } from '../core/states/names.ts';
import { chance, chanceRange } from './chance.ts';
import { count, table, wrap, type Style } from './style.ts';

/** An assessment as text: the contingencies in one table, then who would come; with `explain`, where each chance comes from. */
export function assessmentText(found: Assessment, catalog: Catalog, style: Style, explain: boolean): string {
  const treaty = catalog.treaties.find(({ id }) => id === found.treaty);
  const title = `${treaty?.short ?? treaty?.name ?? found.treaty}, ${formatDate(found.date)}: ${found.inForce ? 'in force' : 'not in force'}, ${count(found.members.length, 'member')}`;
  const name = (id: string): string => {
    const state = catalog.states.find((one) => one.id === id);
    return state === undefined ? id : nameOn(state, found.date);
  };
  const ranges = found.draws === 0 ? 'Central values.' : `Central values, with 90 % ranges over ${found.draws} draws (seed ${found.seed}).`;
  const rows = found.contingencies.map(({ id, challenge, war, prevail, abandonment }) => [
    id,
    chanceRange(challenge.with),
    chanceRange(challenge.without),
    chanceRange(war.with),
    chanceRange(war.without),
    chanceRange(prevail.with),
    chanceRange(prevail.without),
    abandonment === undefined ? '-' : chanceRange(abandonment),
  ]);
  const header = ['contingency', 'challenge', 'without', 'war', 'without', 'prevails', 'without', 'abandoned'];
  const body =
    found.contingencies.length === 0
      ? 'No contingency of the catalog challenges a member on this date.\n'
      : `${table([header.map((cell) => style.bold(cell)), ...rows])}\n${wrap('Challenge and war: chance in a year, with the treaty and without it. Prevails: chance of the side of the target, given war. Abandoned: share of the promised strength that does not come.', 0)}\n`;
  const missing = found.notAsked.map(({ id, reason }) => `Not asked: ${id}: ${reason}.`);
  return [
    style.bold(title),
    '',
    body,
    ...found.contingencies.map((one) => contingencyText(one, name, style, explain)),
    balanceText(found, name, style),
    outlookText(found, name, style),
    responseText(found),
    influenceText(found, style),
    ...missing.map((line) => wrap(line, 0)),
    wrap(`${ranges} Power: ${found.capabilities.method}. ${found.method}.${found.converged ? '' : ' Not every game converged.'}`, 0),
    wrap(
      'What a clause does is said only as far as the record identifies it: since 1945 it shows no clear effect of pacts on challenges, and promises of integrated, forward-deployed alliances were never put to the test; tripwires are declared.',
      0,
    ),
    '',
  ].join('\n');
}

/** % of GDP with two digits, or as many as tell it from nothing. */
function percent({ value, low, high }: Interval): string {
  const one = (number: number): string => (Math.abs(number) < 1e-9 ? '0' : Math.abs(number) < 0.005 ? number.toExponential(0) : number.toFixed(2));
  return low === undefined || high === undefined ? one(value) : `${one(value)} [${one(low)}, ${one(high)}]`;
}

function balanceText({ balance }: Assessment, name: (id: string) => string, style: Style): string {
  const known = balance.filter(({ deterrence, pooling, joining }) => pooling !== undefined || deterrence.value !== 0 || joining.value !== 0);
  if (known.length === 0) return '';
  const rows = known
    .toSorted((a, b) => b.net.value - a.net.value)
    .map((member) => [
      name(member.state),
      member.honors === undefined ? '-' : chanceRange(member.honors.with),
      percent(member.deterrence),
      percent(member.joining),
      percent(member.entrapment),
      member.pooling === undefined ? '-' : percent({ value: member.pooling }),
      member.burden === undefined ? '-' : percent({ value: member.burden }),
      percent(member.net),
    ]);
  const header = ['member', 'honors', 'deterrence', 'joining', 'entrapped', 'pooling', 'burden', 'net'];
  return `${style.bold('Balance, % of own GDP a year')}\n${table([header, ...rows])}${wrap('Net is deterrence, joining, pooling and burden; entrapment is a part of joining. Pooling and burden are against what each would spend by the taste it showed before it pledged.', 0)}\n`;
}

function outlookText({ balance, allRatify }: Assessment, name: (id: string) => string, style: Style): string {
  const known = balance.filter(({ ratification, outlook }) => ratification !== undefined || outlook !== undefined);
  if (known.length === 0) return '';
  const rows = known.map(({ state, ratification, outlook }) => [
    name(state),
    ratification === undefined ? '-' : chance(ratification.p),
    ratification?.hardest ?? '-',
    ...(outlook === undefined
      ? ['-', '-', '-', '-', '-']
      : [...outlook.ahead.map(({ honored }) => chance(honored)), outlook.lockIn.years.toFixed(1), percent({ value: outlook.lockIn.yearly })]),
  ]);
  const header = ['member', 'ratifies', 'hardest gate', 'honored in 5', '10', '20 years', 'locked, years', 'lock-in'];
  const joint = allRatify === undefined ? '' : ` All members together: ${chance(allRatify)}.`;
  return `${style.bold('At home and ahead')}\n${table([header, ...rows])}${wrap(`Ratifies: chance that its own gates would pass the treaty today at what it is worth to it.${joint} Honored: chance that in so many years it is bound and comes. Lock-in: expected loss of the years in which it cannot be out, % of own GDP a year.`, 0)}\n`;
}

/** Assumptions shown as text; all of them are in the JSON. */
const SHOWN_INFLUENCES = 12;

function influenceText({ influences }: Assessment, style: Style): string {
  if (influences === undefined) return '';
  const rows = influences
    .slice(0, SHOWN_INFLUENCES)
    .map(({ parameter, kind, value, low, high, at }) => [
      parameter,
      kind,
      `${value} [${low}, ${high}]`,
      `${chance(at.low.honors)} to ${chance(at.high.honors)}`,
      `${chance(at.low.difference)} to ${chance(at.high.difference)}`,
      `${chance(at.low.spared)} to ${chance(at.high.spared)}`,
    ]);
  const header = ['assumption', 'kind', 'value', 'honors', 'due to the treaty', 'challenges spared a year'];
  return `${style.bold('What the answer hangs on')}\n${table([header, ...rows])}${wrap('Each assumption at the low and high end of its 90 % range, all others at their central values. Honors: mean over the states the treaty binds.', 0)}\n`;
}

const RULES: Readonly<Record<string, string>> = {
  unanimity: 'by unanimity',
  share: 'by a share of its members',
  hub: 'by one member for all',
  silence: 'by silence: a draft stands unless somebody objects',
  none: 'by nobody for all: each decides for itself',
};

function responseText({ response }: Assessment): string {
  if (response.rule === 'none') return 'The treaty has no body that decides for all: each member acts on its own.\n';
  const decided = response.decided.map(({ day, chance: done }) => `day ${day} ${chance(done)}`).join(', ');
  return `${wrap(`Its body of ${response.members} decides ${RULES[response.rule] ?? response.rule}, in ${response.expectedDays.toFixed(1)} days on average; decided by ${decided}. Aid that members give on their own does not wait for it.`, 0)}\n`;
}

function contingencyText(one: ContingencyAssessment, name: (id: string) => string, style: Style, explain: boolean): string {
  const shown = one.allies
    .filter((ally) => explain || ally.promises.length > 0 || ally.honors.with.value >= 0.1)
    .toSorted((a, b) => b.honors.with.value - a.honors.with.value)
    .slice(0, explain ? undefined : 8);
  const head = `${style.bold(one.id)}: ${one.title} (${name(one.challenger)}, ${name(one.target)})`;
  if (shown.length === 0) return `${head}\nNobody is likely to come.\n`;
  const rows = shown.map((ally) => [
    `${name(ally.state)}${ally.side === 'challenger' ? ' (for the challenger)' : ''}`,
    ally.promises.map(({ treaty, article }) => `${treaty} ${article}`).join(', ') || '-',
    chanceRange(ally.honors.with),
    chanceRange(ally.honors.without),
    ally.entrapmentGivenWar === undefined ? '-' : chanceRange(ally.entrapmentGivenWar),
    ally.tripwire === undefined ? '-' : `${chance(ally.tripwire.low)} to ${chance(ally.tripwire.high)}`,
  ]);
  const lines = table([['comes', 'bound by', 'honors', 'without', 'entrapped', 'tripwire'], ...rows]);
  return `${head}\n${lines}${explain ? shown.map((ally) => derivationText(ally, name)).join('') : ''}`;
}

function derivationText({ state, derivation }: AllyAssessment, name: (id: string) => string): string {
  const terms = derivation.map(({ parameter, value }) => `${parameter} ${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`);
  return `${wrap(`${name(state)}: ${terms.join(', ')} logits.`, 2)}\n`;
}
