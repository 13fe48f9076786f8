import { americas } from './cases/americas.ts';
import { atlantic } from './cases/atlantic.ts';
import type { Case } from './cases/case.ts';
import { concert } from './cases/concert.ts';
import { eastern } from './cases/eastern.ts';
import { further } from './cases/further.ts';
import { interwar } from './cases/interwar.ts';
import { outside } from './cases/outside.ts';
import { pacific } from './cases/pacific.ts';

/** Cases written from the texts, without a look at their encoding. */
export const cases: readonly Case[] = [...concert, ...interwar, ...atlantic, ...eastern, ...pacific, ...americas, ...further, ...outside];
