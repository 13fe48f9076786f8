import * as z from 'zod';
import { isList } from '../../../core/explore/sweep/axis.ts';
import { dayOf } from '../../dates.ts';
import { loadCatalog } from '../../load-catalog.ts';
import { treatyNamed } from '../../treaties-named.ts';
import { UserError } from '../../user-error.ts';
import { onlyNumbers } from './only-numbers.ts';
import { defineSweepVerb } from './define.ts';

const words = z.array(z.string().min(1).max(200)).max(100);

export const design = defineSweepVerb({
  name: 'design',
  summary: 'better ways to write a treaty: what is best in each objective; a name to vary is floor, budget or date',
  seeded: true,
  question: z.strictObject({
    treaty: z.string().max(1000),
    date: z.string().max(10).exactOptional(),
    budget: z.int().min(1).max(1_000_000).default(1000),
    floor: z.number().min(0).max(1).default(0.5),
    objectives: words.exactOptional(),
    require: words.exactOptional(),
    only: words.exactOptional(),
    fix: words.exactOptional(),
    method: z.enum(['exhaustive', 'nsga2', 'random']).exactOptional(),
  }),
  prepare: async ({ treaty: name, date, ...question }, axes, place) => {
    const named = await treatyNamed(loadCatalog, name, place);
    for (const axis of axes.filter((one) => one.name === 'date')) {
      if (!isList(axis)) throw new UserError('vary: date takes days one by one, such as date=1985-06-01,2025-06-01.');
      for (const day of axis.values) dayOf(String(day), 'vary: date');
    }
    onlyNumbers(
      'design',
      axes.filter((one) => one.name !== 'date'),
      ['floor', 'budget'],
    );
    return { ...question, treaty: named.treaty, date: dayOf(date ?? named.date ?? place.today, 'date') };
  },
});
