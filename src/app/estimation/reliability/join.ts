import { cowNumber } from '../../../core/atop/states.ts';
import { foldsOf } from '../../../core/estimate/folds.ts';
import { scoresOf } from '../../../core/estimate/scores.ts';
import { logistic } from '../../../core/math/logistic.ts';
import { createRng } from '../../../core/math/rng.ts';
import type { Call } from '../../../core/record/calls.ts';
import { fitJoin, joinData, joinIndex, predictExpected } from '../../../core/stages/join-stage.ts';
import { numberColumn, rowsOf, type Row, type Table } from '../../../core/table/table.ts';
import { readJoiningFrame } from '../joining/frame.ts';
import type { EstimationContext, ResultTable } from '../section.ts';

const FOLDS = 5;

/** A chance foreseen, and whether the promise was kept. */
interface Kept {
  readonly chance: number;
  readonly kept: number;
}

/** Chances of all who might come to the wars of the record, by war and COW number, every war foreseen from disputes of others. */
async function foreseenJoins(context: EstimationContext): Promise<ReadonlyMap<string, number>> {
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
    const index = joinIndex(data.sides, fit.second, predictExpected(data, fit));
    for (const name of ['target', 'challenger'] as const) {
      index[name].forEach((value, row) => {
        if (folds[data.sides[name].dispute[row] ?? 0] === fold) chances[name][row] = logistic(value);
      });
    }
  }
  const found = new Map<string, number>();
  const next = { target: 0, challenger: 0 };
  for (let row = 0; row < table.rows; row++) {
    const name = side?.[row] === 1 ? 'target' : 'challenger';
    const at = next[name]++;
    if (war?.[row] !== 1) continue;
    const key = `${number?.[row] ?? 0} ${code?.[row] ?? 0}`;
    // It may come to either side, hardly to both.
    found.set(key, 1 - (1 - (found.get(key) ?? 0)) * (1 - (chances[name][at] ?? 0)));
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
  const membersOf = ({ war, year, owedHelp, helped }: Call): Kept[] =>
    [...owedHelp].flatMap((state) => {
      const chance = foreseen.get(`${war} ${cowNumber(context.world.state(state), `${year}-07-01`) ?? 0}`);
      return chance === undefined ? [] : [{ chance, kept: helped.has(state) ? 1 : 0 }];
    });
  const byCase = new Map(calls.map((call) => [`${call.war} ${call.atopId}`, membersOf(call)] as const));
  const rowOf = (words: string, all: number, those: readonly Kept[]): (string | number | null)[] => {
    const mean = (of: (one: (typeof those)[number]) => number): number => those.reduce((sum, one) => sum + of(one), 0) / those.length;
    if (those.length === 0) return [words, all, 0, null, null, null];
    const { auc } = scoresOf({ chances: those.map(({ chance }) => chance), happened: those.map(({ kept }) => kept) });
    return [words, all, those.length, mean(({ chance }) => chance), mean(({ kept }) => kept), Number.isNaN(auc) ? null : auc];
  };
  const cases = (table: Table, warName: string, outcome: string): readonly Kept[] =>
    rowsOf(table).flatMap((row: Row) => {
      const those = byCase.get(`${Number(row[warName])} ${Number(row['atopid'])}`) ?? [];
      const kept = row[outcome];
      if (those.length === 0 || (kept !== 0 && kept !== 1)) return [];
      return [{ chance: those.reduce((sum, { chance }) => sum + chance, 0) / those.length, kept }];
    });
  const tested = (table: Table, outcome: string): number => rowsOf(table).filter((row) => row[outcome] === 0 || row[outcome] === 1).length;
  const members = (words: string, from: number, to: number): (string | number | null)[] => {
    const chosen = calls.filter(({ year }) => year >= from && year <= to);
    const owing = chosen.reduce((sum, { owedHelp }) => sum + owedHelp.size, 0);
    return rowOf(words, owing, chosen.flatMap(membersOf));
  };
  return {
    id: 'join-equation',
    title: 'The join equation, fitted to other wars, beside what became of commitments',
    columns: ['', 'cases', 'near a dispute of the war', 'chance foreseen', 'kept', 'AUC'],
    rows: [
      members('members that owed help by the law', 0, 9999),
      members('... to 1944', 0, 1944),
      members('... from 1945', 1945, 9999),
      rowOf("Berkemeier and Fuhrmann's alliances, coding after Leeds, Long and Mitchell", tested(frame, 'honored_llm'), cases(frame, 'cowwar', 'honored_llm')),
      rowOf("... the authors' own coding", tested(frame, 'honored'), cases(frame, 'cowwar', 'honored')),
      rowOf("Leeds and Anac's alliances", tested(tests, 'honor3'), cases(tests, 'war', 'honor3')),
    ],
  };
}
