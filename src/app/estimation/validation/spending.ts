import { validateSpending, type SpendingScore } from '../spending/validation.ts';
import type { EstimationContext, Fact } from '../section.ts';
import type { Validation } from './validation.ts';

/** The best response beside what it must beat: last year's share a year ahead, the last share known from there on. */
function facts(rows: readonly SpendingScore[]): Fact[] {
  const pairs = [
    ['year', 'best response, part of the way a year', "last year's share"],
    ['path', 'best responses of all to each other', "the last year's share of the training"],
  ] as const;
  return pairs.flatMap(([id, response, simple]): Fact[] => {
    const [own, other] = [response, simple].map((method) => rows.find((one) => one.method === method));
    if (own === undefined || other === undefined) return [];
    return [
      {
        id: `mae.${id}`,
        words: `mean absolute error, points of GDP, ${own.ahead}: ${response}`,
        value: own.mae,
        n: own.n,
        expected: { value: other.mae, source: simple },
      },
    ];
  });
}

/** What NATO's members spend, years ahead of what was fitted. */
export async function validateShares(context: EstimationContext): Promise<Validation> {
  const { title, method, states, rows, data, notes } = await validateSpending(context);
  return {
    id: 'spending',
    title,
    method: `${method} ${states} members.`,
    facts: facts(rows),
    tables: [
      {
        id: 'errors',
        title: 'Out of sample, percentage points of GDP',
        columns: ['predicted by', 'knows', 'mean absolute error', 'root of mean square', 'mean error', 'rows'],
        rows: rows.map(({ method: by, ahead, mae, rmse, bias, n }) => [
          by,
          ahead === 'one year' ? 'the year before' : 'nothing since the training',
          mae,
          rmse,
          bias,
          n,
        ]),
      },
    ],
    data,
    notes,
    forecasts: [],
    decades: [],
  };
}
