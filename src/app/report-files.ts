import { writeFile } from 'node:fs/promises';
import { briefHtml } from '../report/brief-html.ts';
import { briefMarkdown } from '../report/brief-markdown.ts';
import type { Brief, BriefFigure } from '../report/brief.ts';
import { lessonHtml } from '../report/lesson-html.ts';
import { lessonMarkdown } from '../report/lesson-markdown.ts';
import type { LessonSheet } from '../report/lesson.ts';
import { printPdf } from './print-pdf.ts';
import { reportFont } from './report-font.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A report in each of its forms. */
export interface ReportFiles {
  /** The words and tables as data, without the drawings. */
  readonly value: unknown;
  readonly md: () => string;
  readonly html: () => string;
  /** @throws {UserError} where no Chromium is found, or it does not print */
  readonly pdf: (file: string, env: Env) => Promise<void>;
}

/** A figure as data: words and table. */
const asData = ({ id, question, finding, note, table, source }: BriefFigure) => ({ id, question, finding, ...(note !== undefined && { note }), table, source });

const filesOf = (value: unknown, day: string, md: () => string, html: () => string): ReportFiles => ({
  value,
  md,
  html,
  pdf: async (file, env) => writeFile(file, await printPdf(html(), day, env)),
});

export const briefFiles = (brief: Brief): ReportFiles =>
  filesOf(
    { ...brief, figures: brief.figures.map(asData) },
    brief.date,
    () => briefMarkdown(brief),
    () => briefHtml(brief, reportFont()),
  );

/** A lesson's PDF bears the first day of 2026: its text has no date. */
export const lessonFiles = (sheet: LessonSheet): ReportFiles =>
  filesOf(
    { ...sheet, exhibit: { ...sheet.exhibit, figures: sheet.exhibit.figures.map(asData) } },
    '2026-01-01',
    () => lessonMarkdown(sheet),
    () => lessonHtml(sheet, reportFont()),
  );
