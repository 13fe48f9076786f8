import { formatDate } from '../../core/states/dates.ts';
import type { Treaty } from '../../core/treaty/schema.ts';

/** "North Atlantic Treaty"; an article at the end of a name is left to the article: "Treaty on European Union". */
export function treatyLabel(treaty: Treaty | undefined, id: string): string {
  return treaty ? (treaty.short ?? treaty.name).replace(/,? (?:article|art\.) [\w().]+$/i, '') : id;
}

/** The label with its year of signature, unless the name says it: "North Atlantic Treaty 1949", "Treaty of London of 1839". */
export function datedLabel(treaty: Treaty | undefined, id: string): string {
  const label = treatyLabel(treaty, id);
  return treaty && !/\b1[89]\d\d\b|\b20\d\d\b/.test(label) ? `${label} ${treaty.signed.slice(0, 4)}` : label;
}

/** "art. 5"; an article that already names itself ("letters", "secret protocol 1") stays as it is. */
export function articleLabel(article: string): string {
  return /^\d|^[IVXLC]+\b/.test(article) ? `art. ${article}` : article;
}

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
