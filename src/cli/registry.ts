import type { Command } from './command.ts';
import { assess } from './commands/assess.ts';
import { burden } from './commands/burden.ts';
import { calendar } from './commands/calendar.ts';
import { catalog } from './commands/catalog.ts';
import { codes } from './commands/codes.ts';
import { compare } from './commands/compare.ts';
import { completionOf } from './commands/completion.ts';
import { conflicts } from './commands/conflicts.ts';
import { data } from './commands/data.ts';
import { decades } from './commands/decades.ts';
import { design } from './commands/design.ts';
import { diff } from './commands/diff.ts';
import { fit } from './commands/fit.ts';
import { fmt } from './commands/fmt.ts';
import { history } from './commands/history.ts';
import { init } from './commands/init.ts';
import { lint } from './commands/lint.ts';
import { matrix } from './commands/matrix.ts';
import { mcp } from './commands/mcp.ts';
import { measure } from './commands/measure.ts';
import { model } from './commands/model.ts';
import { network } from './commands/network.ts';
import { panel } from './commands/panel.ts';
import { render } from './commands/render.ts';
import { report } from './commands/report.ts';
import { review } from './commands/review.ts';
import { runOf } from './commands/run.ts';
import { sensitivity } from './commands/sensitivity.ts';
import { serve } from './commands/serve.ts';
import { similarity } from './commands/similarity.ts';
import { sweep } from './commands/sweep.ts';
import { trigger } from './commands/trigger.ts';
import { validate } from './commands/validate.ts';
import { worker } from './commands/worker.ts';

/** Every verb, in the order of the help. */
export const commands: readonly Command[] = [
  init,
  lint,
  fmt,
  diff,
  render,
  catalog,
  trigger,
  matrix,
  calendar,
  conflicts,
  history,
  assess,
  compare,
  decades,
  sensitivity,
  design,
  sweep,
  burden,
  review,
  codes,
  panel,
  measure,
  similarity,
  network,
  model,
  fit,
  validate,
  data,
  report,
  runOf(() => commands),
  serve,
  worker,
  mcp,
  completionOf(() => commands),
];
