import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/app/build-catalog.ts';
import { triggerVerdict } from '../../src/app/trigger.ts';
import { worldOf } from '../../src/app/world.ts';
import type { Verdict } from '../../src/core/law/types.ts';
import { cases } from './cases.ts';
import type { Case } from './cases/case.ts';

/** The catalog's treaties, asked cases that were written from the texts alone. */

const catalog = buildCatalog(join(import.meta.dirname, '../../catalog'));
const world = worldOf(catalog, { shapes: true });

const listed = <T>(one: T | readonly T[] | undefined): readonly T[] => (one === undefined ? [] : Array.isArray(one) ? one : [one as T]);

/** What the verdict says otherwise than the case, a line each. */
function disagreements({ owed = [], notOwed = [], noDuty = [], cascade }: Case, verdict: Verdict): string[] {
  const found: string[] = [];
  const said = (state: string, treaty: string): string =>
    [
      ...verdict.duties
        .filter((duty) => duty.state === state && duty.treaty === treaty)
        .map((duty) => `${duty.action} toward ${duty.toward} (${duty.obligation})`),
      ...verdict.notOwed
        .filter((one) => one.state === state && one.treaty === treaty)
        .map((one) => `${one.reasons.join('+')} toward ${one.toward} (${one.obligation})`),
    ].join('; ') || 'nothing';
  for (const { state: states, action, toward, treaty } of owed) {
    for (const state of states.split(' ')) {
      const met = verdict.duties.some(
        (duty) => duty.state === state && duty.treaty === treaty && listed(action).includes(duty.action) && (toward === undefined || duty.toward === toward),
      );
      if (!met) found.push(`${state} owes ${listed(action).join(' or ')} toward ${toward ?? 'somebody'} under ${treaty}; said: ${said(state, treaty)}`);
    }
  }
  for (const { state: states, treaty, toward, reason } of notOwed) {
    for (const state of states.split(' ')) {
      const met = verdict.notOwed.some(
        (one) => one.state === state && one.treaty === treaty && listed(reason).includes(one.reason) && (toward === undefined || one.toward === toward),
      );
      if (!met) found.push(`${state} owes nothing toward ${toward ?? 'anybody'} under ${treaty}: ${listed(reason).join(' or ')}; said: ${said(state, treaty)}`);
    }
  }
  for (const { state: states, action, treaty } of noDuty) {
    for (const state of states.split(' ')) {
      const duties = verdict.duties.filter(
        (duty) => duty.state === state && (treaty === undefined || duty.treaty === treaty) && (action === undefined || listed(action).includes(duty.action)),
      );
      for (const duty of duties) found.push(`${state} has no such duty; said: ${duty.action} toward ${duty.toward} under ${duty.treaty} (${duty.obligation})`);
    }
  }
  const joined = verdict.cascade?.steps.map(({ state }) => state) ?? [];
  for (const state of cascade?.includes ?? []) if (!joined.includes(state)) found.push(`${state} joins; said: ${joined.join(' ')}`);
  for (const state of cascade?.excludes ?? []) if (joined.includes(state)) found.push(`${state} does not join; said: ${joined.join(' ')}`);
  return found;
}

describe('the cases', () => {
  it('have ids of their own, and each asks something', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(({ owed, notOwed, noDuty, cascade }) => [owed, notOwed, noDuty, cascade].every((part) => part === undefined))).toEqual([]);
  });
});

describe('the law says of', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const cascade = one.cascade === undefined ? {} : { cascade: one.cascade.mode, refuses: one.cascade.refuses ?? [] };
    expect(disagreements(one, triggerVerdict(catalog, world, { ...one.question, ...cascade }))).toEqual([]);
  });
});
