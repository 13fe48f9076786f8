import type { LessonView } from './lessons.ts';

/** The address of a step: `/fight?date=1914-07-28&from=AUH&to=SRB`. */
export function addressOf({ page, treaty, search = {} }: LessonView): string {
  const path = treaty === undefined ? page : `${page}/${treaty}`;
  const query = Object.entries(search).map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}
