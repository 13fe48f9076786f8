import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLedger, type LedgerTable } from '../../../src/data/store/ledger.ts';
import { sources } from '../../../src/data/sources/index.ts';
import { dataFile } from '../../support/data.ts';
import { describeWithStore } from '../../support/store.ts';

/** The record: every source with its tables, as panels and measures name them. */
const RECORD: Readonly<Record<string, readonly string[]>> = {
  atop: ['alliance', 'phase', 'member', 'state-year', 'directed-dyad-year', 'institutions'],
  nmc: ['state-year'],
  'cow-states': ['members'],
  'gw-states': ['members'],
  majors: ['spells'],
  contiguity: ['directed-spells'],
  distance: ['dyad-year'],
  gml: ['disputes', 'directed-dyad-year', 'participants', 'mida', 'midb'],
  mid: ['disputes', 'directed-dyad-year'],
  war: ['participants', 'directed-dyad-year'],
  trade: ['state-year'],
  igo: ['state-year'],
  rivalry: ['tss', 'td'],
  vdem: ['state-year'],
  polity: ['state-year'],
  unga: ['state-year'],
  sipri: ['state-year'],
  nato: ['expenditure', 'share-gdp', 'share-gdp-2025', 'members', 'pledges'],
  weo: ['state-year'],
  'world-bank': ['gdp', 'population'],
  'us-troops': ['state-year'],
  nuclear: ['state-year'],
  'leeds-anac': ['cases'],
  'berkemeier-fuhrmann': ['cases'],
  dcad: ['agreements'],
  'alley-depth': ['treaty'],
};

describe('the record', () => {
  it('has every source, in its order', () => {
    expect(sources.map(({ id }) => id)).toEqual(Object.keys(RECORD));
  });

  it.each(Object.entries(RECORD))('%s has the tables %j', (id, tables) => {
    expect(sources.find((source) => source.id === id)?.tables.map((table) => table.id)).toEqual(tables);
  });
});

interface Listed {
  readonly rows: number;
  readonly columns: number;
}

/** Rows and columns of each file, as MANIFEST.md lists them: | file.csv | 2,510 x 105 | ... */
function listed(manifest: string): ReadonlyMap<string, Listed> {
  const lines = manifest.matchAll(/^\| *([\w.-]+) *\| *([\d,]+) x (\d+) *\|/gm);
  return new Map([...lines].map(([, file = '', rows = '', columns = '']) => [file, { rows: Number(rows.replaceAll(',', '')), columns: Number(columns) }]));
}

describeWithStore(
  'the data at hand',
  sources.map(({ id }) => id),
  (folder) => {
    const manifest = listed(dataFile('MANIFEST.md') ?? '');
    const held = (source: string, table: string): LedgerTable => {
      const found = readLedger(folder)
        .entries.findLast((entry) => entry.source === source)
        ?.tables.find((one) => one.table === table);
      if (found === undefined) throw new Error(`${source}: ${table} is not in the store`);
      return found;
    };
    const tables = sources.flatMap(({ id, tables: of }) => of.map((table) => [`${id} ${table.id}`, id, table] as const));

    it('are listed in MANIFEST.md', () => {
      expect(manifest.size).toBeGreaterThan(60);
    });

    it.each(tables)('%s has the rows of the list, and no other edition is told', (_, source, table) => {
      const { rows, input, notes } = held(source, table.id);
      const expected = manifest.get(path.basename(input.file));
      expect(expected, `${input.file} is not in MANIFEST.md`).toBeDefined();
      expect({ rows, published: table.publishedRows }).toEqual({ rows: expected?.rows, published: expected?.rows });
      expect(notes.filter((note) => note.includes('edition'))).toEqual([]);
    });

    it.each(tables.filter(([, , { layouts }]) => layouts[0].sql === undefined))('%s has every column of its file', (_, source, table) => {
      const { columns, input } = held(source, table.id);
      expect(columns.length).toBe(manifest.get(path.basename(input.file))?.columns);
    });
  },
);
