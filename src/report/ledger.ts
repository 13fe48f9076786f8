import type { Facts } from '../core/facts/facts.ts';
import { indicatorAt, type IndicatorName } from '../core/facts/indicators.ts';
import type { Parameters } from '../core/facts/parameters.ts';
import { formatDate } from '../core/states/dates.ts';
import type { LedgerRow } from './brief.ts';
import type { BriefGround } from './brief-ground.ts';

interface Source {
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly citation?: string | undefined;
  readonly year?: number | undefined;
}

/** "The North Atlantic Treaty, NATO, UNTS 34, 243, 1949". */
export const citationOf = ({ title, publisher, citation, year }: Source): string =>
  [title, publisher, citation, year].filter((part) => part !== undefined).join(', ');

/** Publications by their ids, each once: "Defence Expenditure of NATO Countries (2014-2025), NATO, 28 August 2025". */
export function publicationsOf({ indicatorSources }: Pick<Facts, 'indicatorSources'>, ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted().map((id) => {
    const known = indicatorSources[id];
    return known === undefined ? id : [known.title, known.publisher, known.edition].filter((part) => part !== undefined).join(', ');
  });
}

/** Ids of the publications that figures of the members were read from for a date. */
function publicationsUsed({ facts, whole, date }: BriefGround): string[] {
  const year = Number(date.slice(0, 4));
  const names: readonly IndicatorName[] = ['gdp', 'population', 'defense', 'defense-share', 'equipment-share', 'personnel'];
  const used = whole.members.flatMap((state) => names.flatMap((name) => indicatorAt(facts.indicators, state, name, year)?.source ?? []));
  return [...new Set(used)].toSorted();
}

/** "atop 5.1, nmc 7.0": data of a parameter file, each source once. */
function dataOf({ made: { data = [] } }: Parameters): string {
  return [...new Set(data.map(({ source, version }) => `${source.replace(/\/.*$/, '')} ${version}`))].join(', ');
}

/** Versions of everything the numbers rest on. */
export function ledgerOf(ground: BriefGround): LedgerRow[] {
  const { treaty, whole, facts, catalog, program, contingency } = ground;
  const parameters = facts.parameters
    .filter(({ id }) => id === 'crisis' || id === 'survival' || id === 'spending')
    .map((file): LedgerRow => {
      const [first = '', ...others] = file.source.split(/(?<=\.) /);
      const data = dataOf(file);
      const more = [...others, ...(data === '' ? [] : [`Data: ${data}`])].join(' ');
      return { what: file.title, version: `made ${formatDate(file.made.date)}`, from: first, ...(more !== '' && { more }) };
    });
  return [
    { what: 'Program', version: `foedus ${program}`, from: whole.method },
    { what: `${treaty.name}, as encoded`, version: `catalog ${catalog.slice(0, 7)}`, from: treaty.sources.slice(0, 1).map(citationOf).join('') },
    { what: 'Facts on states', version: `facts ${facts.version.slice(0, 7)}`, from: publicationsOf(facts, publicationsUsed(ground)).join('; ') },
    { what: `Power of ${whole.capabilities.year}`, version: String(whole.capabilities.year), from: whole.capabilities.method },
    ...parameters,
    { what: `Contingency: ${contingency.title}`, version: contingency.id, from: contingency.sources.map(citationOf).join('; ') },
  ];
}

/** Terms of the publications, and of what the file carries. */
export function creditsOf(ground: BriefGround): string[] {
  const { facts } = ground;
  const terms = publicationsUsed(ground).flatMap((id) => {
    const known = facts.indicatorSources[id];
    return known?.terms === undefined || id === 'own-estimate' ? [] : [`${known.publisher}: ${known.terms.replace(/\. .*$/s, '')}`];
  });
  return [
    ...new Set(terms),
    'Data of others are read, never copied',
    'Foedus is free software under the Apache License 2.0; typeface Source Sans 3, SIL Open Font License 1.1',
  ];
}
