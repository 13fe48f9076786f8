import type { IsoDate } from '../core/states/types.ts';

/** All that a command sees of the outside; tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** All of standard input. */
  readonly stdin: () => Promise<string>;
  /** Asks one question on the terminal; absent where there is nobody to ask. */
  readonly ask?: (question: string) => Promise<string>;
  readonly color: boolean;
  /** Where standard error is a terminal, whose last line can be drawn again; absent where it is a file or a program. */
  readonly terminal?: { readonly columns: number };
  readonly today: () => IsoDate;
  /** Ends a command that would run on, such as `serve`. Until one asks for it, Ctrl-C ends the process. */
  readonly stop: AbortSignal;
}

async function readAll(stream: AsyncIterable<string | Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function askOnTerminal(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim();
  } catch (error) {
    // Ctrl-C or Ctrl-D: no answer.
    if (error instanceof Error && error.name === 'AbortError') return '';
    throw error;
  } finally {
    terminal.close();
  }
}

function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

function wantsColor(env: Io['env']): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return process.stdout.isTTY === true && env['TERM'] !== 'dumb';
}

/** The real terminal, files and clock. A reader that closes early (`foedus matrix | head`) ends the output quietly. */
export function processIo(): Io {
  let stop: AbortSignal | undefined;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      process.exitCode = 0;
      return;
    }
    process.stderr.write(`foedus: standard output cannot be written${error.code === undefined ? '' : ` (${error.code})`}.\n`);
    process.exit(2);
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: () => readAll(process.stdin),
    ...(process.stdin.isTTY === true ? { ask: askOnTerminal } : {}),
    color: wantsColor(process.env),
    ...(process.stderr.isTTY === true && process.env['TERM'] !== 'dumb'
      ? { terminal: { columns: process.stderr.columns > 0 ? process.stderr.columns : 80 } }
      : {}),
    today: () => {
      const now = new Date();
      const pad = (value: number): string => String(value).padStart(2, '0');
      return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
    },
    get stop() {
      return (stop ??= stopSignal());
    },
  };
}
