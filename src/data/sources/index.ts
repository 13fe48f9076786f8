import type { Source } from '../source.ts';
import { alleyDepth } from './alley-depth/source.ts';
import { atop } from './atop/source.ts';
import { berkemeierFuhrmann } from './berkemeier-fuhrmann/source.ts';
import { contiguity } from './contiguity/source.ts';
import { cowStates } from './cow-states/source.ts';
import { dcad } from './dcad/source.ts';
import { distance } from './distance/source.ts';
import { gml } from './gml/source.ts';
import { gwStates } from './gw-states/source.ts';
import { igo } from './igo/source.ts';
import { leedsAnac } from './leeds-anac/source.ts';
import { majors } from './majors/source.ts';
import { mid } from './mid/source.ts';
import { nato } from './nato/source.ts';
import { nmc } from './nmc/source.ts';
import { nuclear } from './nuclear/source.ts';
import { polity } from './polity/source.ts';
import { rivalry } from './rivalry/source.ts';
import { sipri } from './sipri/source.ts';
import { trade } from './trade/source.ts';
import { unga } from './unga/source.ts';
import { usTroops } from './us-troops/source.ts';
import { vdem } from './vdem/source.ts';
import { war } from './war/source.ts';
import { weo } from './weo/source.ts';
import { worldBank } from './world-bank/source.ts';

/**
 * Every source foedus reads, in the order of `foedus data list`. Each has a page docs/data/<id>.md: what stands above its mark is
 * written by hand, below it `npm run schemas` writes tables, columns, caveats, terms and citations from the manifest.
 */
export const sources: readonly Source[] = [
  atop,
  nmc,
  cowStates,
  gwStates,
  majors,
  contiguity,
  distance,
  gml,
  mid,
  war,
  trade,
  igo,
  rivalry,
  vdem,
  polity,
  unga,
  sipri,
  nato,
  weo,
  worldBank,
  usTroops,
  nuclear,
  leedsAnac,
  berkemeierFuhrmann,
  dcad,
  alleyDepth,
];
