import { createHash } from 'node:crypto';
import type { Catalog } from '../core/catalog.ts';
import { contingencySchema, type Contingency } from '../core/facts/contingencies.ts';
import { FACTS_FORMAT, type Facts } from '../core/facts/facts.ts';
import { indicatorSourcesSchema, parseIndicators } from '../core/facts/indicators.ts';
import { institutionsSchema } from '../core/facts/institutions.ts';
import { parametersSchema } from '../core/facts/parameters.ts';
import { readinessSchema } from '../core/facts/readiness.ts';
import { nuclearSchema, parseBorders, presenceSchema, rivalriesSchema } from '../core/facts/relations.ts';
import { parseSnapshots } from '../core/facts/snapshots.ts';
import { CatalogError } from './build-catalog.ts';
import { catalogReader, type CatalogReader } from './catalog-reader.ts';

function readContingencies(reader: CatalogReader): Contingency[] {
  return reader.files('.yaml', 'contingencies').flatMap((file) => {
    const contingency = reader.list(contingencySchema, 'contingencies', file);
    if (contingency === undefined) return [];
    if (`${contingency.id}.yaml` !== file) reader.faults.push(`catalog/contingencies/${file}: holds '${contingency.id}'; name the file ${contingency.id}.yaml`);
    return [contingency];
  });
}

type Read = Omit<Facts, 'format' | 'version'>;

/** Every state and place that a fact names must be in the catalog, every source in the list of sources. */
function crossFaults(facts: Read, { states, territories }: Pick<Catalog, 'states' | 'territories'>): string[] {
  const known = new Set(states.map(({ id }) => id));
  const places = new Set([...territories.map(({ id }) => id), ...known]);
  const sources = new Set(Object.keys(facts.indicatorSources));
  const named: readonly (readonly [where: string, states: readonly string[]])[] = [
    ['indicators', facts.indicators.map(({ state }) => state)],
    ['indicators/snapshots.csv', facts.snapshots.map(({ state }) => state)],
    ['indicators/readiness.yaml', facts.readiness.classes.flatMap(({ states: listed }) => (listed === 'any' ? [] : listed))],
    ['institutions', facts.institutions.map(({ state }) => state)],
    ['relations/rivalries.yaml', facts.rivalries.flatMap(({ a, b }) => [a, b])],
    ['relations/nuclear.yaml', facts.nuclear.map(({ state }) => state)],
    ['relations/presence.yaml', facts.presence.flatMap(({ host, guest }) => [host, guest])],
    ['relations/borders.csv', facts.borders.flatMap(({ a, b }) => [a, b])],
    ...facts.contingencies.map(
      ({ id, challenger, target, stakes }) => [`contingencies/${id}.yaml`, [challenger, target, ...Object.keys(stakes.others ?? {})]] as const,
    ),
  ];
  return [
    ...named.flatMap(([where, ids]) =>
      [...new Set(ids)].filter((id) => !known.has(id)).map((id) => `catalog/${where}: names the state ${id}, which catalog/states/states.yaml lacks`),
    ),
    ...facts.contingencies.flatMap(({ id, place }) =>
      place === undefined || places.has(place) ? [] : [`catalog/contingencies/${id}.yaml: there is no place '${place}'`],
    ),
    ...[...new Set(facts.indicators.map(({ source }) => source))]
      .filter((source) => !sources.has(source))
      .map((source) => `catalog/indicators: the source '${source}' is not in catalog/indicators/sources.yaml`),
  ];
}

/**
 * Reads and checks what the models rest on: indicators, snapshots, institutions, contingencies, relations, readiness, parameters.
 * @param dir the catalog folder
 * @throws {CatalogError} naming every fault with its file and line
 */
export function buildFacts(dir: string, catalog: Pick<Catalog, 'states' | 'territories'>): Facts {
  const reader = catalogReader(dir);
  const { list, rows, files } = reader;
  const readiness = list(readinessSchema, 'indicators', 'readiness.yaml');
  const read = {
    indicators: files('.csv', 'indicators')
      .filter((file) => file !== 'snapshots.csv')
      .flatMap((file) => rows(parseIndicators, 'indicators', file)),
    indicatorSources: list(indicatorSourcesSchema, 'indicators', 'sources.yaml') ?? {},
    snapshots: rows(parseSnapshots, 'indicators', 'snapshots.csv'),
    institutions: files('.yaml', 'institutions').flatMap((file) => list(institutionsSchema, 'institutions', file) ?? []),
    contingencies: readContingencies(reader),
    rivalries: list(rivalriesSchema, 'relations', 'rivalries.yaml') ?? [],
    nuclear: list(nuclearSchema, 'relations', 'nuclear.yaml') ?? [],
    presence: list(presenceSchema, 'relations', 'presence.yaml') ?? [],
    borders: rows(parseBorders, 'relations', 'borders.csv'),
    parameters: files('.json', 'parameters').flatMap((file) => list(parametersSchema, 'parameters', file) ?? []),
  };
  if (readiness === undefined || reader.faults.length > 0) throw new CatalogError(reader.faults);
  // As every reader of facts.json will see it: JSON has no undefined.
  const facts: Read = JSON.parse(JSON.stringify({ ...read, readiness }));
  const faults = crossFaults(facts, catalog);
  if (faults.length > 0) throw new CatalogError(faults);
  const version = createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
  return { format: FACTS_FORMAT, version, ...facts };
}
