import { writePanel } from '../../app/panel-files.ts';
import { buildPanel, panelSummary, stateCodes } from '../../app/panel.ts';
import type { PanelQuestion } from '../questions.ts';
import { fileAnswer, jsonAnswer, type Place } from './answer.ts';
import type { Answer } from './messages.ts';

/** What `foedus panel --json` prints, or the panel as a file. */
export async function panelAnswer(question: PanelQuestion, place: Place): Promise<Answer> {
  const { unit, system, years, states, add, head, audit, ratio, seed, format } = question;
  const panel = await buildPanel(place.workspace, {
    unit,
    system,
    add,
    ...(years !== undefined && { years }),
    ...(states !== undefined && { states: stateCodes(states, system) }),
    ...(audit !== undefined && { sampleYear: audit }),
    ...(ratio !== undefined && { ratio }),
    ...(seed !== undefined && { seed }),
  });
  if (format === 'json') return jsonAnswer(place, panelSummary(panel, head));
  return fileAnswer(place, `${unit}-${panel.years.first}-${panel.years.last}`, format, (file) => writePanel(panel, file));
}
