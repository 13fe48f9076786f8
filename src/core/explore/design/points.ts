import { intervalOf } from '../../assess/interval.ts';
import { violationOf } from './demands.ts';
import type { DesignReading } from './evaluate.ts';
import { minimized, type ObjectiveId } from './objectives.ts';
import { changesOf, differencesOf, proposalText } from './proposal.ts';
import type { DesignPoint, ObjectiveNumbers } from './result.ts';
import type { Looked } from './search.ts';
import type { Telling } from './telling.ts';
import { applyChoices } from './variable.ts';

/** A point in every draw. */
export interface DrawnPoint {
  readonly samples: ReadonlyMap<ObjectiveId, Float64Array>;
  readonly better?: ObjectiveNumbers;
  readonly holds: number;
}

interface Drawn {
  readonly draws: number;
  readonly given: DrawnPoint | undefined;
  readonly points: readonly (DrawnPoint | undefined)[];
}

/** The points and the given text in the same draws. */
export function* drawn<P>(
  points: readonly Looked[],
  draws: number,
  { evaluator, variables, objectives, demands }: Telling,
  progress: (done: number, total: number) => P,
  stop: () => boolean,
): Generator<P, Drawn> {
  const texts = [evaluator.setting.given, ...points.map(({ choices }) => applyChoices(evaluator.setting.given, variables, choices))];
  const rows: (readonly DesignReading[])[] = [];
  for (let draw = 0; draw < draws && !stop(); draw++) {
    rows.push(texts.map((text) => evaluator.readDraw(text, draw)));
    yield progress(draw + 1, draws);
  }
  const of = (i: number): DrawnPoint | undefined => {
    if (rows.length === 0) return undefined;
    const samples = new Map(objectives.map((id) => [id, Float64Array.from(rows, (row) => row[i]?.objectives[id] ?? Number.NaN)] as const));
    const share = (is: (row: readonly DesignReading[]) => boolean): number => rows.filter(is).length / rows.length;
    const gains = (row: readonly DesignReading[], id: ObjectiveId): boolean => {
      const [now, was] = [row[i], row[0]].map((one) => (one === undefined ? Number.NaN : (minimized(one.objectives, [id])[0] ?? Number.NaN)));
      return (now ?? 0) < (was ?? 0);
    };
    return {
      samples,
      ...(i > 0 && { better: Object.fromEntries(objectives.map((id) => [id, share((row) => gains(row, id))])) }),
      holds: share((row) => {
        const one = row[i];
        return one !== undefined && violationOf(demands, one) === 0;
      }),
    };
  };
  return { draws: rows.length, given: of(0), points: points.map((_, i) => of(i + 1)) };
}

/** A point as it is told. @param looked undefined for the given text */
export function pointOf(
  id: string,
  title: string,
  looked: Looked | undefined,
  { evaluator, variables, objectives, demands }: Telling,
  ranges: DrawnPoint | undefined,
): DesignPoint {
  const { given, subject, date } = evaluator.setting;
  const nameOf = (state: string): string => subject.world.nameOf(state, date);
  const text = looked === undefined ? given : applyChoices(given, variables, looked.choices);
  const reading = looked === undefined ? evaluator.given : evaluator.read(text);
  const changes = looked === undefined ? [] : changesOf(variables, looked.choices);
  const heading = [
    looked === undefined ? `${given.name}, as it stands on ${date}.` : `A proposal for ${given.name}, as of ${date}: ${title}.`,
    ...changes.map(({ title: clause, to }) => `- ${clause}: ${to}`),
  ];
  return {
    id,
    title,
    changes,
    sentences: differencesOf(given, text, nameOf),
    objectives: Object.fromEntries(objectives.map((one) => [one, intervalOf(reading.objectives[one], ranges?.samples.get(one))])),
    ...(ranges?.better !== undefined && { better: ranges.better }),
    ...(ranges !== undefined && { holds: ranges.holds }),
    misses: demands.filter(({ shortfall }) => shortfall(reading) > 0).map((demand) => demand.id),
    members: reading.members.map(({ state, net }) => ({ state, net })),
    challenges: reading.challenges,
    wars: reading.wars,
    choices: looked?.choices ?? variables.map(() => 0),
    text: proposalText(text, heading),
  };
}
