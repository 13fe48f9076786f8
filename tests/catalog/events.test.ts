import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/app/build-catalog.ts';
import { checkHistory, type HistoryReport } from '../../src/app/history.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { NONSTATE } from '../../src/core/law/types.ts';
import { decodeShapes, type Topology } from '../../src/core/states/shapes.ts';
import { createWorld, type World } from '../../src/core/states/world.ts';

/** The crises of the catalog, replayed: each file is sound, and the law says what the treaties required. */

const ROOT = path.join(import.meta.dirname, '../..');
const ids = readdirSync(path.join(ROOT, 'catalog/events'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));

let catalog: Catalog;
let world: World;
let report: HistoryReport;

beforeAll(() => {
  catalog = buildCatalog(path.join(ROOT, 'catalog'));
  const topology: Topology = JSON.parse(readFileSync(path.join(ROOT, 'node_modules/world-atlas/countries-50m.json'), 'utf8'));
  world = createWorld(catalog, decodeShapes(topology));
  report = checkHistory(catalog, world);
}, 60_000);

function crisis(id: string) {
  const found = catalog.events.find((event) => event.id === id);
  if (found === undefined) throw new Error(`no crisis ${id}`);
  return found;
}

describe('the catalog of events', () => {
  it('holds the crises that the page offers and the law is judged by', () => {
    expect(ids).toEqual(expect.arrayContaining(['july-1914', 'september-1939', 'falklands-1982', 'september-2001', 'kursk-2024', 'kursk-2025', 'estonia-2025']));
    expect(catalog.events.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  });

  it('holds each question once', () => {
    const asked = catalog.events.map(({ date, question }) => JSON.stringify([question.date ?? date, question.attackers, question.target, question.place ?? question.at ?? null]));
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('is told in docs/events.md, each crisis in a row', () => {
    const page = readFileSync(path.join(ROOT, 'docs/events.md'), 'utf8');
    expect(ids.filter((id) => !page.includes(`| ${id} |`))).toEqual([]);
  });
});

describe('a replay', () => {
  it.each(['july-1914', 'september-1939', 'pearl-harbor-1941'])('%s begins with its question', (id) => {
    const { date, question, steps = [] } = crisis(id);
    expect(steps[0]).toMatchObject({ date, attacker: question.attackers[0], target: question.target });
  });

  it('of 1914 has Russia and Japan join by choice', () => {
    expect(crisis('july-1914').steps?.filter(({ choice }) => choice).map(({ attacker }) => attacker)).toEqual(['RUS', 'JPN']);
  });
});

describe.each(ids)('%s', (id) => {
  it('the law agrees with every expectation, and there is one at least', () => {
    const findings = report.crises.find((one) => one.id === id)?.findings ?? [];
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  it('says what states did, unless it has not happened', () => {
    const { did, name } = crisis(id);
    expect(did.length === 0).toBe(/hypothetical/i.test(name));
  });

  it('names states that existed on the day', () => {
    const { date, question, expect: expected, did, steps = [] } = crisis(id);
    const named = [...question.attackers, question.target, ...(question.at_war ?? []).flat(), ...[...expected.owed, ...expected.not_owed, ...did].map(({ state }) => state)];
    const moving = steps.flatMap((step) => [step.attacker, step.target].map((state) => ({ state, on: step.date })));
    const absent = [...named.map((state) => ({ state, on: question.date ?? date })), ...moving].filter(({ state, on }) => state !== NONSTATE && !world.existsOn(state, on));
    expect(absent).toEqual([]);
  });

  it('plays its steps in the order of time', () => {
    const dates = [crisis(id).date, ...(crisis(id).steps ?? []).map((step) => step.date)];
    expect(dates).toEqual(dates.toSorted());
  });
});
