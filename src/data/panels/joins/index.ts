import type { SourceJoin } from './join.ts';
import { atop } from './atop.ts';
import { contiguity } from './contiguity.ts';
import { dcad } from './dcad.ts';
import { distance } from './distance.ts';
import { gml, mid, war } from './disputes.ts';
import { weo, worldBank } from './economy.ts';
import { nato, natoExpenditure, nuclear, sipri, usTroops } from './expenditure.ts';
import { igo } from './igo.ts';
import { majors } from './majors.ts';
import { nmc } from './nmc.ts';
import { polity, vdem } from './regimes.ts';
import { rivalry, rivalryTd } from './rivalry.ts';
import { cowStates, gwStates } from './states.ts';
import { trade } from './trade.ts';
import { unga } from './unga.ts';

/** Everything that attaches to panels, in the order of the help. */
export const sourceJoins: readonly SourceJoin[] = [
  atop,
  nmc,
  contiguity,
  distance,
  gml,
  mid,
  war,
  majors,
  rivalry,
  rivalryTd,
  trade,
  igo,
  vdem,
  polity,
  unga,
  sipri,
  nato,
  natoExpenditure,
  weo,
  worldBank,
  usTroops,
  nuclear,
  dcad,
  cowStates,
  gwStates,
];
