import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildCatalog } from '../../src/app/build-catalog.ts';
import { createEngine, type Engine } from '../../src/web/data/engine.ts';
import { askedBy, crisisOf } from '../../src/web/fight/question.ts';
import { parseQuery, readSearch } from '../../src/web/fight/search.ts';
import { tellStory, type Story } from '../../src/web/fight/story.ts';
import { ROOT } from '../house/sources.ts';

let made: Engine | undefined;

/** The page's engine over the catalog as its files stand. */
export function engine(): Engine {
  made ??= createEngine(
    buildCatalog(path.join(ROOT, 'catalog')),
    JSON.parse(readFileSync(path.join(ROOT, 'node_modules/world-atlas/countries-110m.json'), 'utf8')),
  );
  return made;
}

/** The story an address tells. */
export function storyOf(address: string): Story {
  const search = readSearch(parseQuery(address));
  const asked = askedBy(search, engine().world);
  if (!('event' in asked)) throw new Error(`${address} asks nothing: ${JSON.stringify(asked)}`);
  return tellStory(asked.event, search, crisisOf(search, engine().catalog.events), engine());
}
