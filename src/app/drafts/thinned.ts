/** The newest revisions are all kept; of older ones the last of each hour, up to a number. */
const ALL = 30;
const HOURS = 100;

/** Which of some moments (UTC, the newest first) are kept. */
export function thinned(moments: readonly string[]): readonly string[] {
  const older = moments.slice(ALL);
  const hourly = older.filter((moment, index) => hourOf(moment) !== hourOf(older[index - 1] ?? ''));
  return [...moments.slice(0, ALL), ...hourly.slice(0, HOURS)];
}

const hourOf = (moment: string): string => moment.slice(0, 13);
