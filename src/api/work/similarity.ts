import { similarityOf } from '../../app/similarity.ts';
import { UserError } from '../../app/user-error.ts';
import { writeTable } from '../../app/write-table.ts';
import { rowsOf } from '../../core/table/table.ts';
import { spanOf, type SimilarityQuestion } from '../questions.ts';
import { fileAnswer, jsonAnswer, type Place } from './answer.ts';
import type { Answer } from './messages.ts';

/** More pairs than these are files, not JSON. */
const MOST = 100_000;

/** What `foedus similarity --json` prints, or its rows as a file. */
export async function similarityAnswer(query: SimilarityQuestion, place: Place): Promise<Answer> {
  const { state, with: other, codes, format } = query;
  const { table, years, method, versions, notes } = await similarityOf(place.workspace, {
    years: spanOf(query),
    ...(state !== undefined && { state }),
    ...(other !== undefined && { with: other }),
    ...(codes !== undefined && { codes }),
  });
  if (format !== 'json') {
    return fileAnswer(place, `similarity-${years[0]}-${years[1]}`, format, (file) => writeTable(table, file, { label: 'Similarity of alliance portfolios' }));
  }
  if (table.rows > MOST) {
    throw new UserError(
      `format: ${table.rows.toLocaleString('en')} pairs are more than the ${MOST.toLocaleString('en')} that are sent as JSON; ask for csv, parquet or dta, for fewer years, or for one state.`,
    );
  }
  return jsonAnswer(place, { rows: rowsOf(table), method, versions, notes });
}
