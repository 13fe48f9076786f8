import * as z from 'zod';
import type { Resource } from '../resource.ts';
import { catalogResources } from './catalog.ts';
import { dataResources } from './data.ts';
import { draftResources } from './drafts.ts';
import { jobResources } from './jobs.ts';
import { programResources } from './program.ts';
import { posted, queried } from './questions.ts';
import { studyResources } from './studies.ts';

const named = z.object({ name: z.string().max(64) });
const nothing = z.strictObject({});

/** Everything under `/api`, in the order of the document. */
export const resources: readonly Resource[] = [
  ...programResources,
  ...catalogResources,
  posted('trigger', { group: 'law', id: 'trigger' }),
  posted('matrix', { group: 'law', id: 'matrix' }),
  posted('calendar', { group: 'law', id: 'calendar' }),
  posted('conflicts', { group: 'law', id: 'conflicts' }),
  posted('history', { group: 'law', id: 'history' }),
  posted('lint', { group: 'treaties', id: 'lint' }),
  queried('rules', { group: 'treaties', id: 'listRules' }, nothing),
  posted('diff', { group: 'treaties', id: 'diff' }),
  posted('render', { group: 'treaties', id: 'render' }),
  posted('assess', { group: 'politics', id: 'assess' }),
  posted('compare', { group: 'politics', id: 'compare' }),
  posted('sensitivity', { group: 'politics', id: 'sensitivity' }),
  posted('design', { group: 'politics', id: 'design' }),
  posted('decades', { group: 'politics', id: 'decades' }),
  posted('decades-world', { group: 'politics', id: 'decadesWorld', path: '/decades/world' }),
  posted('role-sheets', { group: 'politics', id: 'roleSheets' }),
  posted('burden', { group: 'politics', id: 'burden' }),
  posted('review', { group: 'politics', id: 'review' }),
  queried('models', { group: 'politics', id: 'listModels' }, nothing),
  posted('model', { group: 'politics', id: 'model', path: '/model/{name}', parts: named }),
  posted('codes', { group: 'catalog', id: 'codes' }),
  posted('disputes', { group: 'data', id: 'disputes' }),
  ...dataResources,
  posted('fit', { group: 'estimation', id: 'fit' }),
  posted('record', { group: 'estimation', id: 'record', path: '/fit/record' }),
  posted('estimate', { group: 'estimation', id: 'estimate', path: '/fit/parameters' }),
  posted('validate', { group: 'estimation', id: 'validate' }),
  ...draftResources,
  ...studyResources,
  ...jobResources,
];
