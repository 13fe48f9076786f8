import { cowNumber } from '../../core/atop/states.ts';
import { foldsOf } from '../../core/estimate/folds.ts';
import { scoresOf } from '../../core/estimate/scores.ts';
import { logistic } from '../../core/math/logistic.ts';
import { createRng } from '../../core/math/rng.ts';
import type { Call } from '../../core/record/calls.ts';
import { fitJoin, joinData, predictExpected, type JoinSide } from '../../core/stages/join-stage.ts';
import { indexOf } from '../../core/stages/weighted-logit.ts';
import { numberColumn, rowsOf, type Row, type Table } from '../../core/table/table.ts';
import { readJoiningFrame } from './joining-frame.ts';
import type { EstimationContext, ResultTable } from './section.ts';

const FOLDS = 5;

/** A state's chance of coming to a war by the join equation fitted to other wars, and whether it came. */
interface Foreseen {
  readonly chance: number;
  readonly came: number;
}

/** Chances of all who might come to the wars of the record, by war and COW number, every war foreseen from disputes of others. */
async function foreseenJoins(context: EstimationContext): Promise<ReadonlyMap<string, Foreseen>> {
  const { table } = await readJoiningFrame(context);
  const data = joinData(table);
  const [dispute, side, war, number, code] = ['dispnum', 'target_side', 'war', 'warnum', 'ccode'].map((name) => numberColumn(table, name).values);
  const warOf = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) if ((number?.[row] ?? 0) > 0) warOf.set(dispute?.[row] ?? 0, number?.[row] ?? 0);
  // Disputes of one war lie in one fold.
  const folds = foldsOf(
    Int32Array.from(data.disputes, (one) => (warOf.has(one) ? -(warOf.get(one) ?? 0) : one)),
    FOLDS,
    createRng(context.seed, 'reliability', 'folds'),
  );
  const chances = { target: new Float64Array(data.sides.target.joined.length), challenger: new Float64Array(data.sides.challenger.joined.length) };
  for (let fold = 0; fold < FOLDS; fold++) {
    const fit = fitJoin(
      data,
      undefined,
      Float64Array.from(folds, (one) => (one === fold ? 0 : 1)),
    );
    const { gains, company } = predictExpected(data, fit);
    const { beta, challengerSide } = fit.second;
    const fill = (name: 'target' | 'challenger', { dispute: place, columns }: JoinSide, expected: readonly Float64Array[], constant: number): void => {
      const eta = indexOf([...columns, ...expected], beta);
      eta.forEach((value, row) => {
        if (folds[place[row] ?? 0] === fold) chances[name][row] = logistic(value + constant);
      });
    };
    fill('target', data.sides.target, [gains.target, company.target], 0);
    fill('challenger', data.sides.challenger, [gains.challenger], challengerSide);
  }
  const found = new Map<string, Foreseen>();
  const next = { target: 0, challenger: 0 };
  for (let row = 0; row < table.rows; row++) {
    const name = side?.[row] === 1 ? 'target' : 'challenger';
    const at = next[name]++;
    if (war?.[row] !== 1) continue;
    const key = `${number?.[row] ?? 0} ${code?.[row] ?? 0}`;
    const known = found.get(key);
    const one = { chance: chances[name][at] ?? 0, came: data.sides[name].joined[at] ?? 0 };
    // It may come to either side, hardly to both.
    found.set(key, known === undefined ? one : { chance: 1 - (1 - known.chance) * (1 - one.chance), came: Math.max(known.came, one.came) });
  }
  return found;
}

/**
 * The join equation, fitted to other wars, held against the two data sets of what became of commitments: what it foresaw of members that owed help by the
 * law, and of the alliances that coders say were honored and violated.
 * @param frame of Berkemeier and Fuhrmann's cases
 * @param tests of Leeds and Anac
 */
export async function joinTable(context: EstimationContext, calls: readonly Call[], frame: Table, tests: Table): Promise<ResultTable> {
  const foreseen = await foreseenJoins(context);
  const membersOf = ({ war, year, owedHelp, helped }: Call): (Foreseen & { readonly fought: number; readonly year: number })[] =>
    [...owedHelp].flatMap((state) => {
      const one = foreseen.get(`${war} ${cowNumber(context.world.state(state), `${year}-07-01`) ?? 0}`);
      return one === undefined ? [] : [{ ...one, fought: helped.has(state) ? 1 : 0, year }];
    });
  const members = calls.flatMap(membersOf);
  const owing = calls.reduce((sum, { owedHelp }) => sum + owedHelp.size, 0);
  const byCase = new Map(calls.map((call) => [`${call.war} ${call.atopId}`, membersOf(call)] as const));
  const rowOf = (words: string, all: number, those: readonly { readonly chance: number; readonly kept: number }[]): (string | number | null)[] => {
    const mean = (of: (one: (typeof those)[number]) => number): number => those.reduce((sum, one) => sum + of(one), 0) / those.length;
    if (those.length === 0) return [words, all, 0, null, null, null];
    const { auc } = scoresOf({ chances: those.map(({ chance }) => chance), happened: those.map(({ kept }) => kept) });
    return [words, all, those.length, mean(({ chance }) => chance), mean(({ kept }) => kept), Number.isNaN(auc) ? null : auc];
  };
  const cases = (table: Table, warName: string, outcome: string): readonly { readonly chance: number; readonly kept: number }[] =>
    rowsOf(table).flatMap((row: Row) => {
      const those = byCase.get(`${Number(row[warName])} ${Number(row['atopid'])}`) ?? [];
      const kept = row[outcome];
      if (those.length === 0 || (kept !== 0 && kept !== 1)) return [];
      return [{ chance: those.reduce((sum, { chance }) => sum + chance, 0) / those.length, kept }];
    });
  const tested = (table: Table, outcome: string): number => rowsOf(table).filter((row) => row[outcome] === 0 || row[outcome] === 1).length;
  const kept = (those: typeof members) => those.map(({ chance, fought }) => ({ chance, kept: fought }));
  return {
    id: 'join-equation',
    title: 'The join equation, fitted to other wars, beside what became of commitments',
    columns: ['', 'cases', 'near a dispute of the war', 'chance foreseen', 'kept', 'AUC'],
    rows: [
      rowOf('members that owed help by the law', owing, kept(members)),
      rowOf(
        '... to 1944',
        calls.filter(({ year }) => year < 1945).reduce((sum, { owedHelp }) => sum + owedHelp.size, 0),
        kept(members.filter(({ year }) => year < 1945)),
      ),
      rowOf(
        '... from 1945',
        calls.filter(({ year }) => year >= 1945).reduce((sum, { owedHelp }) => sum + owedHelp.size, 0),
        kept(members.filter(({ year }) => year >= 1945)),
      ),
      rowOf("Berkemeier and Fuhrmann's alliances, coding after Leeds, Long and Mitchell", tested(frame, 'honored_llm'), cases(frame, 'cowwar', 'honored_llm')),
      rowOf("... the authors' own coding", tested(frame, 'honored'), cases(frame, 'cowwar', 'honored')),
      rowOf("Leeds and Anac's alliances", tested(tests, 'honor3'), cases(tests, 'war', 'honor3')),
    ],
  };
}
