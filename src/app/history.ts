import type { Catalog } from '../core/catalog.ts';
import type { CrisisEvent } from '../core/law/crisis-schema.ts';
import { completeEvent, type EventQuestion } from '../core/law/event.ts';
import { createLaw, type Law } from '../core/law/law.ts';
import type { Verdict } from '../core/law/types.ts';
import type { World } from '../core/states/world.ts';

/** One line of a crisis's expectations, held against the law. */
export interface Finding {
  readonly expected: string;
  readonly agrees: boolean;
  /** What the law said instead. */
  readonly instead?: string;
}

export interface CrisisReport {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly findings: readonly Finding[];
}

export interface HistoryReport {
  readonly crises: readonly CrisisReport[];
  readonly expectations: number;
  readonly agreed: number;
}

/** Replays crises of the past: what the treaties required, by the law and by the record. */
export function checkHistory(catalog: Catalog, world: World, events: readonly CrisisEvent[] = catalog.events): HistoryReport {
  const law = createLaw(catalog.treaties, world);
  const crises = events.map((crisis) => ({ id: crisis.id, name: crisis.name, date: crisis.date, findings: replay(crisis, law, world) }));
  const all = crises.flatMap(({ findings }) => findings);
  return { crises, expectations: all.length, agreed: all.filter(({ agrees }) => agrees).length };
}

/** What a crisis of the catalog asks of the law. */
export function questionOf({ question, date }: CrisisEvent): EventQuestion {
  return {
    attackers: question.attackers,
    target: question.target,
    date: question.date ?? date,
    ...(question.place !== undefined && { place: question.place }),
    ...(question.at !== undefined && { at: question.at }),
    ...(question.kind !== undefined && { kind: question.kind }),
    ...(question.domain !== undefined && { domain: question.domain }),
    ...(question.object !== undefined && { object: question.object }),
    ...(question.intensity !== undefined && { intensity: question.intensity }),
    beganBy: question.began_by ?? [],
    atWar: (question.at_war ?? []).map(([attacker, target]) => ({ attacker, target })),
  };
}

function replay(crisis: CrisisEvent, law: Law, world: World): Finding[] {
  const completed = completeEvent(questionOf(crisis), world);
  if (!completed.ok) return [{ expected: 'a question the law can answer', agrees: false, instead: completed.problem.message }];
  const verdict = law.trigger(completed.event);
  return [...owedFindings(crisis, verdict), ...freeFindings(crisis, verdict), ...cascadeFindings(crisis, verdict, law)];
}

function owedFindings({ expect }: CrisisEvent, verdict: Verdict): Finding[] {
  return expect.owed.map(({ state, action, toward, treaty, article }) => {
    const expected = `${state} owes ${toward ?? 'somebody'} ${action} (${treaty}${article === undefined ? '' : `, ${article}`})`;
    const ofTreaty = verdict.duties.filter((duty) => duty.state === state && duty.treaty === treaty && (toward === undefined || duty.toward === toward));
    const agrees = ofTreaty.some((duty) => duty.action === action && (article === undefined || duty.article === article));
    if (agrees) return { expected, agrees };
    const others = ofTreaty.map((duty) => `${duty.action} by ${duty.article}`);
    const free = verdict.notOwed.filter((entry) => entry.state === state && entry.treaty === treaty).map((entry) => entry.reason);
    return { expected, agrees, instead: [...others, ...free].join(', ') || 'nothing said' };
  });
}

/** The law must give the reason, and owe nothing that the crisis says is not owed. */
function freeFindings({ expect }: CrisisEvent, verdict: Verdict): Finding[] {
  return expect.not_owed.map(({ state, toward, treaty, reason }) => {
    const expected = `${state} owes ${toward === undefined ? '' : `${toward} `}nothing (${treaty}: ${reason})`;
    const concerns = (entry: { readonly state: string; readonly treaty: string; readonly toward: string }): boolean =>
      entry.state === state && entry.treaty === treaty && (toward === undefined || entry.toward === toward);
    const free = verdict.notOwed.filter(concerns);
    const agrees = free.some((entry) => entry.reasons.includes(reason));
    return agrees
      ? { expected, agrees }
      : {
          expected,
          agrees,
          instead: [...free.map((entry) => entry.reason), ...verdict.duties.filter(concerns).map((duty) => `owes ${duty.action}`)].join(', ') || 'nothing said',
        };
  });
}

function cascadeFindings({ expect }: CrisisEvent, verdict: Verdict, law: Law): Finding[] {
  const { cascade } = expect;
  if (cascade?.belligerents === undefined) return [];
  const found = law.cascade(verdict, { mode: cascade.mode, refuses: cascade.refuses ?? [] }).belligerents.toSorted();
  const wanted = cascade.belligerents.toSorted();
  const expected = `at war in the end (${cascade.mode}): ${wanted.join(' ')}`;
  const agrees = found.join() === wanted.join();
  return [agrees ? { expected, agrees } : { expected, agrees, instead: found.join(' ') }];
}
