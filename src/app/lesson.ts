import { credibilityChart, CREDIBILITY_KEY, credibilityTable } from '../charts/credibility.ts';
import { percent, plain } from '../charts/numbers.ts';
import { planeTop, WINSET_KEY, winSetChart, winSetShare, winSetTable } from '../charts/winset.ts';
import type { Assessment } from '../core/assess/assessment.ts';
import { bargain, withAutomaticity } from '../core/assess/bargain.ts';
import { concludeAssessment } from '../core/assess/conclude.ts';
import { drawAssessment } from '../core/assess/draws.ts';
import { prepareAssessment } from '../core/assess/prepare.ts';
import type { Catalog } from '../core/catalog.ts';
import type { Exhibit } from '../core/facts/lessons.ts';
import { completeEvent } from '../core/law/event.ts';
import { createLaw } from '../core/law/law.ts';
import { ACTION_NOUN, wordingOn } from '../core/law/wording.ts';
import { formatDate } from '../core/states/dates.ts';
import { both, capitalized } from '../core/text/sentence.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { boundAllies } from '../explain/answer.ts';
import { credibilityFigure, credibilityFinding } from '../explain/assessment-figures.ts';
import { datedLabel } from '../explain/labels.ts';
import { allOf, chancesOf, moved, shareWords } from '../explain/quota.ts';
import type { BriefFigure } from '../report/brief.ts';
import type { LessonSheet } from '../report/lesson.ts';
import { questionOf } from './history.ts';
import { loadCatalog, loadFacts } from './load-catalog.ts';
import type { ReportGround } from './report.ts';
import { UserError } from './user-error.ts';
import { VERSION } from './version.ts';
import { worldOf } from './world.ts';

type Shown = LessonSheet['exhibit'];

/** Draws of the figures of a lesson; they are central values first. */
const DRAWS = 200;
const SEED = 1;
const WIDTH = 470;

/** The sheet of a lesson of the catalog. @throws {UserError} where there is none by that id */
export function lessonOn(id: string): LessonSheet {
  const catalog = loadCatalog();
  return lessonSheet(id, catalog, { facts: loadFacts(), world: worldOf(catalog, { shapes: true }), treaties: catalog.treaties, catalog: catalog.version });
}

/** The same from what is at hand. @throws {UserError} as `lessonOn` */
export function lessonSheet(id: string, catalog: Catalog, ground: ReportGround): LessonSheet {
  const lesson = catalog.lessons.find((one) => one.id === id);
  if (lesson === undefined) throw new UserError(`there is no lesson '${id}'; there are ${both(catalog.lessons.map((one) => one.id))}.`);
  return {
    lesson,
    exhibit: exhibitOf(lesson.exhibit, catalog, ground),
    versions: [
      `foedus ${VERSION}`,
      `catalog ${ground.catalog.slice(0, 7)}`,
      ...(lesson.exhibit.kind === 'duties' ? [] : [`facts ${ground.facts.version.slice(0, 7)}`]),
    ],
  };
}

function exhibitOf(exhibit: Exhibit, catalog: Catalog, ground: ReportGround): Shown {
  switch (exhibit.kind) {
    case 'duties':
      return duties(exhibit, catalog, ground);
    case 'automaticity':
      return automaticity(exhibit, ground);
    case 'quota':
      return quota(exhibit, ground);
  }
}

/** Who was bound, by what, why it owed nothing, and what it did. */
function duties({ event: id, states: asked }: Extract<Exhibit, { kind: 'duties' }>, catalog: Catalog, { world, treaties }: ReportGround): Shown {
  const crisis = catalog.events.find((one) => one.id === id);
  if (crisis === undefined) throw new UserError(`there is no crisis '${id}'.`);
  const date = crisis.question.date ?? crisis.date;
  const completed = completeEvent(questionOf(crisis), world);
  if (!completed.ok) throw new UserError(completed.problem.message);
  const verdict = createLaw(treaties, world).trigger(completed.event);
  const words = wordingOn(world, date);
  const label = (treaty: string): string =>
    datedLabel(
      treaties.find((one) => one.id === treaty),
      treaty,
    );
  const parties = [...crisis.question.attackers, crisis.question.target];
  const states = asked ?? [...new Set([...verdict.duties, ...verdict.notOwed].map(({ state }) => state))].filter((state) => !parties.includes(state));
  const rows = states.map((state) => {
    const owed = verdict.duties.filter((one) => one.state === state && parties.includes(one.toward));
    const free = verdict.notOwed.filter((one) => one.state === state && one.reason !== 'not-a-party' && one.reason !== 'not-in-force');
    const bound = [...new Set([...owed, ...free].map(({ treaty }) => label(treaty)))];
    const why =
      owed.length > 0
        ? owed.map(({ action, toward }) => `owes ${words.name(toward)} ${ACTION_NOUN[action]}`)
        : [...new Set(free.slice(0, 1).map(({ because }) => because.at(-1) ?? ''))];
    const did = crisis.did.find((one) => one.state === state);
    return [
      capitalized(words.name(state)),
      bound.length === 0 ? 'No treaty of the catalog' : both(bound),
      why.length === 0 ? 'Nothing, to either side.' : owed.length > 0 ? both(why) : `Nothing. ${why.join('')}`,
      did === undefined ? '' : `${DEED_WORDS[did.what]}${did.date === undefined ? '' : `, ${formatDate(did.date)}`}`,
    ];
  });
  const help = verdict.duties.filter(
    ({ action, toward }) => (action === 'defend' || action === 'join-offense' || action === 'assist') && parties.includes(toward),
  );
  return {
    title: `Who owed what on ${formatDate(date)}?`,
    finding: help.length === 0 ? 'No treaty bound anyone to fight beside either side' : `${help.length} duties to help`,
    table: { head: ['State', 'Bound by', 'What it owed', 'What it did'], rows },
    numbers: false,
    figures: [],
    source: `The law of the catalog's treaties, ${date.slice(0, 4)}; deeds: ${crisis.sources
      .slice(0, 2)
      .map(({ title, year }) => [title, year].filter((part) => part !== undefined).join(', '))
      .join('; ')}.`,
  };
}

const DEED_WORDS: Readonly<Record<Catalog['events'][number]['did'][number]['what'], string>> = {
  fought: 'Fought',
  'joined-attacker': 'Joined the attacker',
  aided: 'Gave aid',
  consulted: 'Consulted',
  'stayed-out': 'Stayed out',
  refused: 'Refused',
  attacked: 'Attacked',
};

interface Trial {
  readonly treaty: string;
  readonly contingency: string;
  readonly date: string;
}

function textOf({ treaty: id }: Trial, { treaties }: ReportGround): Treaty {
  const treaty = treaties.find((one) => one.id === id);
  if (treaty === undefined) throw new UserError(`there is no treaty '${id}'.`);
  return treaty;
}

/** A text assessed in the contingency of the lesson, or over all of them. */
function assessed(text: Treaty, { contingency, date }: Trial, { facts, world, treaties }: ReportGround, extent: 'case' | 'whole', draws: number): Assessment {
  const prepared = prepareAssessment(
    { facts, world, treaties: [...treaties.filter(({ id }) => id !== text.id), text], treaty: text },
    { date, draws, seed: SEED, ...(extent === 'case' && { contingencies: [contingency] }) },
  );
  return concludeAssessment(prepared, draws === 0 ? [] : drawAssessment(prepared, 0, draws));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The same treaty with its promise taken out, left to judgment, and fixed. */
function automaticity(trial: Extract<Exhibit, { kind: 'automaticity' }>, ground: ReportGround): Shown {
  const treaty = textOf(trial, ground);
  const columns = (['none', 'discretionary', 'automatic'] as const).map((to) => {
    const found = assessed(withAutomaticity(treaty, to), trial, ground, 'case', 0).contingencies[0];
    if (found === undefined) throw new UserError(`${trial.contingency}: cannot be asked on ${trial.date}.`);
    return { found, bound: boundAllies(found, treaty.id) };
  });
  type Column = (typeof columns)[number];
  const row = (name: string, of: (column: Column) => number | undefined): string[] => [name, ...columns.map((column) => shownChance(of(column)))];
  const range = assessed(withAutomaticity(treaty, 'discretionary'), trial, ground, 'case', DRAWS);
  const [held] = range.contingencies;
  const nameOf = (state: string): string => ground.world.nameOf(state, trial.date);
  const data = held === undefined ? undefined : credibilityFigure(held, range.members, treaty.id, nameOf);
  const [, judged, fixed] = columns.map(({ bound }) => mean(bound.map(({ entrapmentGivenWar }) => entrapmentGivenWar?.value ?? 0)));
  const year = trial.date.slice(0, 4);
  const versions = `Facts ${range.versions.facts.slice(0, 7)}, parameters of ${range.versions.parameters}`;
  const figures: BriefFigure[] =
    data === undefined || held === undefined
      ? []
      : [
          {
            id: 'credibility',
            question: 'Who would honor it, where each judges?',
            finding: credibilityFinding(held, treaty.id),
            keys: CREDIBILITY_KEY,
            chart: credibilityChart({ ...data, shown: 8 }, WIDTH),
            table: credibilityTable(data),
            source: `Crisis model, ${year}, ${DRAWS} draws. ${versions}.`,
          },
        ];
  return {
    title: 'What does the word change?',
    finding: `Given war, the promise adds ${pointsOf(judged)} points to an ally's chance of coming where each judges, ${pointsOf(fixed)} where the text is automatic`,
    table: {
      head: ['Chance', 'Only consult', 'Each judges', 'Automatic'],
      rows: [
        row('Challenge, in a year', ({ found }) => found.challenge.with.value),
        row('War, given a challenge', ({ found }) => found.warGivenChallenge.with.value),
        row('An ally comes, mean of those bound', ({ bound }) => (bound.length === 0 ? undefined : mean(bound.map(({ honors }) => honors.with.value)))),
        row('... by the promise alone: entrapment', ({ bound }) =>
          bound.length === 0 ? undefined : mean(bound.map(({ entrapmentGivenWar }) => entrapmentGivenWar?.value ?? 0)),
        ),
        row("The target's side prevails, given war", ({ found }) => found.prevail.with.value),
      ],
    },
    numbers: true,
    figures,
    source: `Crisis model at its central values, ${held?.title ?? trial.contingency}, ${year}; what discretion leaves off a promise is an assumption with a range. ${versions}.`,
  };
}

const pointsOf = (share: number | undefined): string => plain(100 * (share ?? Number.NaN));
const shownChance = (value: number | undefined): string => (value === undefined ? 'nobody bound' : percent(value));

/** The win-set at several quotas of one gate. */
function quota(trial: Extract<Exhibit, { kind: 'quota' }>, ground: ReportGround): Shown {
  const { state, gate, shares, date } = trial;
  const treaty = textOf(trial, ground);
  const { facts, world, treaties } = ground;
  const whole = assessed(treaty, trial, ground, 'whole', 0);
  const prepared = prepareAssessment({ facts, world, treaties, treaty }, { date, draws: 0, seed: SEED });
  const solved = (to: 'none' | 'discretionary' | 'automatic'): Assessment => assessed(withAutomaticity(treaty, to), trial, ground, 'whole', 0);
  const plain = bargain(prepared, { none: solved('none'), discretionary: solved('discretionary'), automatic: solved('automatic') });
  const top = planeTop(plain);
  const nameOf = (id: string): string => world.nameOf(id, date);
  const body = plain.members.find((one) => one.state === state)?.gates.find(({ id }) => id === gate)?.body ?? gate;
  const at = shares.map((share) => {
    const now = moved(plain, { state, gate, share });
    return { share, now, chances: chancesOf(now, whole, { state, gate, share }), all: allOf(now, whole, { state, gate, share }) };
  });
  const year = date.slice(0, 4);
  const source = `Ratification model at its central values, ${year}; seats and rules as in the catalog, weights of voters declared. Facts ${whole.versions.facts.slice(0, 7)}, parameters of ${whole.versions.parameters}.`;
  const drawn = at.filter(({ share }) => share === '2/3' || share === shares.at(-1)).slice(-1);
  const share = (value: number): string => (value === 0 ? 'none' : percent(value));
  const [own, last] = [at.find((one) => one.share === '2/3'), at.at(-1)];
  return {
    title: `What does the quota of the ${body} change?`,
    finding:
      own === undefined || last === undefined
        ? 'The higher the quota, the smaller the win-set'
        : `From ${shareWords(own.share)} to ${shareWords(last.share)}, what ${nameOf(state)} alone passes goes from ${share(winSetShare(own.now, top, state))} of the plane to ${share(winSetShare(last.now, top, state))}`,
    table: {
      head: [`Quota of the ${body}`, `Plane it passes`, 'Plane all pass', 'It ratifies', 'All ratify'],
      rows: at.map(({ share: of, now, chances, all }) => [
        capitalized(shareWords(of)),
        share(winSetShare(now, top, state)),
        share(winSetShare(now, top)),
        percent(chances.get(state) ?? Number.NaN),
        all === undefined ? 'not known' : percent(all),
      ]),
    },
    numbers: true,
    figures: drawn.map(({ share: of, now, chances }) => ({
      id: 'winset',
      question: `Can it be ratified at ${shareWords(of)}?`,
      finding: `${nameOf(state)}'s limit in ink, the others' in gray`,
      keys: WINSET_KEY,
      note: 'Floor of spending, % of GDP, that would pass',
      chart: winSetChart({ bargain: now, nameOf, ratifies: chances, focus: state, text: 'this text' }, 520),
      table: winSetTable({ bargain: now, nameOf, ratifies: chances, focus: state, text: 'this text' }),
      source,
    })),
    source,
  };
}
