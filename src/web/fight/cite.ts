import { formatDate } from '../../core/states/dates.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { articleLabel, datedLabel } from '../../explain/labels.ts';

export { articleLabel, datedLabel, treatyLabel } from '../../explain/labels.ts';

/** "North Atlantic Treaty 1949, art. 5". */
export function clauseLabel(treaty: Treaty | undefined, id: string, article: string): string {
  return `${datedLabel(treaty, id)}, ${articleLabel(article)}`;
}

/** The source of a clause in one line. */
export function sourceLine(treaty: Treaty): string {
  const [source] = treaty.sources;
  if (!source) return '';
  return [source.title, source.publisher, source.citation, source.year].filter((part) => part !== undefined).join(', ');
}

/** A citation to paste: treaty, date, article, source, and the catalog that encodes it. */
export function citation(treaty: Treaty, article: string, version: string, url: string): string {
  return `${treaty.name}, signed ${formatDate(treaty.signed)}, ${articleLabel(article)}. ${sourceLine(treaty)}. As encoded in the Foedus catalog ${version}: ${url}`;
}
