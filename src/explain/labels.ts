import type { Treaty } from '../core/treaty/schema.ts';

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
