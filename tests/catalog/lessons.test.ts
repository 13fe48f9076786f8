import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/core/facts/lesson-address.ts';
import type { LessonView } from '../../src/core/facts/lessons.ts';
import { completeEvent } from '../../src/core/law/event.ts';
import { createLaw } from '../../src/core/law/law.ts';
import { contingenciesOn } from '../../src/core/facts/contingencies.ts';
import { institutionOn } from '../../src/core/facts/institutions.ts';
import { readAssess, writeAssess } from '../../src/web/assessment/search.ts';
import { formatQuery, parseQuery, readSearch, writeSearch } from '../../src/web/fight/search.ts';
import { readHistory, writeHistory } from '../../src/web/history/search.ts';
import { catalogWithFacts } from '../support/facts.ts';

/** The guided lessons: sound, each step an address that its page reads as written, each claim of the law what the law says. */

const { catalog, facts, world } = catalogWithFacts();
const views = catalog.lessons.flatMap(({ id, steps }) => steps.map(({ title, view }) => ({ name: `${id}: ${title}`, view })));

/** The search as its page would write it again. */
function again({ page, search = {} }: LessonView): Readonly<Record<string, string>> {
  if (page === '/fight') return writeSearch(readSearch(search));
  if (page === '/assess') return writeAssess(readAssess(search));
  if (page === '/history') return writeHistory(readHistory(search));
  return search;
}

describe('the lessons of the catalog', () => {
  it('are those of the start page, in order, one file each', () => {
    expect(catalog.lessons.map(({ id }) => id)).toEqual(['july-1914', 'why-discretion', 'senate']);
    const files = readdirSync(path.join(import.meta.dirname, '../../catalog/lessons'));
    expect(files.toSorted()).toEqual(catalog.lessons.map(({ id }) => `${id}.yaml`).toSorted());
  });

  it.each(views)('$name: its page reads and writes the address as it stands', ({ view }) => {
    expect(again(view)).toEqual(view.search ?? {});
    const query = addressOf(view).split('?')[1] ?? '';
    expect(parseQuery(query)).toEqual(view.search ?? {});
    expect(`?${query}`.replace(/^\?$/, '')).toBe(formatQuery(view.search ?? {}));
  });

  it.each(views.filter(({ view }) => view.page === '/treaty'))('$name: the clause it opens exists', ({ view }) => {
    const treaty = catalog.treaties.find(({ id }) => id === view.treaty);
    expect(treaty?.obligations.map(({ id }) => id)).toContain(view.search?.['clause']);
  });

  it.each(views.filter(({ view }) => view.page === '/assess'))('$name: its contingency can be asked on its date, and its quota be moved', ({ view }) => {
    const { date, contingency, quota, set } = readAssess(view.search ?? {});
    expect(contingenciesOn(facts.contingencies, date).map(({ id }) => id)).toContain(contingency);
    if (quota !== null) expect(institutionOn(facts.institutions, quota.state, date)?.gates.map(({ id }) => id)).toContain(quota.gate);
    const known = facts.parameters.find(({ id }) => id === 'crisis')?.parameters ?? {};
    for (const name of Object.keys(set)) expect(known).toHaveProperty([name]);
  });

  it('every fact has a source with a year or an address', () => {
    const bare = catalog.lessons.flatMap(({ facts: told }) => told.filter(({ source }) => source.year === undefined && source.url === undefined));
    expect(bare).toEqual([]);
  });

  it('July 1914: the reasons that it opens are those of the law', () => {
    const completed = completeEvent({ attackers: ['AUH'], target: 'SRB', date: '1914-07-28' }, world);
    if (!completed.ok) throw new Error(completed.problem.message);
    const verdict = createLaw(catalog.treaties, world).trigger(completed.event);
    const free = new Map(verdict.notOwed.map(({ state, treaty, article, toward, reason }) => [`free:${state}:${treaty}:${article}:${toward}`, reason]));
    const opened = views.flatMap(({ view }) => (view.search?.['why']?.startsWith('free:') === true ? [view.search['why']] : []));
    expect(opened.map((key) => free.get(key))).toEqual(['beneficiary-began-it', 'beneficiary-began-it']);
    // No great Power owes Serbia help, or Austria-Hungary.
    const helpers = verdict.duties.filter(({ action, toward }) => action === 'defend' || toward === 'SRB').map(({ state }) => state);
    expect([...new Set(helpers)].sort()).toEqual(['GRC', 'MNE']);
  });
});
