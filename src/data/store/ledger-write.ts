import path from 'node:path';
import { replaceFile } from '../disk/durable.ts';
import { LEDGER_FILE, readLedger, type Ledger, type LedgerEntry } from './ledger.ts';
import { withLock, type Lock } from './lock.ts';

/** Puts a ledger in the place of the one before: the commit of every change to a store. @throws {DataError} where the lock was lost */
export function writeLedger(workspace: string, ledger: Ledger, lock: Lock): void {
  lock.assertHeld();
  replaceFile(path.join(workspace, LEDGER_FILE), `${JSON.stringify(ledger, null, 2)}\n`);
}

/** The ledger with an entry put last, in the place of an earlier one of the same source and version. */
export function withEntry(ledger: Ledger, entry: LedgerEntry): Ledger {
  const others = ledger.entries.filter((one) => one.source !== entry.source || one.version !== entry.version);
  return { ...ledger, entries: [...others, entry] };
}

/** Records that the user accepted the terms of a source. @throws {DataError} where another process keeps the store locked */
export function acceptTerms(workspace: string, source: string, when: string = new Date().toISOString()): Promise<void> {
  return withLock(workspace, async (lock) => {
    const ledger = readLedger(workspace);
    writeLedger(workspace, { ...ledger, accepted: { ...ledger.accepted, [source]: when } }, lock);
  });
}
