import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { codeOf, diskFault } from '../disk/disk-fault.ts';
import { DataError } from '../data-error.ts';

/** The ledger's own format; a newer one is refused. */
export const LEDGER_FORMAT = 1;
export const LEDGER_FILE = 'ledger.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const ledgerTableSchema = z.strictObject({
  table: z.string(),
  /** Parquet file, in the entry's folder. */
  file: z.string(),
  /** Where it is not the source's own. */
  version: z.string().optional(),
  rows: z.int().nonnegative(),
  columns: z.array(z.string()),
  /** First and last year found in it. */
  years: z.tuple([z.int(), z.int()]).nullable(),
  sha256,
  /** The file it was read from. */
  input: z.strictObject({ file: z.string(), bytes: z.int(), sha256 }),
  /** SHA-256 of the table's description at the import: where foedus reads it in another way now, it is read again. */
  reader: sha256.optional(),
  notes: z.array(z.string()),
});

const ledgerEntrySchema = z.strictObject({
  source: z.string(),
  version: z.string(),
  /** Folder of its Parquet files, from the workspace: `data/nmc/7.0`. */
  folder: z.string(),
  /** When it was imported, UTC. */
  imported: z.iso.datetime(),
  /** Whether foedus made it up, for lessons and tests: never to be taken for the source's data. */
  synthetic: z.boolean().optional(),
  terms: z.string(),
  citation: z.string(),
  tables: z.array(ledgerTableSchema),
});

const ledgerSchema = z.strictObject({
  format: z.literal(LEDGER_FORMAT),
  /** In the order of their import; of a source's versions the last imported is used unless another is named. */
  entries: z.array(ledgerEntrySchema),
  /** Sources whose terms the user accepted, with the day. */
  accepted: z.record(z.string(), z.iso.datetime()),
});

export type LedgerTable = z.infer<typeof ledgerTableSchema>;
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type Ledger = z.infer<typeof ledgerSchema>;

const EMPTY: Ledger = { format: LEDGER_FORMAT, entries: [], accepted: {} };

/**
 * The ledger of a workspace; an empty one where none was written yet.
 * @throws {DataError} where it is damaged or of a newer format
 */
export function readLedger(workspace: string): Ledger {
  const file = path.join(workspace, LEDGER_FILE);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return EMPTY;
    throw diskFault(file, error) ?? error;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DataError(`${file}: is no JSON.`, ['Move it away and import the data again; the data themselves are not lost.'], { cause: error });
  }
  const { data: head } = z.object({ format: z.number() }).safeParse(value);
  if (head !== undefined && head.format > LEDGER_FORMAT) {
    throw new DataError(`${file}: is of format ${head.format}, which a newer foedus wrote.`, ['Install the newest version: npm install foedus@latest']);
  }
  const parsed = ledgerSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DataError(`${file}: is damaged at ${issue?.path.join('.') ?? 'its root'}: ${issue?.message ?? 'no ledger'}.`, [
      'Move it away and import the data again.',
    ]);
  }
  return parsed.data;
}
