import * as z from 'zod';
import { VERSION } from '../../app/version.ts';
import { defineResource, type Resource } from '../resource.ts';

export const programResources: readonly Resource[] = [
  defineResource({
    method: 'GET',
    path: '/version',
    id: 'getVersion',
    group: 'program',
    summary: 'The version of foedus and of its catalog',
    asks: {},
    answer: z.object({ version: z.string(), catalog: z.string(), format: z.int() }).meta({ id: 'Version' }),
    handle: (_, c, { catalog }) => c.json({ version: VERSION, catalog: catalog.version, format: catalog.format }),
  }),
  defineResource({
    method: 'GET',
    path: '/openapi.json',
    id: 'getDocument',
    group: 'program',
    summary: 'This document',
    asks: {},
    answer: z.looseObject({ openapi: z.string() }),
    handle: async (_, c) => {
      const [{ openapi }, { resources }] = await Promise.all([import('../openapi.ts'), import('./index.ts')]);
      return c.json(openapi(resources));
    },
  }),
];
