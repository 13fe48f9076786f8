/** `foedus/report`: the brief of a treaty and the lessons, as data, Markdown, HTML or PDF. Node alone. */
export { reportOn, type ReportRequest } from './report.ts';
export { briefFiles, lessonFiles, type ReportFiles } from './report-files.ts';
export { lessonOn } from './lesson.ts';
export type { Brief, BriefFigure } from '../report/brief.ts';
export type { LessonSheet } from '../report/lesson.ts';
