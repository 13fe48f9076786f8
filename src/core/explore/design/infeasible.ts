import type { Telling } from './telling.ts';
import { violationOf, type Demand } from './demands.ts';
import type { DesignReading } from './evaluate.ts';
import { OBJECTIVES } from './objectives.ts';
import type { DesignPoint, Infeasible } from './result.ts';
import type { Archive, Looked } from './search.ts';
import { applyChoices, type DesignVariable } from './variable.ts';

/** How many of the nearest are tried with a held clause written otherwise. */
const TRIED = 5;

/**
 * What stands in the way where no treaty meets all demands: each demand that, given up alone, lets some treaty looked at meet the rest, and each held
 * clause that, written otherwise, lets one of the nearest meet all.
 */
export function explainInfeasible(
  archive: Archive,
  { evaluator, variables, demands }: Telling,
  held: readonly DesignVariable[],
  tell: (looked: Looked) => DesignPoint,
): Infeasible | undefined {
  const byViolation = archive.all().toSorted((a, b) => a.score.violation - b.score.violation);
  const [closest] = byViolation;
  if (closest === undefined) return undefined;
  const given = evaluator.setting.given;
  const nameOf = (state: string): string => evaluator.setting.subject.world.nameOf(state, evaluator.setting.date);
  const read = ({ choices }: Looked): DesignReading => evaluator.read(applyChoices(given, variables, choices));
  const byDemand = demands.flatMap((demand) => {
    const rest = demands.filter((one) => one !== demand);
    const best = byViolation
      .filter(({ reading }) => violationOf(rest, reading) === 0)
      .toSorted((a, b) => demand.shortfall(a.reading) - demand.shortfall(b.reading))[0];
    return best === undefined ? [] : [{ id: demand.id, words: demand.words, reaches: reached(demand, read(best), nameOf) }];
  });
  const byClause = held.flatMap((clause) => {
    const place = variables.findIndex(({ id }) => id === clause.id);
    for (const value of clause.values.slice(1)) {
      const opened = variables.map((variable, i) => (i === place ? { ...variable, values: [value] } : variable));
      const meets = byViolation.slice(0, TRIED).some(({ choices }) => violationOf(demands, evaluator.read(applyChoices(given, opened, choices))) === 0);
      if (meets)
        return [
          { id: clause.id, words: `${clause.title}: held at ${clause.values[0]?.words ?? 'its value'}`, reaches: `all demands can be met with ${value.words}` },
        ];
    }
    return [];
  });
  return {
    closest: tell(closest),
    binding: [...byClause, ...byDemand],
    worseOff: read(closest)
      .members.filter(({ net }) => net < 0)
      .map(({ state }) => state),
  };
}

/** How near the rest of the demands lets one come to one of them. */
function reached({ id }: Demand, reading: DesignReading, nameOf: (state: string) => string): string {
  if (id === 'better-in') {
    const worse = reading.members.filter(({ net }) => net < 0);
    const names = worse.slice(0, 4).map(({ state }) => nameOf(state));
    return `at best ${names.join(', ')}${worse.length > names.length ? ` and ${worse.length - names.length} more` : ''} would be worse off, by at most ${(-reading.objectives['worst-net']).toPrecision(2)} % of GDP a year`;
  }
  const objective = Object.values(OBJECTIVES).find((one) => id.startsWith(one.id));
  return objective === undefined ? 'the rest can be met without it' : `at best ${Number(reading.objectives[objective.id].toPrecision(3))}`;
}
