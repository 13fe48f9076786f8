import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import type { Queue } from '../api/work/queue.ts';
import { asField } from '../app/verbs/as-field.ts';
import type { Verb, VerbPlace } from '../app/verbs/index.ts';
import { UserError } from '../app/user-error.ts';

/** The verbs of foedus as tools of an assistant. */

/** A longer answer would fill an assistant's memory: characters of JSON. */
const LONGEST = 400_000;

export interface ToolsPlace extends Omit<VerbPlace, 'onProgress' | 'signal'> {
  /** Where work is done that takes long. */
  readonly queue: Queue;
}

/** The question without the choice of a file: tools answer with values. */
function inputOf({ input }: Verb): z.ZodObject {
  return z.strictObject(Object.fromEntries(Object.entries(input.shape).filter(([part]) => part !== 'format')));
}

const said = (text: string, more: Partial<CallToolResult> = {}): CallToolResult => ({ content: [{ type: 'text', text }], ...more });

/** Offers a verb as a tool. */
export function addTool(server: McpServer, verb: Verb, place: ToolsPlace): void {
  const { name, summary, description, writes } = verb;
  server.registerTool(
    name,
    {
      description: `${summary}.${description === undefined ? '' : ` ${description}`}`,
      inputSchema: inputOf(verb),
      annotations: { readOnlyHint: !writes, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async (question, context) => {
      try {
        return answered(await valueOf(verb, question, place, context));
      } catch (error) {
        if (error instanceof UserError) return said([error.message, ...error.detail].map(asField).join('\n'), { isError: true });
        throw error;
      }
    },
  );
}

function answered(value: unknown): CallToolResult {
  const text = JSON.stringify(value);
  if (text.length > LONGEST) {
    const size = Math.ceil(text.length / 1000).toLocaleString('en');
    throw new UserError(`The answer is ${size} thousand characters long, more than is sent to an assistant; ask for fewer years, states or treaties.`);
  }
  const structured = z.record(z.string(), z.unknown()).safeParse(value);
  return said(text, structured.success ? { structuredContent: structured.data } : {});
}

/** What a verb answers: here, or in the process beside where it takes long. */
async function valueOf(verb: Verb, question: unknown, { queue, ...place }: ToolsPlace, context: ServerContext): Promise<unknown> {
  if (!verb.apart) return (await verb.run(question, place)).value;
  const folder = await mkdtemp(path.join(tmpdir(), 'foedus-answer-'));
  try {
    const { workspace, today } = place;
    const work = { workspace, folder, verb: verb.name, question, today: today() };
    const { file } = await queue.answer(work, { signal: context.mcpReq.signal, onProgress: progressOf(context) });
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return value;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tells how far the work is, where the assistant asked to hear. */
function progressOf({ mcpReq }: ServerContext): (done: number, total: number) => void {
  const token = mcpReq._meta?.progressToken;
  return (progress, total) => {
    if (token === undefined || total === 0) return;
    void mcpReq.notify({ method: 'notifications/progress', params: { progressToken: token, progress, total } }).catch(() => undefined);
  };
}
