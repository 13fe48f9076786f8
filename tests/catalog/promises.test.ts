import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { treatySchema } from '../../src/core/treaty/schema.ts';

/** A treaty of the catalog binds only its parties, and one that promises nothing in any case says so. */

const folder = new URL('../../catalog/treaties/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe.each(files)('%s', (name) => {
  const read = () => treatySchema.parse(parse(readFileSync(new URL(name, folder), 'utf8')));

  it('promises something or says why not', () => {
    const { obligations, no_obligation } = read();
    expect(obligations.length === 0).toBe(no_obligation !== undefined);
  });

  it('binds, suspends and reserves for parties alone', () => {
    const treaty = read();
    const parties = new Set(treaty.parties.map(({ state }) => state));
    const named = [
      ...treaty.obligations.flatMap(({ bound }) => (Array.isArray(bound) ? bound : [])),
      ...(treaty.suspensions ?? []).flatMap(({ bound }) => bound),
      ...(treaty.reservations ?? []).map(({ state }) => state),
    ];
    expect(named.filter((state) => !parties.has(state))).toEqual([]);
  });
});
