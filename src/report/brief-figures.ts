import { BALANCE_KEY, balanceChart, balanceFinding, balanceTable, hiddenMembers } from '../charts/balance.ts';
import { CREDIBILITY_KEY, credibilityChart, credibilityTable } from '../charts/credibility.ts';
import { DETERRENCE_KEY, deterrenceChart, deterrenceFinding, deterrenceTable } from '../charts/deterrence.ts';
import { percent } from '../charts/numbers.ts';
import { PLEDGE_KEY, pledgeChart, pledgeTable } from '../charts/pledge.ts';
import { RANKS_KEY, ranksChart, ranksTable } from '../charts/ranks.ts';
import { responseChart, responseFinding, responseTable, type ResponseFigure } from '../charts/response.ts';
import { SURVIVAL_KEY, survivalChart, survivalFinding, survivalTable } from '../charts/survival.ts';
import { influenceFigure, TORNADO_OF, tornadoChart, tornadoFinding, tornadoKey, tornadoTable } from '../charts/tornado.ts';
import { planeTop, WINSET_KEY, winSetChart, winSetShare, winSetTable } from '../charts/winset.ts';
import type { ContingencyAssessment } from '../core/assess/assessment.ts';
import { CLOSENESS, EVEN } from '../core/assess/fairness.ts';
import { formatDate } from '../core/states/dates.ts';
import { areaWords, credibilityFigure, credibilityFinding, sourceLines, winSetFinding } from '../explain/assessment-figures.ts';
import { pledgeFigure, pledgeFinding, ranksFigure, ranksFinding } from '../explain/burden-figures.ts';
import { parameterName } from '../explain/parameter-names.ts';
import { allOf, chancesOf } from '../explain/quota.ts';
import type { BriefFigure } from './brief.ts';
import type { BriefGround } from './brief-ground.ts';
import { publicationsOf } from './ledger.ts';

/** Widths that figures are drawn for; on paper they are set to the column. */
const HALF = 470;
const PLANE = 520;
const BARS = 540;
const WHOLE = 980;

/** Rows that fit on the two pages; where there is no pledge there is room for more of the members. */
const ROWS = { allies: 8, members: 5, membersAlone: 8, pledge: 8, ranks: 6, bars: 5, barsAlone: 8, gates: 7 } as const;

/** Height of figures over time, and what rows of allies that are not there leave to it. */
const LOW = 194;
const SPARE = 15;

/** The figures of a brief, as the pages of the workbench show them; those that have nothing to show are left out. */
export function briefFigures(ground: BriefGround, found: ContingencyAssessment, label: string): readonly BriefFigure[] {
  const lines = sourceLines(ground.whole, {
    year: ground.date.slice(0, 4),
    contingencies: ground.whole.contingencies.length,
    label,
    title: found.title,
    short: true,
  });
  return [
    deterrence(found, lines.deterrence),
    credibility(ground, found, lines.credibility),
    ...winSet(ground, lines.winset),
    ...pledge(ground),
    ...response(ground, found, lines.response),
    ...survival(ground, lines.survival),
    balance(ground, lines.balance),
    ...tornado(ground, lines.tornado),
    ...ranks(ground),
  ];
}

const deterrence = (found: ContingencyAssessment, source: string): BriefFigure => ({
  id: 'deterrence',
  question: 'Does it deter?',
  finding: deterrenceFinding(found, 'It'),
  keys: DETERRENCE_KEY,
  chart: deterrenceChart(found, HALF),
  table: deterrenceTable(found),
  source,
});

function credibility({ whole, treaty, nameOf }: BriefGround, found: ContingencyAssessment, source: string): BriefFigure {
  const data = credibilityFigure(found, whole.members, treaty.id, nameOf);
  return {
    id: 'credibility',
    question: 'Who would honor it?',
    finding: credibilityFinding(found, treaty.id),
    keys: CREDIBILITY_KEY,
    chart: credibilityChart({ ...data, shown: ROWS.allies }, HALF),
    table: credibilityTable(data),
    source,
  };
}

function balance({ whole, contingency, nameOf, pledge: asked }: BriefGround, source: string): BriefFigure {
  const data = {
    members: whole.balance.map((one) => ({ ...one, name: nameOf(one.state) })),
    selected: contingency.target,
    all: false,
    shown: asked === undefined ? ROWS.membersAlone : ROWS.members,
  };
  const hidden = hiddenMembers(data);
  return {
    id: 'balance',
    question: 'What is it worth to each member?',
    finding: balanceFinding(data),
    keys: BALANCE_KEY,
    note: `Gains run right, costs run back; where they stop is the net, in % of own GDP a year. Thin bar: 90% of draws.${hidden === 0 ? '' : ` ${hidden} more ${hidden === 1 ? 'is' : 'are'} in the table.`}`,
    chart: balanceChart(data, WHOLE),
    table: balanceTable(data),
    source,
  };
}

function winSet({ bargain, whole, nameOf }: BriefGround, source: string): BriefFigure[] {
  if (bargain.members.length === 0) return [];
  const ratifies = chancesOf(bargain, whole, null);
  const data = { bargain, nameOf, ratifies, focus: undefined, text: 'this text', shown: ROWS.gates };
  const all = allOf(bargain, whole, null);
  const share = areaWords(winSetShare(bargain, planeTop(bargain)));
  return [
    {
      id: 'winset',
      question: 'Can it be ratified?',
      finding: winSetFinding(bargain, ratifies, nameOf),
      keys: WINSET_KEY,
      note: `Floor of spending, % of GDP. All pass ${share}${all === undefined ? '' : `, and ratify this text with chance ${percent(all)}`}.`,
      chart: winSetChart(data, PLANE),
      table: winSetTable(data),
      source,
    },
  ];
}

function response({ response: curve, whole, treaty, nameOf }: BriefGround, found: ContingencyAssessment, source: string): BriefFigure[] {
  if (curve === undefined) return [];
  const { allies } = credibilityFigure(found, whole.members, treaty.id, nameOf);
  const height = LOW + SPARE * Math.max(0, ROWS.allies - allies.length);
  const data: ResponseFigure = { curve, beside: curve.rule === 'unanimity' ? 'silence' : 'unanimity' };
  return [
    {
      id: 'response',
      question: 'Would help come in time?',
      finding: responseFinding(data),
      keys: [],
      note: 'Share of the promised strength in place; band is 90% of draws',
      chart: responseChart(data, HALF, height),
      table: responseTable(data),
      source,
    },
  ];
}

function survival({ survival: fan, nameOf, date }: BriefGround, source: string): BriefFigure[] {
  if (fan === undefined) return [];
  const data = { fan, name: nameOf(fan.state), from: Number(date.slice(0, 4)) };
  return [
    {
      id: 'survival',
      question: 'How long does it last?',
      finding: survivalFinding(data),
      keys: SURVIVAL_KEY,
      chart: survivalChart(data, HALF, LOW),
      table: survivalTable(data),
      source,
    },
  ];
}

function tornado({ influences, headline, pledge: asked }: BriefGround, source: string): BriefFigure[] {
  const of = Number.isNaN(headline.honors) ? 'spared' : 'honors';
  const data = { ...influenceFigure(influences, headline, of, parameterName), shown: asked === undefined ? ROWS.barsAlone : ROWS.bars };
  if (influences.length === 0) return [];
  return [
    {
      id: 'tornado',
      question: `What does it hang on: ${TORNADO_OF[of]}?`,
      finding: tornadoFinding(data),
      keys: tornadoKey(data),
      chart: tornadoChart(data, BARS),
      table: tornadoTable(data),
      source,
    },
  ];
}

function pledge({ pledge: asked, facts, nameOf }: BriefGround): BriefFigure[] {
  if (asked === undefined) return [];
  const { review, agreed } = asked;
  const data = pledgeFigure(review, agreed, facts, nameOf);
  const by = review.by === undefined ? '' : ` It was due by ${formatDate(review.by)}.`;
  return [
    {
      id: 'pledge',
      question: `Is the pledge met?${by}`,
      finding: pledgeFinding(data),
      keys: PLEDGE_KEY,
      chart: pledgeChart({ ...data, ...(data.members.length > ROWS.pledge && { shown: ROWS.pledge }) }, HALF),
      table: pledgeTable(data),
      source: `${publicationsOf(
        facts,
        review.readings.flatMap(({ source }) => source ?? []),
      ).join('; ')}. ${yearsOf(review.readings.flatMap(({ year }) => year ?? []))}, rounded; e: estimate.`,
    },
  ];
}

function yearsOf(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first} to ${last}`;
}

function ranks({ pledge: asked, whole, facts, date, nameOf, treaty }: BriefGround): BriefFigure[] {
  if (asked === undefined || whole.members.length < 3) return [];
  const agreed = treaty.burden?.pledges
    ?.map((one) => one.agreed ?? '')
    .filter((day) => day !== '' && day <= date)
    .toSorted()[0];
  const year = Number(date.slice(0, 4));
  const since = agreed === undefined ? year - 10 : Number(agreed.slice(0, 4));
  const data = ranksFigure(facts, whole.members, date, since, EVEN, nameOf);
  return [
    {
      id: 'ranks',
      question: 'Does the order of who carries most hold?',
      finding: ranksFinding(data),
      keys: RANKS_KEY,
      note: `Effort, rise since ${since}, people, forces forward, equipment, all alike. * lacks a figure.`,
      chart: ranksChart({ ...data, ...(data.members.length > ROWS.ranks && { shown: ROWS.ranks }) }, HALF),
      table: ranksTable(data),
      source: `Figures of ${year} as in the ledger; weights drawn near equal ones (Dirichlet, ${CLOSENESS} votes, declared).`,
    },
  ];
}
