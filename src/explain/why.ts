import type { Assessment, ContingencyAssessment, Interval, MemberAssessment, WithWithout } from '../core/assess/assessment.ts';
import type { Bargain } from '../core/assess/bargain.ts';
import type { Influence } from '../core/assess/influence.ts';
import type { ResponseCurve } from '../core/assess/response-curve.ts';
import type { SurvivalFan } from '../core/assess/survival-fan.ts';
import { partsOf } from '../charts/balance.ts';
import { percent, percentRange, plain, points, signed } from '../charts/numbers.ts';
import { ownRule } from '../charts/response.ts';
import type { Contingency } from '../core/facts/contingencies.ts';
import type { Facts } from '../core/facts/facts.ts';
import { formatDate } from '../core/states/dates.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import type { Obligation } from '../core/treaty/obligation-schema.ts';
import { articleLabel } from './labels.ts';
import { parameterName } from './parameter-names.ts';

/** What a derivation is made from. */
export interface WhyContext {
  readonly treaty: Treaty;
  readonly label: string;
  readonly facts: Facts;
  readonly contingency: Contingency;
  readonly found: ContingencyAssessment;
  readonly assessment: Assessment;
  readonly whole: Assessment | null;
  readonly influences: readonly Influence[] | null;
  readonly bargain: Bargain | null;
  readonly response: ResponseCurve | null;
  readonly survival: SurvivalFan | null;
  readonly draws: number;
  readonly nameOf: (state: string) => string;
}

interface Input {
  readonly label: string;
  readonly text: string;
  /** Names the derivation of the input. */
  readonly why?: string;
}

/** The derivation of one number. */
export interface Why {
  readonly crumb: string;
  readonly title: string;
  readonly meaning: string;
  readonly interval?: string;
  readonly hangs?: { readonly text: string; readonly why?: string };
  readonly equation: readonly string[];
  readonly inputs: readonly Input[];
  readonly clause?: { readonly id: string; readonly text: string; readonly quoted: boolean; readonly where: string };
  readonly sources: readonly string[];
}

const LITERATURE = 'Signorino 1999; McKelvey and Palfrey 1998; Bas, Signorino and Walker 2008';

const rangeLine = ({ low, high, half }: Interval, draws: number, show: (low: number, high: number) => string): string | undefined =>
  low === undefined || high === undefined
    ? undefined
    : [...(half === undefined ? [] : [`50%: ${show(half[0], half[1])}`]), `90%: ${show(low, high)}`, `${draws} draws`].join(' · ');

function baseSources({ facts, assessment }: WhyContext): string[] {
  const crisis = facts.parameters.find(({ id }) => id === 'crisis');
  return [
    `Crisis parameters of ${assessment.versions.parameters}: ${crisis?.source ?? ''}`,
    `Power of ${assessment.capabilities.year}: ${assessment.capabilities.method}`,
    `Facts ${assessment.versions.facts}; ${assessment.method}`,
    LITERATURE,
  ];
}

const contingencySources = ({ contingency }: WhyContext): string[] =>
  contingency.sources.map(({ title, publisher, year, citation }) => [title, publisher, citation, year].filter((part) => part !== undefined).join(', '));

/** What the answer hangs on most, with its two ends. */
function hangsOn({ influences }: WhyContext): { hangs: NonNullable<Why['hangs']> } | Record<never, never> {
  const first = influences?.[0];
  if (first === undefined) return {};
  const { parameter, low, high, at } = first;
  return {
    hangs: {
      text: `${parameterName(parameter)}. At ${plain(low)} the mean chance of honoring is ${percent(at.low.honors)}, at ${plain(high)} it is ${percent(at.high.honors)}. ${first.kind === 'declared' ? 'Declared, with a range; the record does not fix it.' : 'Estimated.'}`,
      why: `parameter:${parameter}`,
    },
  };
}

/** The clause by which the treaty promises help in the case, where it does. */
function clauseOf({ treaty, found, label }: WhyContext, state?: string): { clause: NonNullable<Why['clause']> } | Record<never, never> {
  const promises = found.allies.filter((ally) => state === undefined || ally.state === state).flatMap((ally) => ally.promises);
  const article = promises.find((promise) => promise.treaty === treaty.id || promise.treaty.startsWith(`${treaty.id}--`))?.article;
  const obligation: Obligation | undefined = treaty.obligations.find((one) => one.article === article);
  if (obligation === undefined) return {};
  const quoted = obligation.quote !== undefined;
  const text = obligation.quote ?? (obligation.precision === undefined ? undefined : `(paraphrase) ${obligation.precision}`);
  return text === undefined ? {} : { clause: { id: obligation.id, text, quoted, where: `${label}, ${articleLabel(obligation.article)}` } };
}

const SIDE_WORDS = { with: 'with the treaty', without: 'without it', difference: 'with it less without' } as const;
type Side = keyof typeof SIDE_WORDS;
const isSide = (text: string | undefined): text is Side => text === 'with' || text === 'without' || text === 'difference';

const CHANCES = {
  challenge: {
    title: 'Challenge in a year',
    meaning: (c: WhyContext) => `The chance that ${c.nameOf(c.contingency.challenger)} starts a challenge to ${c.nameOf(c.contingency.target)} in a year`,
    equation: ['P(challenge) = Λ(EU − b)', 'EU = (1 − r) v + r [ω ((1 − p) v − k)]'],
  },
  war: {
    title: 'War in a year',
    meaning: (c: WhyContext) => `The chance that a challenge to ${c.nameOf(c.contingency.target)} comes, is resisted and becomes war in a year`,
    equation: ['P(war) = P(challenge) · r · ω'],
  },
  warGivenChallenge: {
    title: 'War, given a challenge',
    meaning: () => 'The share of challenges that become war',
    equation: ['P(war | challenge) = r · ω'],
  },
} as const;
type Chance = keyof typeof CHANCES;
const isChance = (text: string | undefined): text is Chance => text === 'challenge' || text === 'war' || text === 'warGivenChallenge';

function whyChance(name: Chance, side: Side, c: WhyContext): Why {
  const { title, meaning, equation } = CHANCES[name];
  const value = c.found[name];
  const shown = side === 'difference' ? `${points(value.difference.value)} points` : percent(value[side].value);
  const range = rangeLine(value[side], c.draws, side === 'difference' ? (low, high) => `${points(low)} to ${points(high)}` : percentRange);
  const world: 'with' | 'without' = side === 'without' ? 'without' : 'with';
  const both = (of: WithWithout): string => percent(of[world].value);
  const rate = c.found.rate;
  return {
    crumb: `${title}, ${SIDE_WORDS[side]}`,
    title: `Why ${shown}?`,
    meaning: `${meaning(c)}, ${SIDE_WORDS[side]}.`,
    ...(range !== undefined && { interval: range }),
    ...hangsOn(c),
    equation,
    inputs: [
      ...(side === 'difference'
        ? [
            { label: 'without', text: percent(value.without.value), why: `${name}.without` },
            { label: 'with', text: percent(value.with.value), why: `${name}.with` },
          ]
        : []),
      ...(name === 'war' ? [{ label: 'P(challenge)', text: both(c.found.challenge), why: `challenge.${world}` }] : []),
      { label: `r, chance that ${c.nameOf(c.contingency.target)} resists`, text: both(c.found.resist) },
      { label: "p, chance that the target's side prevails", text: both(c.found.prevail) },
      ...(name === 'challenge' ? [{ label: 'challenges a year on record', text: `${plain(rate.value)} [${plain(rate.low)}, ${plain(rate.high)}]` }] : []),
      ...(c.found.abandonment === undefined ? [] : [{ label: 'share of the promised strength that does not come', text: percent(c.found.abandonment.value) }]),
      ...c.found.allies
        .filter(({ side: of, promises }) => of === 'target' && promises.length > 0)
        .toSorted((a, b) => b.honors.with.value - a.honors.with.value)
        .slice(0, 3)
        .map((ally) => ({ label: `chance that ${c.nameOf(ally.state)} comes`, text: percent(ally.honors[world].value), why: `honors:${ally.state}` })),
    ],
    ...clauseOf(c),
    sources: [`Rate of challenges: ${rate.basis}`, ...contingencySources(c), ...baseSources(c)],
  };
}

function whyHonors(state: string, c: WhyContext): Why | null {
  const ally = c.found.allies.find((one) => one.state === state);
  if (ally === undefined) return null;
  const { honors, interest, derivation, tripwire } = ally;
  const range = rangeLine(honors.with, c.draws, percentRange);
  return {
    crumb: `Chance of honoring, ${c.nameOf(state)}`,
    title: `Why ${percent(honors.with.value)}?`,
    meaning: `The chance that ${c.nameOf(state)} joins the war on the side of ${c.nameOf(ally.side === 'target' ? c.contingency.target : c.contingency.challenger)}, given that there is war.`,
    ...(range !== undefined && { interval: range }),
    ...hangsOn(c),
    equation: ['h = Λ(Δp · v − k + a)'],
    inputs: [
      ...(interest === undefined ? [] : [{ label: 'h⁰, on its interest alone', text: percent(interest.value) }]),
      ...(interest === undefined ? [] : [{ label: 'what the promise adds', text: `${points(honors.with.value - interest.value)} points` }]),
      { label: 'without the treaty', text: percent(honors.without.value) },
      ...(tripwire === undefined
        ? []
        : [{ label: 'with its forces in the way counting least and most', text: `${percent(tripwire.low)} to ${percent(tripwire.high)}` }]),
      ...derivation
        .filter(({ value }) => Math.abs(value) >= 0.005)
        .map(({ parameter, value }) => ({ label: `${parameterName(parameter)}, logits`, text: signed(value), why: `parameter:${parameter}` })),
    ],
    ...clauseOf(c, state),
    sources: baseSources(c),
  };
}

const memberOf = (c: WhyContext, state: string): MemberAssessment | undefined => (c.whole ?? c.assessment).balance.find((one) => one.state === state);

const PART_WORDS: Readonly<Record<string, { readonly meaning: string; readonly equation: readonly string[] }>> = {
  deterrence: {
    meaning: 'Losses spared: as the target, and as an ally whom its fall would cost.',
    equation: ['Σ (L without − L with), L = P(lost) · 10 years · loss'],
  },
  pooling: {
    meaning: 'Spending saved: what it would spend by itself, less what it spends where each does what is best for it under the treaty.',
    equation: ['(g apart − g Nash) / y'],
  },
  burden: { meaning: 'Spending pledged above what it would choose.', equation: ['−max(0, pledge − g Nash) / y'] },
  entrapment: { meaning: 'Fighting that the promise and not the interest explains.', equation: ['−Σ P(war) · (h − h⁰) · cost of war'] },
  joining: { meaning: 'Other fighting for allies: more of it, or less where the treaty spares wars it would have joined.', equation: ['joining − entrapment'] },
};

function whyNet(state: string, c: WhyContext): Why | null {
  const member = memberOf(c, state);
  if (member === undefined) return null;
  const range = rangeLine(member.net, c.draws, (low, high) => `${signed(low)} to ${signed(high)}`);
  return {
    crumb: `Balance, ${c.nameOf(state)}`,
    title: `Why ${signed(member.net.value)}?`,
    meaning: `What the treaty is worth to ${c.nameOf(state)} in a year, in % of its own GDP, over every contingency of the catalog that challenges a member.`,
    ...(range !== undefined && { interval: range }),
    equation: ['net = deterrence + joining + pooling + burden'],
    inputs: [
      ...partsOf(member).map(({ id, title, value }) => ({ label: title, text: signed(value), why: `part:${state}:${id}` })),
      ...(member.outlook === undefined ? [] : [{ label: 'Lock-in, told apart', text: signed(-member.outlook.lockIn.yearly) }]),
      { label: 'Strings attached', text: 'not priced' },
    ],
    sources: ['Loss sizes of each contingency are declared, with ranges', ...baseSources(c)],
  };
}

function whyPart(state: string, id: string, c: WhyContext): Why | null {
  const member = memberOf(c, state);
  const part = member === undefined ? undefined : partsOf(member).find((one) => one.id === id);
  const words = PART_WORDS[id];
  if (part === undefined || words === undefined || member === undefined) return null;
  const drawn = id === 'deterrence' ? member.deterrence : id === 'entrapment' ? member.entrapment : undefined;
  const range = drawn === undefined ? undefined : rangeLine(drawn, c.draws, (low, high) => `${signed(low)} to ${signed(high)}`);
  const currency =
    id === 'entrapment' || id === 'joining'
      ? ['currency.war-joiner', 'join.promise']
      : id === 'deterrence'
        ? ['currency.war-target', 'challenge.win-since-1946']
        : [];
  return {
    crumb: `${part.title}, ${c.nameOf(state)}`,
    title: `Why ${signed(part.value)}?`,
    meaning: `${words.meaning} In % of own GDP a year.`,
    ...(range !== undefined && { interval: range }),
    equation: words.equation,
    inputs: [
      ...currency.flatMap((name) => parameterInput(name, c)),
      ...(id === 'deterrence' ? [{ label: `loss of a target here, % of GDP a year over ten years`, text: plain(c.contingency.loss.target_gdp.value) }] : []),
      { label: 'the whole balance', text: signed(member.net.value), why: `net:${state}` },
    ],
    sources: id === 'deterrence' ? [...contingencySources(c), ...baseSources(c)] : baseSources(c),
  };
}

function parameterInput(name: string, { facts }: WhyContext): Input[] {
  const known = facts.parameters.find(({ id }) => id === 'crisis')?.parameters[name];
  return known === undefined ? [] : [{ label: parameterName(name), text: plain(known.value), why: `parameter:${name}` }];
}

function whyParameter(name: string, c: WhyContext): Why | null {
  const file = c.facts.parameters.find(({ parameters }) => parameters[name] !== undefined);
  const known = file?.parameters[name];
  if (file === undefined || known === undefined) return null;
  const moved = c.influences?.find(({ parameter }) => parameter === name);
  return {
    crumb: `${known.kind === 'declared' ? 'Declared assumption' : 'Estimate'}, ${name}`,
    title: `${parameterName(name)}: ${plain(known.value)}`,
    meaning: `${known.meaning.charAt(0).toUpperCase()}${known.meaning.slice(1)}.`,
    interval: `90%: ${plain(known.low)} to ${plain(known.high)} · ${known.kind}`,
    equation: [],
    inputs:
      moved === undefined
        ? []
        : [
            { label: 'mean chance of honoring at its low end', text: percent(moved.at.low.honors) },
            { label: 'at its high end', text: percent(moved.at.high.honors) },
            { label: 'challenges spared a year at its low end', text: percent(moved.at.low.spared) },
            { label: 'at its high end', text: percent(moved.at.high.spared) },
          ],
    sources: [`${known.basis.charAt(0).toUpperCase()}${known.basis.slice(1)}`, `${file.title}, made ${formatDate(file.made.date)}: ${file.source}`],
  };
}

function whyRatify(state: string, c: WhyContext): Why | null {
  const outlook = memberOf(c, state)?.ratification;
  const member = c.bargain?.members.find((one) => one.state === state);
  if (outlook === undefined) return null;
  const value = memberOf(c, state)?.net.value ?? 0;
  const gates = member?.gates ?? [];
  return {
    crumb: `Ratification, ${c.nameOf(state)}`,
    title: `Why ${percent(outlook.p)}?`,
    meaning: `The chance that ${c.nameOf(state)} would bind itself to this text today, by its own gates, at what it is worth to it.`,
    hangs: { text: `The gate likeliest to fail: ${outlook.hardest}.` },
    equation: ['P = ∫ φ(z) ∏ P(gate passes | z) dz', 'a member is for it where w·value + s·stance + government + σz + ε > 0'],
    inputs: [
      { label: 'worth, % of own GDP a year', text: signed(value), why: `net:${state}` },
      ...(member === undefined ? [] : [{ label: 'least worth that passes', text: member.least >= 40 ? 'none' : signed(member.least) }]),
      ...outlook.gates.map(({ body, p }) => ({ label: body, text: percent(p) })),
    ],
    sources: [
      ...gates.map(({ body, quota, source }) => `${body}: ${quota === undefined ? 'no quota' : `${quota.share} of ${quota.of.replace('-', ' ')}`}. ${source}`),
      ...gates.flatMap(({ as_of }) => (as_of === undefined ? [] : [`Seats of ${formatDate(as_of)}`])),
      'Weights of voters are declared, with ranges; Putnam 1988, International Organization 42',
    ],
  };
}

function whyResponse(c: WhyContext): Why | null {
  const { response } = c;
  if (response === null) return null;
  return {
    crumb: `In place by day ${plain(response.window)}`,
    title: `Why ${percent(response.atWindow.value)}?`,
    meaning: 'The share of the strength promised by the treaty that is in place when the window closes, if those who promise wait for its body to decide.',
    interval: `90%: ${percentRange(response.atWindow.low, response.atWindow.high)} · 200 draws of readiness and deliberation`,
    equation: ['in place (t) = Σ share · P(decided by t − days of the tier)'],
    inputs: [
      { label: 'rule', text: ownRule(response) },
      { label: 'members who decide', text: String(response.members) },
      {
        label: 'days one member deliberates',
        text: `${plain(response.deliberation.value)} [${plain(response.deliberation.low)}, ${plain(response.deliberation.high)}]`,
      },
      { label: 'days of warning', text: plain(response.warning) },
      { label: 'days to the close of the window', text: plain(response.window) },
      ...response.promised.slice(0, 6).map(({ state, share }) => ({ label: `${c.nameOf(state)}, of the promised strength`, text: percent(share) })),
    ],
    sources: [
      'Readiness by class of forces and days of deliberation: declared, with ranges, in catalog/indicators/readiness.yaml',
      ...contingencySources(c),
      'Rényi 1953, Acta Mathematica Hungarica 4',
    ],
  };
}

function whySurvival(c: WhyContext): Why | null {
  const { survival, treaty } = c;
  const ten = survival?.bound[10];
  if (survival === null || ten === undefined) return null;
  const member = memberOf(c, survival.state);
  return {
    crumb: `Still bound in ten years, ${c.nameOf(survival.state)}`,
    title: `Why ${percent(ten.value)}?`,
    meaning: `The chance that ${c.nameOf(survival.state)} is still bound in ten years, by the yearly chance that a member leaves.`,
    interval: `50%: ${percentRange(ten.half[0], ten.half[1])} · 90%: ${percentRange(ten.low, ten.high)}`,
    equation: ['S(t) = ∏ (1 − h), h = Λ(α + β·x)'],
    inputs: [
      { label: 'notice', text: treaty.exit?.notice ?? 'none stated' },
      { label: 'exit opens after', text: treaty.exit?.earliest ?? 'at once' },
      { label: 'term', text: treaty.term?.kind ?? 'not stated' },
      ...(member === undefined ? [] : [{ label: 'worth, % of own GDP a year', text: signed(member.net.value), why: `net:${survival.state}` }]),
      ...(member?.outlook === undefined ? [] : [{ label: 'locked in, years', text: plain(member.outlook.lockIn.years) }]),
    ],
    sources: [
      'Hazards fitted on two centuries of defense pacts (ATOP phases and members), with declared parts',
      'Explicit exit clauses go with longer life since 1945 and shorter life before: selection, so never used as the effect of a clause (Koremenos)',
    ],
  };
}

/** The derivation a name stands for; null where there is none (yet). */
export function whyOf(id: string, c: WhyContext): Why | null {
  const dot = id.split('.');
  if (dot.length === 2 && isChance(dot[0]) && isSide(dot[1])) return whyChance(dot[0], dot[1], c);
  const [kind, state = '', part = ''] = id.split(':');
  switch (kind) {
    case 'honors':
      return whyHonors(state, c);
    case 'net':
      return whyNet(state, c);
    case 'part':
      return whyPart(state, part, c);
    case 'parameter':
      return whyParameter(state, c);
    case 'ratify':
      return whyRatify(state, c);
    case 'response':
      return whyResponse(c);
    case 'survival':
      return whySurvival(c);
    default:
      return null;
  }
}

/** A citation of a number to paste. */
export function whyCitation(why: Why, { label, assessment }: WhyContext, url: string): string {
  return `${why.meaning} ${why.title.replace(/^Why /, '').replace(/\?$/, '')}${why.interval === undefined ? '' : ` (${why.interval})`}. Foedus, assessment of ${label} on ${formatDate(assessment.date)}, facts ${assessment.versions.facts}, parameters of ${assessment.versions.parameters}, seed ${assessment.seed}: ${url}`;
}
