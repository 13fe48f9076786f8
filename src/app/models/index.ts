import { crisis } from './crisis.ts';
import { decision } from './decision.ts';
import type { Model } from './define.ts';
import { provocation } from './provocation.ts';

/** Every model that runs on plain JSON, in the order of the list. */
export const models: readonly Model[] = [crisis, decision, provocation];
