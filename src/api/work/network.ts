import { writeFile } from 'node:fs/promises';
import { networkFile } from '../../app/dyads/network-file.ts';
import type { MeasureRow } from '../../app/measures/define.ts';
import { tableOf } from '../../app/measures/table-of.ts';
import { networkOf, networksOf, type NetworkRequest } from '../../app/network.ts';
import { writeTable } from '../../app/write-table.ts';
import { gexf } from '../../core/formats/gexf.ts';
import { graphml } from '../../core/formats/graphml.ts';
import { spanOf, type NetworkQuestion } from '../questions.ts';
import { fileAnswer, jsonAnswer, type Place } from './answer.ts';
import type { Answer } from './messages.ts';

/** What `foedus network --json` prints, its states or years as a file, or a year's network as a graph. */
export async function networkAnswer(query: NetworkQuestion, place: Place): Promise<Answer> {
  const { years: span, by, obligation, state, without, negative, seed, format } = query;
  const request: NetworkRequest = {
    years: spanOf(query),
    obligation,
    ...(state !== undefined && { state }),
    ...(without !== undefined && { without }),
    ...(negative !== undefined && { negative }),
    ...(seed !== undefined && { seed }),
  };
  const table = (name: string, ending: 'csv' | 'parquet' | 'dta', rows: readonly MeasureRow[]): Promise<Answer> =>
    fileAnswer(place, name, ending, (file) => writeTable(tableOf(rows), file, { label: name }));

  if (span === undefined) {
    const answer = await networkOf(place.workspace, request);
    const name = `${obligation}-${answer.year}`;
    switch (format) {
      case 'json':
        return jsonAnswer(place, answer);
      case 'graphml':
        return fileAnswer(place, name, format, (file) => writeFile(file, graphml(networkFile(answer))));
      case 'gexf':
        return fileAnswer(place, name, format, (file) => writeFile(file, gexf(networkFile(answer))));
      default:
        return table(name, format, answer.states);
    }
  }
  const { rows: years, states, seconds: _, ...rest } = await networksOf(place.workspace, request);
  const rows = by === 'state' || state !== undefined ? states : years;
  if (format === 'graphml' || format === 'gexf' || format === 'json') return jsonAnswer(place, { rows, ...rest });
  return table(`${obligation}-${rest.years[0]}-${rest.years[1]}`, format, rows);
}
