import type { ReportFiles } from '../../app/report-files.ts';
import { defineCommand, type Context, type Input, type Outcome } from '../command.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const report = defineCommand({
  name: 'report',
  summary: 'a brief on a treaty in two pages, or a lesson on one sheet: HTML, Markdown, PDF',
  description:
    'What a treaty changes in a contingency, for a minister, a committee or a seminar: the figures of the assessment with their sources, where the numbers come from, every assumption with its range, versions and credits. ' +
    'HTML is one file that opens offline and prints on two sheets of A4; Markdown has every figure as a table; PDF is printed by Chromium where there is one. Without -o the Markdown is printed. ' +
    'The same question gives the same bytes. With --lesson, the sheet of a guided lesson: july-1914, why-discretion, senate.',
  examples: [
    { line: 'foedus report us-japan-1960 --year 2025 --draws 20 -o brief.html', note: 'two pages that open offline' },
    { line: 'foedus report --lesson july-1914 -o lesson.html', note: 'one sheet for a class' },
  ],
  args: [{ name: 'treaty', description: 'the treaty', complete: 'treaty' }],
  flags: [
    { name: 'year', value: 'YEAR', description: 'the middle of this year; the newest year with figures in which the treaty is in force when left out' },
    { name: 'date', value: 'DATE', description: 'in place of a year: a day' },
    { name: 'contingency', value: 'ID', description: 'which contingency it is about; the weightiest that challenges a member when left out' },
    { name: 'draws', value: 'N', description: 'draws for the ranges; 1000 when left out, 0 for none' },
    { name: 'seed', value: 'N', description: 'seed of the draws; 1 when left out' },
    { name: 'threads', value: 'N', description: 'threads to draw in; the numbers do not depend on it' },
    { name: 'lesson', value: 'LESSON', description: 'the sheet of a lesson in place of a brief', choices: ['july-1914', 'why-discretion', 'senate'] },
    WORKSPACE,
  ],
  run: async (input, context) => {
    const { UserError } = await import('../../app/user-error.ts');
    const [treaty, lesson] = [input.argument('treaty'), input.flag('lesson')];
    if (treaty !== undefined && lesson !== undefined) throw new UserError('--lesson stands for itself: leave out the treaty, or the lesson.');
    if (lesson !== undefined) return lessonSheet(lesson, context);
    if (treaty === undefined)
      throw new UserError('report on which treaty? Name one, as in: foedus report nato; or a lesson: foedus report --lesson july-1914.');
    return brief(treaty, input, context);
  },
});

async function brief(name: string, input: Input, { io, note }: Context): Promise<Outcome> {
  const [{ loadCatalog }, { treatyNamed }, { reportOn }, { askedDay }, { createProgress }, { storeFolder }, os] = await Promise.all([
    import('../../app/load-catalog.ts'),
    import('../../app/treaties-named.ts'),
    import('../../app/report.ts'),
    import('../asked-day.ts'),
    import('../progress.ts'),
    import('../../app/store-folder.ts'),
    import('node:os'),
  ]);
  const named = await treatyNamed(loadCatalog, name, workplaceOf(input, io));
  const date = askedDay(input, named.date ?? '');
  const contingency = input.flag('contingency');
  const progress = createProgress(io, input.on('quiet'));
  const found = await reportOn({
    treaty: named.treaty,
    ...(date !== '' && { date }),
    ...(contingency !== undefined && { contingency }),
    draws: await wholeOf(input, 'draws', 1000, 0, 100_000),
    seed: await wholeOf(input, 'seed', 1, 0, 999_999_999),
    threads: await wholeOf(input, 'threads', Math.min(2, os.availableParallelism()), 1, 64),
    workspace: storeFolder(input.flag('workspace'), io.cwd, io.env),
    onProgress: (done, total) => progress.at(done, total, 'draws'),
    ...(!io.stop.aborted && { signal: io.stop }),
  }).finally(progress.end);
  note(`${found.label}, ${found.day}: ${found.figures.length} figures.`);
  const { briefFiles } = await import('../../app/report-files.ts');
  return outcome(briefFiles(found), io);
}

async function lessonSheet(id: string, { io }: Context): Promise<Outcome> {
  const [{ lessonOn }, { lessonFiles }] = await Promise.all([import('../../app/lesson.ts'), import('../../app/report-files.ts')]);
  return outcome(lessonFiles(lessonOn(id)), io);
}

const outcome = ({ value, md, html, pdf }: ReportFiles, { env }: Context['io']): Outcome => ({
  value,
  text: md,
  files: { md, html },
  writers: { pdf: (file) => pdf(file, env) },
});

/** A whole number of a flag. */
async function wholeOf(input: Input, flag: string, otherwise: number, least: number, most: number): Promise<number> {
  const text = input.flag(flag);
  if (text === undefined) return otherwise;
  const { UserError } = await import('../../app/user-error.ts');
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
    throw new UserError(`--${flag}: '${text}' is no whole number from ${least} to ${most}.`);
  return Number(text);
}
