import { readFileSync } from 'node:fs';

/** A command shown in the docs, with the output shown under it. */
export interface Shown {
  readonly line: number;
  readonly argv: readonly string[];
  /** Exit status claimed by a comment, `# status 1`; 0 without one. */
  readonly status: number;
  /** Lines of output shown; none: the output is not shown. */
  readonly output: readonly string[];
}

/** A page's commands, and the files it shows (```yaml draft.yaml), in order. */
export interface Page {
  readonly commands: readonly Shown[];
  readonly files: ReadonlyMap<string, string>;
}

/** Words of a shell line: blanks part them, double and single quotes hold them together. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
}

/** The examples of a Markdown file: blocks ```console whose lines `$ foedus ...` are commands. */
export function readPage(file: string): Page {
  const commands: Shown[] = [];
  const files = new Map<string, string>();
  const lines = readFileSync(file, 'utf8').split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    // Four backticks hold a page shown in a page: its examples are for its reader to run.
    if (lines[i]?.startsWith('````')) i = lines.indexOf('````', i + 1);
    const fence = /^```(\w+)(?: (\S+))?\s*$/.exec(lines[i] ?? '');
    if (fence === null) continue;
    const end = lines.indexOf('```', i + 1);
    const body = lines.slice(i + 1, end);
    const [, language, name] = fence;
    if (name !== undefined) files.set(name, `${body.join('\n')}\n`);
    if (language === 'console') commands.push(...commandsIn(body, i + 2));
    i = end;
  }
  return { commands, files };
}

function commandsIn(body: readonly string[], firstLine: number): Shown[] {
  const found: (Shown & { output: string[] })[] = [];
  body.forEach((line, offset) => {
    const command = /^\$ (?:npx )?foedus ?(.*?)(?:\s+# status (\d))?$/.exec(line);
    if (command !== null) found.push({ line: firstLine + offset, argv: wordsOf(command[1] ?? ''), status: Number(command[2] ?? 0), output: [] });
    else if (!line.startsWith('$ ')) found.at(-1)?.output.push(line);
  });
  return found;
}

/** Whether output is as shown, where a line `...` stands for any number of lines and `...` in a line for anything in it. */
export function isAsShown(shown: readonly string[], output: string): boolean {
  const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const lineOf = (line: string): string => line.trimEnd().split('...').map(literal).join('.*');
  const pattern = shown.map((line) => (line.trim() === '...' ? '(?:.*\\n)*?' : `${lineOf(line)}[ \\t]*\\n`)).join('');
  return new RegExp(`^${pattern}$`).test(output.endsWith('\n') || output === '' ? output : `${output}\n`);
}
