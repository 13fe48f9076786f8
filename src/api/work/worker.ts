import process from 'node:process';
import type { IsoDate } from '../../core/states/types.ts';
import { loadCatalog } from '../../app/load-catalog.ts';
import { UserError } from '../../app/user-error.ts';
import { verbNamed, type VerbPlace } from '../../app/verbs/index.ts';
import { withDrafts } from '../../app/workspace.ts';
import { worldOf } from '../../app/world.ts';
import { formatAsked, writeAnswer } from './answer.ts';
import { workSchema, type Answer, type Told } from './messages.ts';

/** The process that works for the server: it answers one question after the other, and ends with the server. */

/** How often it is told how far the work is, in milliseconds. */
const EVERY = 100;

function placeOf(workspace: string, today: IsoDate, tell: (told: Told) => void): VerbPlace {
  let catalog: ReturnType<typeof loadCatalog> | undefined;
  let world: ReturnType<typeof worldOf> | undefined;
  let last = 0;
  const own = (): ReturnType<typeof loadCatalog> => (catalog ??= withDrafts(loadCatalog(), workspace, () => undefined));
  return {
    workspace,
    today: () => today,
    catalog: own,
    world: () => (world ??= worldOf(own(), { shapes: true })),
    onProgress: (done, total) => {
      const now = performance.now();
      if (now - last < EVERY && done < total) return;
      last = now;
      tell({ progress: { done, total } });
    },
  };
}

async function answerOf(message: unknown, tell: (told: Told) => void): Promise<Answer> {
  const { workspace, folder, verb: name, question, today } = workSchema.parse(message);
  const verb = verbNamed(name);
  if (verb === undefined) throw new Error(`no verb ${name}`);
  return writeAnswer(await verb.run(question, placeOf(workspace, today, tell)), formatAsked(question), folder);
}

async function answer(message: unknown, tell: (told: Told) => void): Promise<void> {
  try {
    tell({ answer: await answerOf(message, tell) });
  } catch (error) {
    if (error instanceof UserError) tell({ refused: { message: error.message, detail: [...error.detail] } });
    else tell({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

process.on('message', (message) => void answer(message, (told) => process.send?.(told)));
process.on('disconnect', () => process.exit());
