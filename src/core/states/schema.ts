import * as z from 'zod';
import { isRealDate } from './dates.ts';
import { CONTINENTS, type Span, type State } from './types.ts';

/** The schema of `catalog/states/states.yaml`: a list of `State` records, checked one by one and against each other. */

const isoDate = z.string().refine(isRealDate, { error: 'expected a date of the calendar, written YYYY-MM-DD' });
const stateId = z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters, such as FRA');
const label = z.string().min(1).max(80);

const spanShape = { from: isoDate.exactOptional(), to: isoDate.exactOptional() };
const span = z.strictObject(spanShape);
const codeSpan = z.strictObject({ number: z.int().min(1).max(999), abbr: stateId, ...spanShape });
const capital = z.strictObject({
  name: label,
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  ...spanShape,
});

/** The sentence that says what is wrong with a list of spans, or undefined where each ends before the next begins. */
function disorder(spans: readonly Span[]): string | undefined {
  for (const [index, { from, to }] of spans.entries()) {
    if (from !== undefined && to !== undefined && from >= to) return `the span from ${from} ends before it begins`;
    const next = spans[index + 1];
    if (next && (to === undefined || next.from === undefined || to > next.from)) {
      return `spans must follow each other without overlap; the one up to ${to ?? 'today'} runs into the next`;
    }
  }
  return undefined;
}

/** A list of spans in order, without overlap. */
function ordered<T extends z.ZodType<Span>>(element: T) {
  return z
    .array(element)
    .min(1)
    .superRefine((spans, context) => {
      const message = disorder(spans);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
}

export const stateSchema = z.strictObject({
  id: stateId,
  name: label,
  names: ordered(z.strictObject({ name: label, ...spanShape })).exactOptional(),
  aliases: z.array(label).min(1).exactOptional(),
  iso3: stateId.exactOptional(),
  isoNumeric: z
    .string()
    .regex(/^\d{3}$/, 'expected three digits in quotes')
    .exactOptional(),
  cow: ordered(codeSpan).exactOptional(),
  gw: ordered(codeSpan).exactOptional(),
  exists: ordered(span),
  predecessors: z.array(stateId).min(1).exactOptional(),
  successors: z.array(stateId).min(1).exactOptional(),
  capitals: ordered(capital),
  continent: z.enum(CONTINENTS),
  alsoIn: z.array(z.enum(CONTINENTS)).min(1).exactOptional(),
  greatPower: ordered(span).exactOptional(),
  communist: ordered(span).exactOptional(),
  note: z.string().min(1).max(600).exactOptional(),
}) satisfies z.ZodType<State>;

/** The whole list: ids are unique, and predecessors and successors are in it and name each other. */
export const statesSchema = z.array(stateSchema).superRefine((states, context) => {
  const byId = new Map<string, State>();
  for (const [index, state] of states.entries()) {
    if (byId.has(state.id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `the id ${state.id} is given twice` });
    if (state.iso3 !== undefined && state.iso3 !== state.id) {
      context.addIssue({ code: 'custom', path: [index, 'iso3'], message: `a state with the ISO code ${state.iso3} has it for an id` });
    }
    byId.set(state.id, state);
  }
  for (const [index, state] of states.entries()) {
    for (const [key, back] of [
      ['predecessors', 'successors'],
      ['successors', 'predecessors'],
    ] as const) {
      for (const other of state[key] ?? []) {
        if (byId.get(other)?.[back]?.includes(state.id)) continue;
        const message = byId.has(other) ? `${other} does not name ${state.id} among its ${back}` : `the list holds no state ${other}`;
        context.addIssue({ code: 'custom', path: [index, key], message });
      }
    }
  }
});
