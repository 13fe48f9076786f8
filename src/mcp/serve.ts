import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import process from 'node:process';
import { createQueue } from '../api/work/queue.ts';
import { verbs } from '../app/verbs/index.ts';
import { VERSION } from '../app/version.ts';
import { worldOf } from '../app/world.ts';
import type { Catalog } from '../core/catalog.ts';
import type { IsoDate } from '../core/states/types.ts';
import { addTool, type ToolsPlace } from './tools.ts';

export interface AssistantOptions {
  readonly catalog: Catalog;
  readonly workspace: string;
  readonly today: () => IsoDate;
  /** Whether drafts and studies may be saved. */
  readonly write: boolean;
  /** An error of the server's own. */
  readonly fault: (report: string) => void;
  /** Ends it. */
  readonly stop: AbortSignal;
}

const INSTRUCTIONS = [
  'Foedus is a workbench for alliance politics: treaties as data, executed against events, and assessed.',
  "States are ISO 3166 codes (RUS, EST) or the registry's own for vanished ones (AUH, YUG); treaties are ids of the catalog (nato), draft:NAME of the workspace, or atop:NUMBER. 'catalog' finds both.",
  'A chance comes with its 90 % range, its year and method: pass them on with it. A missing value is said to be missing, never guessed.',
].join('\n');

/** Answers an assistant over standard input and output until either ends. */
export async function serveAssistant({ catalog, workspace, today, write, fault, stop }: AssistantOptions): Promise<void> {
  if (stop.aborted) return;
  const queue = createQueue({ script: new URL('../api/work/worker.js', import.meta.url), limit: 3_600_000, places: 16 });
  let world: ReturnType<typeof worldOf> | undefined;
  const place: ToolsPlace = { queue, workspace, today, catalog: () => catalog, world: () => (world ??= worldOf(catalog, { shapes: true })) };
  const over = new Promise<void>((resolve) => {
    const end = (): void => resolve();
    process.stdin.once('end', end);
    process.stdin.once('close', end);
    stop.addEventListener('abort', end, { once: true });
  });
  const connection = serveStdio(
    () => {
      const server = new McpServer({ name: 'foedus', version: VERSION }, { instructions: INSTRUCTIONS });
      for (const verb of verbs) if (write || !verb.writes) addTool(server, verb, place);
      return server;
    },
    { onerror: (error) => fault(error.stack ?? error.message) },
  );
  await over;
  await connection.close();
  await queue.close();
}
