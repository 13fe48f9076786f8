import { createHash } from 'node:crypto';
import type { Chronicle, DecadesAnswer } from '../../core/explore/decades/answer.ts';
import { chronicleOf, wrongFirst } from '../../core/explore/decades/chronicle.ts';
import { fansOf, summedFan, SUMMED } from '../../core/explore/decades/fans.ts';
import { checkInject } from '../../core/explore/decades/injects.ts';
import type { DecadesInput } from '../../core/explore/decades/options.ts';
import { checkScenario, parseScenario, scenarioText } from '../../core/explore/decades/scenarios.ts';
import { simulateWorld } from '../../core/explore/decades/simulate.ts';
import { SIMPLIFIED } from '../../core/explore/decades/simplified.ts';
import { startFromFacts } from '../../core/explore/decades/start-facts.ts';
import type { DecadesStart } from '../../core/explore/decades/types.ts';
import type { DecadesQuestion } from './question.ts';
import { didYouMean, idsNear } from '../did-you-mean.ts';
import { stateMeant } from '../known-state.ts';
import { loadCatalog, loadFacts } from '../load-catalog.ts';
import type { DigestedWorld } from '../sweep/cells/decades-world.ts';
import { orUserError } from '../sweep/request.ts';
import { UserError } from '../user-error.ts';
import { VERSION } from '../version.ts';
import { worldOf } from '../world.ts';

/** Files of parameters that a run needs, in the order in which they are read. */
const FILES = ['crisis', 'survival', 'spending', 'decades'] as const;
/** From this year on the catalog knows everybody's power. */
const FIRST_OF_CATALOG = 2022;

export interface DecadesPlace {
  /** Folder of the store. */
  readonly workspace: string;
  readonly today: string;
}

/**
 * A run with everything it names looked up: worlds need no file and no store.
 * @throws {UserError} where something named does not exist, or the year is not known
 */
export async function prepareDecades(question: DecadesQuestion, { workspace, today }: DecadesPlace): Promise<DecadesInput> {
  const { from = today, years, seed, scenarios: asked, injects, set, draw, hazard } = question;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(from)) throw new UserError(`--from: '${from}' is no date; write 2026-01-01.`);
  const facts = loadFacts();
  const parameters = FILES.map((id) => {
    const file = facts.parameters.find((one) => one.id === id);
    if (file === undefined) throw new UserError(`the catalog lacks the parameters '${id}'.`);
    return file;
  });
  const names = parameters.flatMap((file) => Object.keys(file.parameters));
  for (const name of Object.keys(set)) {
    const near = idsNear(
      name,
      names.map((one) => [one] as const),
    );
    if (!names.includes(name)) throw new UserError(`--set: there is no parameter '${name}'. ${didYouMean(near, 'They are listed in docs/models/decades.md.')}`);
  }
  const start = await startOf(question, from, workspace);
  const scenarios = asked.map((text) => {
    const scenario = orUserError('--scenario', () => parseScenario(text));
    orUserError('--scenario', () => checkScenario(scenario, start, years));
    return scenario;
  });
  for (const inject of injects) orUserError('What a hand makes happen', () => checkInject(inject, start, years));
  return { start, years, seed, scenarios, injects, parameters, set, draw, ...(hazard !== undefined && { hazard }) };
}

async function startOf({ states, record, years }: DecadesQuestion, from: string, workspace: string): Promise<DecadesStart> {
  const year = Number(from.slice(0, 4));
  const catalog = loadCatalog();
  if (record ?? year < FIRST_OF_CATALOG) {
    if (states !== undefined) throw new UserError('--states: a start from the record takes all states; leave it out.');
    const [{ usingStore }, { startFromRecord }] = await Promise.all([import('../with-store.ts'), import('./record.ts')]);
    try {
      return await usingStore(workspace, (store) => startFromRecord({ store, catalog, world: worldOf(catalog, { shapes: true }) }, year, years));
    } catch (error) {
      if (error instanceof RangeError) throw new UserError(`--from ${from}: ${error.message}.`, [], { cause: error });
      throw error;
    }
  }
  const named = states?.map((text) => stateMeant(catalog, text, '--states'));
  return orUserError(`--from ${from}`, () =>
    startFromFacts({
      facts: loadFacts(),
      world: worldOf(catalog, { shapes: true }),
      treaties: catalog.treaties,
      date: from,
      versions: { foedus: VERSION, catalog: catalog.version, facts: loadFacts().version },
      ...(named !== undefined && { states: [...new Set(named)] }),
    }),
  );
}

export const hashOf = (worlds: readonly Pick<DigestedWorld, 'world' | 'digest'>[]): string =>
  createHash('sha256')
    .update(
      worlds
        .toSorted((a, b) => a.world - b.world)
        .map(({ digest }) => `${digest}\n`)
        .join(''),
    )
    .digest('hex');

/** @param chronicles how many worlds are told whole */
export function decadesAnswer(input: DecadesInput, worlds: readonly DigestedWorld[], asked: number, chronicles: number): DecadesAnswer {
  const { start, years, seed, scenarios, injects, draw } = input;
  const order = wrongFirst(worlds);
  const byNumber = new Map(worlds.map((one) => [one.world, one]));
  const sumOf = (of: (audit: DigestedWorld['audit']) => number): number => worlds.reduce((sum, { audit }) => sum + of(audit), 0);
  return {
    from: start.year,
    years,
    worlds: worlds.length,
    asked,
    seed,
    scenarios: scenarios.map(scenarioText),
    injects: injects.length,
    states: start.states.length,
    treaties: { all: start.treaties.length, pacts: start.treaties.filter(({ defense }) => defense).length },
    fans: fansOf(worlds, start.year),
    sums: SUMMED.map((series) => summedFan(worlds, series, start.year)),
    chronicles: order.slice(0, chronicles).map((number) => chronicleOfWorld(input, number)),
    order: order.map((world) => ({ world, wrong: byNumber.get(world)?.wrong ?? 0 })),
    audit: {
      treatyYears: sumOf((audit) => audit.treatyYears),
      memberYears: sumOf((audit) => audit.memberYears),
      joined: sumOf((audit) => audit.joined),
      left: sumOf((audit) => audit.left),
      ended: sumOf((audit) => audit.ended),
      faults: worlds.flatMap(({ world, audit }) => audit.faults.map((fault) => ({ ...fault, world }))),
    },
    hash: hashOf(worlds),
    method: `${worlds.length} seeded worlds of ${years} years, ${draw ? 'each with its own draw of every parameter' : 'at the central values'}; ranges are quantiles over worlds; challenges by the fitted hazard, crises by agent quantal-response equilibrium (λ = 1)`,
    simplified: SIMPLIFIED,
    basis: start.basis,
    versions: start.versions,
  };
}

/** The story of one world, told from its number. @param everything also what counts for little */
export function chronicleOfWorld(input: DecadesInput, number: number, everything = false): Chronicle {
  const world = simulateWorld(input, number);
  return { world: number, wrong: world.wrong, lines: chronicleOf(world, input.start, everything) };
}

/** One world year by year, with everything that happens in it. */
export function replayOfWorld(input: DecadesInput, number: number) {
  const world = simulateWorld(input, number);
  const { treatyYears, memberYears, joined, left, ended, faults } = world.audit;
  return {
    world: number,
    wrong: world.wrong,
    from: input.start.year,
    lines: chronicleOf(world, input.start, true),
    series: world.series,
    audit: { treatyYears, memberYears, joined, left, ended, faults },
  };
}
