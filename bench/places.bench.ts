import { geoContains } from 'd3-geo';
import { feature } from 'topojson-client';
import topology from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { GeometryCollection, Topology } from 'topojson-specification';
import { loadCatalog } from '../src/app/load-catalog.ts';
import { worldOf } from '../src/app/world.ts';
import { createRng } from './rng.ts';
import type { Suite } from './suite.ts';

const world = worldOf(loadCatalog(), { shapes: true });
const atlas = topology as unknown as Topology<{ countries: GeometryCollection }>;
const countries = feature(atlas, atlas.objects.countries).features;

const random = createRng(7);
const points = Array.from({ length: 200 }, () => ({ lat: random() * 130 - 60, lon: random() * 360 - 180 }));
const few = points.slice(0, 20);

export const suite: Suite = {
  title: 'Whose land is a point: 200 points over the earth, 1 January 2025',
  cases: {
    'every country asked (d3-geo; 20 points run)': {
      times: points.length / few.length,
      body: () => {
        for (const { lat, lon } of few) countries.find((country) => geoContains(country, [lon, lat]));
      },
    },
    'gazetteer, country, coast within 30 km': () => {
      for (const { lat, lon } of points) world.point(lat, lon, '2025-01-01');
    },
  },
};
