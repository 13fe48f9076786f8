import { crisis } from './crisis.ts';
import { decision } from './decision.ts';
import { debt } from './debt.ts';
import type { Model } from './define.ts';
import { fearon } from './fearon.ts';
import { provocation } from './provocation.ts';
import { ratification } from './ratification.ts';
import { schelling } from './schelling.ts';
import { smith } from './smith.ts';
import { snyder } from './snyder.ts';
import { spending } from './spending.ts';
import { stayingPowerModel } from './staying-power.ts';
import { survival } from './survival.ts';
import { turnover } from './turnover.ts';
import { winSet } from './win-set.ts';

/** Every model that runs on plain JSON, in the order of the list. */
export const models: readonly Model[] = [
  crisis,
  decision,
  provocation,
  snyder,
  ratification,
  winSet,
  schelling,
  turnover,
  spending,
  stayingPowerModel,
  debt,
  survival,
  fearon,
  smith,
];
