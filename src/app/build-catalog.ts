import { createHash } from 'node:crypto';
import { CATALOG_FORMAT, type Catalog } from '../core/catalog.ts';
import { lessonSchema, type Lesson } from '../core/facts/lessons.ts';
import { crisisSchema, type CrisisEvent } from '../core/law/crisis-schema.ts';
import { NONSTATE } from '../core/law/types.ts';
import { regionsSchema, territoriesSchema } from '../core/states/places-schema.ts';
import { statesSchema } from '../core/states/schema.ts';
import type { Region, State, Territory } from '../core/states/types.ts';
import { compareText } from '../core/text/compare.ts';
import { parseTreaty, type ParsedTreaty } from '../core/treaty/parse.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { catalogReader, type CatalogReader } from './catalog-reader.ts';
import { located } from './read-yaml.ts';

/** The catalog's files hold faults; the message lists them, each with file, line and column. */
export class CatalogError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The catalog holds ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'CatalogError';
    this.faults = faults;
  }
}

function readTreaties(reader: CatalogReader): ParsedTreaty[] {
  const treaties: ParsedTreaty[] = [];
  for (const file of reader.files('.yaml', 'treaties')) {
    const text = reader.text('treaties', file);
    if (text === undefined) continue;
    const result = parseTreaty(text, `catalog/treaties/${file}`);
    if (!result.ok) {
      reader.faults.push(...result.diagnostics.map((diagnostic) => located(diagnostic, text)));
      continue;
    }
    const { treaty } = result.parsed;
    if (`${treaty.id}.yaml` !== file) reader.faults.push(`catalog/treaties/${file}: holds the treaty '${treaty.id}'; name the file ${treaty.id}.yaml`);
    treaties.push(result.parsed);
  }
  return treaties;
}

function readEvents(reader: CatalogReader): CrisisEvent[] {
  const events: CrisisEvent[] = [];
  for (const file of reader.files('.yaml', 'events')) {
    const event = reader.list(crisisSchema, 'events', file);
    if (event === undefined) continue;
    if (`${event.id}.yaml` !== file) reader.faults.push(`catalog/events/${file}: holds the crisis '${event.id}'; name the file ${event.id}.yaml`);
    events.push(event);
  }
  return events.sort((a, b) => compareText(a.date, b.date));
}

function readLessons(reader: CatalogReader): Lesson[] {
  const lessons = reader.files('.yaml', 'lessons').flatMap((file) => {
    const lesson = reader.list(lessonSchema, 'lessons', file);
    if (lesson !== undefined && `${lesson.id}.yaml` !== file)
      reader.faults.push(`catalog/lessons/${file}: holds the lesson '${lesson.id}'; name the file ${lesson.id}.yaml`);
    return lesson ?? [];
  });
  return lessons.sort((a, b) => a.order - b.order);
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

interface Parts {
  readonly states: readonly State[];
  readonly territories: readonly Territory[];
  readonly regions: readonly Region[];
  readonly treaties: readonly Treaty[];
  readonly events: readonly CrisisEvent[];
  readonly lessons: readonly Lesson[];
}

/** Every id that one part uses and another must define. */
function crossFaults({ states, territories, regions, treaties, events, lessons }: Parts): string[] {
  const faults: string[] = [];
  const stateIds = new Set(states.map((state) => state.id));
  const treatyIds = new Set(treaties.map((treaty) => treaty.id));
  const placeIds = new Set([...territories.map((place) => place.id), ...stateIds]);
  const regionIds = new Set([...placeIds, ...regions.map((region) => region.id)]);
  const needState = (file: string, id: string): void => {
    if (id !== NONSTATE && !stateIds.has(id)) faults.push(`${file}: names the state ${id}, which catalog/states/states.yaml lacks`);
  };
  // A region may bear a territory's name: korea is a zone and was a dependency.
  for (const [file, places] of [
    ['territories', territories],
    ['regions', regions],
  ] as const) {
    for (const id of repeated(places.map((place) => place.id))) faults.push(`catalog/states/${file}.yaml: two places have the id '${id}'`);
  }
  for (const id of repeated(treaties.map((treaty) => treaty.id))) faults.push(`catalog/treaties: two treaties have the id '${id}'`);
  for (const region of regions) {
    for (const id of [...(region.all_of ?? []), ...(region.any_of ?? [])]) {
      if (!regionIds.has(id)) faults.push(`catalog/states/regions.yaml: ${region.id} names the region '${id}', which nothing defines`);
    }
  }
  for (const place of territories) {
    for (const rule of [...place.administered, ...(place.claimed ?? [])])
      for (const id of rule.states) needState(`catalog/states/territories.yaml: ${place.id}`, id);
  }
  for (const treaty of treaties) {
    const file = `catalog/treaties/${treaty.id}.yaml`;
    for (const party of treaty.parties) needState(file, party.state);
    for (const id of regionsOf(treaty)) if (!regionIds.has(id)) faults.push(`${file}: names the region '${id}', which nothing defines`);
  }
  for (const { id, question, expect, did, steps } of events) {
    const file = `catalog/events/${id}.yaml`;
    const named = [...question.attackers, question.target, ...(question.began_by ?? []), ...(question.at_war ?? []).flat()];
    const expected = [...expect.owed, ...expect.not_owed];
    const played = (steps ?? []).flatMap((step) => [step.attacker, step.target]);
    for (const state of new Set([...named, ...expected.map((entry) => entry.state), ...did.map((deed) => deed.state), ...played])) needState(file, state);
    for (const treaty of new Set(expected.map((entry) => entry.treaty))) {
      if (!treatyIds.has(treaty)) faults.push(`${file}: names the treaty '${treaty}', which catalog/treaties lacks`);
    }
    if (question.place !== undefined && !placeIds.has(question.place))
      faults.push(`${file}: names the place '${question.place}', which catalog/states/territories.yaml lacks`);
  }
  const crises = new Set(events.map(({ id }) => id));
  for (const { id, steps, exhibit } of lessons) {
    const file = `catalog/lessons/${id}.yaml`;
    const named = [...steps.map(({ view }) => view.treaty ?? view.search?.['treaty']), 'treaty' in exhibit ? exhibit.treaty : undefined];
    for (const treaty of new Set(named)) {
      if (treaty !== undefined && !treatyIds.has(treaty)) faults.push(`${file}: names the treaty '${treaty}', which catalog/treaties lacks`);
    }
    if (exhibit.kind === 'duties') for (const state of exhibit.states ?? []) needState(file, state);
    if (exhibit.kind === 'duties' && !crises.has(exhibit.event)) faults.push(`${file}: names the crisis '${exhibit.event}', which catalog/events lacks`);
  }
  return faults;
}

/** Every region a treaty's areas name. */
function regionsOf(treaty: Treaty): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (key === 'include' || key === 'exclude') found.add(value);
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, child] of Object.entries(value)) visit(child, inner);
    }
  };
  visit([treaty.obligations, treaty.amendments, treaty.reservations], '');
  return found;
}

/**
 * Reads and checks everything under a catalog folder.
 * @param dir the folder that holds `states/`, `treaties/`, `events/` and `lessons/`
 * @throws {CatalogError} naming every fault with its file and line
 */
export function buildCatalog(dir: string): Catalog {
  return readCatalog(dir).catalog;
}

/** As `buildCatalog`, with the treaties as they were parsed, comments and places included. @throws {CatalogError} */
export function readCatalog(dir: string): { readonly catalog: Catalog; readonly parsed: readonly ParsedTreaty[] } {
  const reader = catalogReader(dir);
  const parsed = readTreaties(reader);
  const read = {
    states: reader.list(statesSchema, 'states', 'states.yaml') ?? [],
    territories: reader.list(territoriesSchema, 'states', 'territories.yaml') ?? [],
    regions: reader.list(regionsSchema, 'states', 'regions.yaml') ?? [],
    treaties: parsed.map(({ treaty }) => treaty),
    events: readEvents(reader),
    lessons: readLessons(reader),
  };
  // As every reader of catalog.json will see it: JSON has no undefined.
  const parts: Parts = JSON.parse(JSON.stringify(read));
  const faults = reader.faults.length > 0 ? reader.faults : crossFaults(parts);
  if (faults.length > 0) throw new CatalogError(faults);
  const version = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
  return { catalog: { format: CATALOG_FORMAT, version, ...parts }, parsed };
}
