import { quantile } from '../../../core/math/quantile.ts';
import { CHALLENGE_WINS, RESIST_WIN } from '../../../core/stages/chain.ts';
import { COMPANY_NAME, GAIN_NAME, JOIN_PARAMETERS, SIDE_NAME } from '../../../core/stages/join-terms.ts';
import { drawsOf, errorOf, estimateChain, estimateOf, type CrisisEstimate } from './fit.ts';
import { challengesTable } from './challenges.ts';
import { correlationTable, erasTable, kappaTable, sidesTable, stepsTable } from './checks.ts';
import { INITIATION_TABLES } from '../deterrence/initiation-frame.ts';
import { dataVersions, PILOT, type EstimationContext, type Fact, type ResultTable, type Section } from '../section.ts';

/** The crisis stages estimated from the record, and what they hang on. @throws {DataError} where a table is lacking */
export async function crisisSection(context: EstimationContext): Promise<Section> {
  const found = await estimateChain(context);
  const { chain } = found.data;
  const count = (happened: Int32Array): string => happened.length.toLocaleString('en-US');
  return {
    id: 'crisis',
    title: 'The crisis game from its last move up',
    method:
      `Statistical backward induction: who joins (${count(chain.join.sides.target.joined)} state-disputes a side, both sides, all at once by nested pseudo-likelihood), whether the target resists ` +
      `(${count(chain.resist.happened)} challenges), whether there is a challenge (${count(chain.challenge.happened)} politically relevant directed dyad-years). Logits with payoffs at λ = 1; ` +
      `intervals over ${found.draws.values.length} draws of disputes (joining, resisting) and of pairs of states (challenges), every stage refitted in each, seed ${context.seed}.`,
    facts: factsOf(found),
    tables: [
      stagesTable(found),
      stepsTable(found),
      sidesTable(found),
      erasTable(found),
      kappaTable(found),
      challengesTable(found, context.onProgress),
      correlationTable(found, context.onProgress),
    ],
    data: dataVersions(context.store, INITIATION_TABLES),
    notes: [
      `${found.data.joining.leftOut.length} disputes have no originator on one side that is a member of the system; ${found.data.joining.turned} of ${found.data.joining.wars} wars take COW's initiator in place of side A.`,
      'In draws, odds of war move straight along their slopes in the parameters of joining, on the scale of log odds; what joiners expect of each other is held.',
      'A promise counts in a challenge as the fall it makes in the chance of being resisted times that of winning; what would be so without it has a slope of its own.',
      ...(found.draws.failed > 0 ? [`${found.draws.failed} draws did not converge and are left out.`] : []),
    ],
  };
}

const WORDS: readonly (readonly [name: string, words: string, expected?: number])[] = [
  ['join.promise', 'price of a broken promise of defense at war, in logits of joining', 1.67],
  [GAIN_NAME, 'worth of the expected gain in the chance of winning', 1.31],
  [COMPANY_NAME, "worth of company: the strength that others are expected to bring to the target's side, in shares of the world's"],
  ['join.unmet', 'a promise whose conditions fail, which owes nothing', 1.92],
  ['join.rivalry', 'rivalry with the opponent', 1.08],
  ['join.border-target', 'land border with the side joined', 0.72],
  [SIDE_NAME, "joining the challenger's side rather than the target's"],
  [RESIST_WIN, 'worth to the target of its chance to prevail', 0.31],
  [CHALLENGE_WINS[0], 'worth to the challenger of what promises take of its chance, to 1945', 2.9],
  [CHALLENGE_WINS[1], '... since 1946, before the prior', 0.6],
  ['escalation.1816-1913', 'chance that a resisted challenge becomes an interstate war, 1816 to 1913', 0.27],
  ['escalation.1914-1945', '... 1914 to 1945', 0.16],
  ['escalation.1946-1990', '... 1946 to 1990', 0.07],
  ['escalation.1991-2010', '... 1991 to 2010', 0.04],
];

function factsOf(found: CrisisEstimate): Fact[] {
  const { chain } = found.data;
  const rowsOf = (name: string): { n: number; events: number } => {
    const sum = (values: Int32Array): number => values.reduce((total, one) => total + one, 0);
    const { target, challenger } = chain.join.sides;
    if (name === SIDE_NAME) return { n: challenger.joined.length, events: sum(challenger.joined) };
    if (name.startsWith('join.')) return { n: target.joined.length, events: sum(target.joined) };
    const era = found.names.filter((one) => one.startsWith('escalation.')).indexOf(name);
    if (era !== -1) {
      const rows = Array.from(chain.escalation.era.keys()).filter((row) => chain.escalation.era[row] === era);
      return { n: rows.length, events: rows.reduce((total, row) => total + (chain.escalation.war[row] ?? 0), 0) };
    }
    const choice = name.startsWith('resist.') ? chain.resist : chain.challenge;
    return { n: choice.happened.length, events: sum(choice.happened) };
  };
  return WORDS.map(([name, words, expected]): Fact => {
    const sorted = drawsOf(found, name);
    return {
      id: name,
      words,
      value: estimateOf(found, name),
      low: quantile(sorted, 0.025),
      high: quantile(sorted, 0.975),
      ...rowsOf(name),
      ...(expected !== undefined && { expected: { value: expected, source: PILOT } }),
    };
  });
}

/** Every coefficient with its standard error over the draws. */
function stagesTable(found: CrisisEstimate): ResultTable {
  const round = (value: number): number => Number(value.toFixed(3));
  return {
    id: 'stages',
    title: `Estimates and standard errors; ${JOIN_PARAMETERS.length + 1} of joining`,
    columns: ['parameter', 'estimate', 'standard error'],
    rows: found.names.map((name) => [name, round(estimateOf(found, name)), round(errorOf(found, name))]),
  };
}
