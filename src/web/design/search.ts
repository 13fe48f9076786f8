import { OBJECTIVE_IDS, type ObjectiveId } from '../../core/explore/design/objectives.ts';
import { clampDate, parseDate } from '../fight/dates.ts';
import type { RawSearch } from '../fight/search.ts';
import { DESIGN_START } from '../shell/starts.ts';

/** Everything the page shows, as its address says it. */
export interface DesignSearch {
  readonly treaty: string;
  /** States of a new pact, in place of a treaty. */
  readonly between: readonly string[];
  readonly date: string;
  /** Clauses that do not move: `exit.notice`, or `exit.notice=P6M`. */
  readonly fix: readonly string[];
  readonly floor: number;
  readonly require: readonly string[];
  readonly budget: number;
  /** Whether the search is asked for. */
  readonly run: boolean;
  readonly x: ObjectiveId;
  readonly y: ObjectiveId;
  readonly color: ObjectiveId;
  /** The point that is open. */
  readonly point: string | null;
  /** Figures shown as tables. */
  readonly tables: readonly string[];
}

export const BUDGETS = [100, 300, 1000, 3000] as const;

const objectiveOf = (text: string | undefined, otherwise: ObjectiveId): ObjectiveId => OBJECTIVE_IDS.find((id) => id === text) ?? otherwise;
const listOf = (text: string | undefined, by: string): readonly string[] => (text ?? '').split(by).filter((one) => one !== '');

/** Reads an address; what it cannot read falls back to the default. */
export function readDesign(raw: RawSearch): DesignSearch {
  const floor = Number(raw['floor'] ?? DESIGN_FLOOR);
  const budget = Number(raw['budget'] ?? DESIGN_BUDGET);
  const between = listOf(raw['between']?.toUpperCase(), ',').filter((one) => /^[A-Z]{3}$/.test(one));
  return {
    treaty: raw['treaty'] || DESIGN_START.treaty,
    between: between.length > 1 ? between : [],
    date: clampDate(parseDate(raw['date'] ?? '') ?? DESIGN_START.date),
    fix: listOf(raw['fix'], ';'),
    floor: floor >= 0 && floor <= 1 ? floor : DESIGN_FLOOR,
    require: listOf(raw['require'], ';'),
    budget: BUDGETS.find((one) => one === budget) ?? DESIGN_BUDGET,
    run: raw['run'] === '1',
    x: objectiveOf(raw['x'], 'entrapment'),
    y: objectiveOf(raw['y'], 'deterrence'),
    color: objectiveOf(raw['color'], 'worst-net'),
    point: raw['point'] || null,
    tables: listOf(raw['tables'], ','),
  };
}

const DESIGN_FLOOR = 0.5;
const DESIGN_BUDGET = 300;

/** Writes an address, leaving out what is as by default. */
export function writeDesign(search: DesignSearch): Record<string, string> {
  const { treaty, between, date, fix, floor, require, budget, run, x, y, color, point, tables } = search;
  return {
    ...(between.length > 0 ? { between: between.join(',') } : { treaty }),
    date,
    ...(fix.length > 0 && { fix: fix.join(';') }),
    ...(floor !== DESIGN_FLOOR && { floor: String(floor) }),
    ...(require.length > 0 && { require: require.join(';') }),
    ...(budget !== DESIGN_BUDGET && { budget: String(budget) }),
    ...(run && { run: '1' }),
    ...(x !== 'entrapment' && { x }),
    ...(y !== 'deterrence' && { y }),
    ...(color !== 'worst-net' && { color }),
    ...(point !== null && { point }),
    ...(tables.length > 0 && { tables: tables.join(',') }),
  };
}
