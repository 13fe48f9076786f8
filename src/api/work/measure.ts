import { runMeasure } from '../../app/measure.ts';
import { tableOf } from '../../app/measures/table-of.ts';
import { storeFacts } from '../../app/store-facts.ts';
import { writeTable } from '../../app/write-table.ts';
import type { MeasureQuestion } from '../questions.ts';
import { fileAnswer, jsonAnswer, type Place } from './answer.ts';
import type { Answer } from './messages.ts';

/** What `foedus measure NAME --json` prints, or its rows as a file. */
export async function measureAnswer(name: string, question: MeasureQuestion, place: Place): Promise<Answer> {
  const { format, years, input, ...rest } = question;
  const found = await runMeasure(
    name,
    {
      ...rest,
      ...(years !== undefined && { years: [years.first, years.last] }),
      ...(input !== undefined && { input: { name: 'input', text: JSON.stringify(input) } }),
    },
    storeFacts(place.workspace),
  );
  if (format === 'json') return jsonAnswer(place, found);
  return fileAnswer(place, name, format, (file) => writeTable(tableOf(found.rows), file, { label: name }));
}
