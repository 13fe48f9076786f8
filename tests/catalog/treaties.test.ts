import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { normalizeDate } from '../../src/core/states/dates.ts';
import { statesSchema } from '../../src/core/states/schema.ts';
import type { Party, Treaty } from '../../src/core/treaty/schema.ts';
import { parseTreaty } from '../../src/core/treaty/parse.ts';

/** Every encoded treaty parses, is named for its id, and names only states the registry knows on the dates it gives them. */

const folder = new URL('../../catalog/treaties/', import.meta.url);
const registryFile = new URL('../../catalog/states/states.yaml', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const registry = existsSync(registryFile) ? new Map(statesSchema.parse(parse(readFileSync(registryFile, 'utf8'))).map((state) => [state.id, state])) : undefined;

function read(name: string): Treaty {
  const result = parseTreaty(readFileSync(new URL(name, folder), 'utf8'), name);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message, path }) => `${name}: ${path.join('.')}: ${message}`).join('\n'));
  return result.parsed.treaty;
}

/** The state ids of a treaty outside its list of parties: in clauses, amendments, reservations and suspensions. */
function idsNamed(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[A-Z]{3}$/.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsNamed);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'article' ? [] : idsNamed(inner)));
}

/** Whether a state exists on some day of the span; where not on its first, a note must say so (Ukraine, in the United Nations before independence). */
function existsAsParty({ state, from, to, note }: Party): boolean {
  const first = normalizeDate(from);
  const spans = registry?.get(state)?.exists ?? [];
  if (spans.some((span) => (span.from ?? '0000') <= first && (span.to === undefined || first < span.to))) return true;
  return note !== undefined && spans.some((span) => span.from !== undefined && first < span.from && (to === undefined || span.from < normalizeDate(to)));
}

describe.each(files)('%s', (name) => {
  it('parses and is named for its id', () => {
    expect(`${read(name).id}.yaml`).toBe(name);
  });

  it('gives each party and clause dates in order, and each obligation an id of its own', () => {
    const treaty = read(name);
    const spans = [...treaty.parties, ...treaty.obligations.map(({ from, until: to }) => ({ from, to }))];
    expect(spans.filter(({ from, to }) => from !== undefined && to !== undefined && normalizeDate(from) >= normalizeDate(to))).toEqual([]);
    if (treaty.in_force !== undefined) expect(normalizeDate(treaty.in_force) >= normalizeDate(treaty.signed)).toBe(true);
    const ids = treaty.obligations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('changes, narrows and suspends only obligations it has', () => {
    const treaty = read(name);
    const known = new Set(treaty.obligations.map(({ id }) => id));
    for (const { change } of treaty.amendments ?? []) if ('adds' in change) known.add(change.adds.id);
    const named = [
      ...(treaty.amendments ?? []).flatMap(({ change }) => ('adds' in change ? [] : [change.obligation])),
      ...(treaty.reservations ?? []).map(({ obligation }) => obligation),
      ...(treaty.suspensions ?? []).flatMap(({ obligation }) => (obligation === undefined ? [] : [obligation])),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it.runIf(registry !== undefined)('names states of the registry, each party existing while it is bound', () => {
    const treaty = read(name);
    const named = idsNamed([treaty.obligations, treaty.amendments, treaty.reservations, treaty.suspensions, treaty.at_war_at_signing]);
    expect(named.filter((id) => registry?.has(id) !== true)).toEqual([]);
    const strangers = treaty.parties.filter((party) => !existsAsParty(party));
    expect(strangers.map(({ state, from }) => `${state} on ${from}`)).toEqual([]);
  });
});
