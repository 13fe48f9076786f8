import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFormat, Found } from '../../app/verbs/define.ts';
import type { Answer } from './messages.ts';

/** The media types of files. */
export const TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  dta: 'application/x-stata-dta',
  graphml: 'application/graphml+xml; charset=utf-8',
  gexf: 'application/gexf+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  sarif: 'application/sarif+json',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  bib: 'application/x-bibtex; charset=utf-8',
  tex: 'application/x-tex; charset=utf-8',
};

/** What was found, as a file in a folder: a value to be read at once, or in another format a file to keep. */
export async function writeAnswer(found: Found, format: string, folder: string): Promise<Answer> {
  const writers = new Map<string, (file: string) => Promise<void>>(Object.entries(found.files ?? {}));
  const types = new Map<string, string>(Object.entries(TYPES));
  const [write, type] = [writers.get(format), types.get(format)];
  const file = path.join(folder, `answer.${write === undefined ? 'json' : format}`);
  if (write === undefined || type === undefined) {
    await writeFile(file, JSON.stringify(found.value));
    return { file, type: 'application/json' };
  }
  await write(file);
  return { file, type, name: `${found.name ?? 'answer'}.${format}` };
}

/** The format that a question names; json where it names none. */
export function formatAsked(question: unknown): string {
  return typeof question === 'object' && question !== null && 'format' in question && typeof question.format === 'string' ? question.format : 'json';
}
