import { design, type DesignOptions } from '../../../../src/core/explore/design/design.ts';
import type { DesignResult } from '../../../../src/core/explore/design/result.ts';
import type { Subject } from '../../../../src/core/assess/prepare.ts';
import { catalogWithFacts } from '../../../support/facts.ts';

const { catalog, facts, world } = catalogWithFacts();

export const DATE = '2026-06-01';

/** A treaty of the catalog among all others. */
export function subjectOf(id: string): Subject {
  const treaty = catalog.treaties.find((one) => one.id === id);
  if (treaty === undefined) throw new Error(`no treaty ${id}`);
  return { facts, world, treaties: catalog.treaties, treaty };
}

/** Runs a design to its end. */
export function finished(subject: Subject, options: Partial<DesignOptions> = {}): DesignResult {
  const steps = design(subject, { date: DATE, seed: 1, budget: 500, draws: 0, points: 8, ...options });
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** A few clauses of ANZUS: three kinds, two ways of discretion, five notices, two domains of help. */
export const FEW = ['collective-defense.kind', 'collective-defense.response.automaticity', 'exit.notice', 'institutions.bases'];
