import type { Variable } from '../source.ts';
import { code, flag } from './describe.ts';
import { FATALITY, HIGHEST_ACTION, HOSTILITY, OUTCOME, REVISION, SETTLEMENT } from './dispute-codes.ts';

/** How these data sets write "missing". */
const missing = ['-9'] as const;

const number = (kind: 'int16' | 'int32', label: string): Variable => ({ kind, label, missing });

export const dispnum: Variable = { kind: 'int16', label: 'number of the dispute' };

/** Columns of a dispute as a whole. */
export const dispute = {
  outcome: code('outcome of the dispute', OUTCOME, { missing }),
  settle: code('settlement of the dispute', SETTLEMENT, { missing }),
  fatality: code('military deaths in the dispute', FATALITY, { missing }),
  fatalpre: number('int32', 'military deaths in the dispute, precise'),
  mindur: number('int16', 'shortest duration the dates allow, days'),
  maxdur: number('int16', 'longest duration the dates allow, days'),
  hiact: code('highest action in the dispute', HIGHEST_ACTION),
  hostlev: code('hostility level of the dispute', HOSTILITY),
  recip: flag('dispute was reciprocated'),
  numa: number('int16', 'states on side A'),
  numb: number('int16', 'states on side B'),
  ongo2010: flag('ongoing at the end of 2010'),
} as const;

/** A dispute as a whole, a row each: the table that both data sets publish. */
export const disputes: Record<string, Variable> = {
  dispnum,
  styear: { kind: 'int16', label: 'year the dispute begins' },
  stmon: { kind: 'int8', label: 'month the dispute begins' },
  outcome: dispute.outcome,
  settle: dispute.settle,
  fatality: dispute.fatality,
  mindur: dispute.mindur,
  maxdur: dispute.maxdur,
  hiact: dispute.hiact,
  hostlev: dispute.hostlev,
  recip: dispute.recip,
};

/** Columns of a state in a dispute; `who` says which. */
export const participant = (who: string) =>
  ({
    sidea: flag(`${who} is on side A, the side of the first action`),
    revstate: flag(`${who} seeks to change the status quo`, { missing }),
    revtype1: code(`what ${who} seeks to change`, REVISION, { missing }),
    revtype2: code(`what ${who} seeks to change, second`, REVISION, { missing }),
    fatality: code(`military deaths of ${who}`, FATALITY, { missing }),
    fatalpre: number('int32', `military deaths of ${who}, precise`),
    hiact: code(`highest action of ${who}`, HIGHEST_ACTION),
    hostlev: code(`hostility level of ${who}`, HOSTILITY),
    orig: flag(`${who} took part from the first day`),
  }) as const;

/** Day, month and year of a beginning or an end. */
export const date = (prefix: 'st' | 'end', word: string): Record<string, Variable> => ({
  [`${prefix}day`]: { kind: 'int8', label: `day ${word}`, missing },
  [`${prefix}mon`]: { kind: 'int8', label: `month ${word}` },
  [`${prefix}year`]: { kind: 'int16', label: `year ${word}` },
});
