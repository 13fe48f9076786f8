import * as z from 'zod';
import { isRealDate } from './dates.ts';
import type { Region, Territory } from './types.ts';

/** Schemas of `catalog/states/territories.yaml` and `regions.yaml`; their parsed values are `Territory` and `Region`. */

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
  .max(64);
const date = z.string().refine(isRealDate, { error: 'expected a date of the calendar, written YYYY-MM-DD' });
const stateId = z.string().regex(/^[A-Z]{3}$/, 'expected a three-letter state id such as FRA');
const prose = z.string().min(1).max(2000);
const lonLat = z.tuple([z.number().min(-360).max(360), z.number().min(-90).max(90)]);
const ring = z.array(lonLat).min(3).describe('[longitude, latitude] pairs in degrees; a ring may run past ±180 to cross the antimeridian');

const ordered = (span: { from?: string | undefined; to?: string | undefined }) => span.from === undefined || span.to === undefined || span.from < span.to;
const spanShape = {
  from: date.exactOptional().describe('First day; left out: since 1815 or before'),
  to: date.exactOptional().describe('First day no longer; left out: to this day'),
};
const span = z.strictObject(spanShape).refine(ordered, 'expected `from` before `to`');
const rule = z
  .strictObject({ states: z.array(stateId).describe('Several hold it jointly or each in part; empty: no state of the registry'), ...spanShape })
  .refine(ordered, 'expected `from` before `to`');

export const territorySchema = z
  .strictObject({
    id,
    name: prose,
    aliases: z.array(prose).exactOptional(),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    radius: z.number().positive().max(2500).exactOptional().describe('Kilometers around the point'),
    outline: ring.exactOptional(),
    shapes: z.array(stateId).min(1).exactOptional().describe('Modern country shapes the territory is the whole of'),
    administered: z.array(rule).min(1),
    claimed: z.array(rule).exactOptional(),
    metropolitan: z.array(span).exactOptional().describe('When it was home territory of its administering state, no dependency'),
    sources: z.array(prose).exactOptional(),
    note: prose.exactOptional(),
  })
  .refine(
    (t) => t.radius !== undefined || t.outline !== undefined || t.shapes !== undefined,
    'expected a radius, an outline or shapes',
  ) satisfies z.ZodType<Territory>;

export const regionSchema = z
  .strictObject({
    id,
    name: prose,
    kind: z.enum(['continent', 'ocean', 'sea', 'zone', 'treaty-area']),
    rings: z.array(ring).min(1).exactOptional(),
    north_of: z.number().min(-90).max(90).exactOptional(),
    south_of: z.number().min(-90).max(90).exactOptional(),
    all_of: z.array(id).min(1).exactOptional(),
    any_of: z.array(id).min(1).exactOptional(),
    note: prose.exactOptional(),
  })
  .refine(
    (r) => [r.rings, r.north_of, r.south_of, r.all_of, r.any_of].some((part) => part !== undefined),
    'expected rings, a parallel, all_of or any_of',
  ) satisfies z.ZodType<Region>;

export const territoriesSchema = z.array(territorySchema);
export const regionsSchema = z.array(regionSchema);
