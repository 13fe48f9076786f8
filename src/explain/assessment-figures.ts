import type { CredibilityFigure } from '../charts/credibility.ts';
import { percent } from '../charts/numbers.ts';
import { blocked } from '../charts/winset.ts';
import type { Assessment, ContingencyAssessment } from '../core/assess/assessment.ts';
import type { Bargain } from '../core/assess/bargain.ts';
import { possessive } from '../core/text/sentence.ts';
import { boundAllies } from './answer.ts';

type Name = (state: string) => string;

/** Those whom the treaty binds, or its members where it binds nobody in the case; and those of whom something is not known. */
export function credibilityFigure(found: ContingencyAssessment, members: readonly string[], treaty: string, nameOf: Name): CredibilityFigure {
  const bound = boundAllies(found, treaty);
  const allies = bound.length > 0 ? bound : found.allies.filter(({ side, party }) => side === 'target' && party);
  return {
    allies: allies.map((ally) => ({ ...ally, name: nameOf(ally.state) })),
    missing: found.notAssessed.filter((state) => members.includes(state)).map((state) => ({ name: nameOf(state), lacks: 'its power is not known' })),
  };
}

/** "About a third of the promised strength may not come", by the number. */
export function credibilityFinding(found: ContingencyAssessment, treaty: string): string {
  if (boundAllies(found, treaty).length === 0) return 'It promises nobody help in this case; what members would do of themselves';
  return found.abandonment === undefined ? 'Nobody is likely to come' : `${percent(found.abandonment.value)} of the promised strength may not come`;
}

/** Who blocks the text, or who comes nearest to it. */
export function winSetFinding(bargain: Bargain, chances: ReadonlyMap<string, number>, nameOf: Name): string {
  const blocks = blocked(bargain);
  if (blocks !== undefined) return `The text lies outside ${possessive(nameOf(blocks.state))} win-set`;
  const hardest = [...chances].toSorted((a, b) => a[1] - b[1])[0];
  return `The text lies inside every win-set${hardest === undefined ? '' : `; ${nameOf(hardest[0])} comes nearest to blocking it`}`;
}

export const areaWords = (share: number): string => `${share === 0 ? 'nothing' : percent(share)} of the plane`;

export type AssessmentFigureId = 'deterrence' | 'credibility' | 'balance' | 'winset' | 'response' | 'survival' | 'tornado';

/** Where the numbers of each figure come from: model, year, and versions unless they stand elsewhere beside it. */
export function sourceLines(
  { versions }: Pick<Assessment, 'versions'>,
  {
    year,
    contingencies,
    label,
    title,
    short = false,
  }: { readonly year: string; readonly contingencies: number; readonly label: string; readonly title: string; readonly short?: boolean },
): Readonly<Record<AssessmentFigureId, string>> {
  const rest = short ? '' : ` Facts ${versions.facts.slice(0, 7)}, parameters of ${versions.parameters}.`;
  return {
    deterrence: `Crisis model, ${year}.${rest}`,
    credibility: `Crisis model, ${year}. Dot to bar is what the promise adds: credibility to the target, entrapment to the ally.${rest}`,
    balance: `All ${contingencies} contingencies of the catalog that challenge a member in ${year}. % of own GDP a year, with the treaty minus without.${rest}`,
    winset: `Ratification model, ${year}: gray lines, the highest floor at which each member's gates pass with chance one half. Automaticity between three texts solved.${rest}`,
    response: `Response model, ${year}: readiness and deliberation are declared, with ranges.${rest}`,
    survival: `Hazards of leaving from ${year}, fitted on two centuries of defense pacts (ATOP); windows by the treaty's own clauses.${rest}`,
    tornado: `One assumption at a time to the ends of its 90% range, all others at their central values. ${label}, ${title}, ${year}.${rest}`,
  };
}
