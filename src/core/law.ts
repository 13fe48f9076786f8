/** `foedus/law`: from an event to who owes what. Runs in Node and in the browser. */
export { calendarOf, type CalendarEntry } from './law/calendar.ts';
export { completeEvent, type EventQuestion, type EventResult } from './law/event.ts';
export { createLaw, type Law } from './law/law.ts';
export type { Matrix, MatrixDuty } from './law/matrix.ts';
export { portfolioConflicts, type PortfolioConflict } from './law/portfolio.ts';
export { ACTIONS, EVENT_KINDS, INTENSITIES, NONSTATE, REASONS, type Cascade, type Duty, type LawEvent, type NotOwed, type Verdict } from './law/types.ts';
