import { catalog } from './catalog.ts';
import { compare } from './compare.ts';
import { atop, cite, measure, measures, network, panel, similarity, sources, status } from './data.ts';
import { decades, decadesWorld, roles } from './decades.ts';
import type { Verb } from './define.ts';
import { design } from './design.ts';
import { estimate, fit, record, validate } from './fit.ts';
import { codes, disputes, history } from './history.ts';
import { drafts, saveDraft, saveStudy, studies } from './kept.ts';
import { calendar, conflicts, matrix, trigger } from './law.ts';
import { assess, burden, model, models, review } from './politics.ts';
import { sensitivity } from './sensitivity.ts';
import { diff, lint, render, rules } from './texts.ts';

export type { Found, Verb, VerbPlace } from './define.ts';

/** Every question that programs can put. */
export const verbs: readonly Verb[] = [
  catalog,
  trigger,
  matrix,
  calendar,
  conflicts,
  lint,
  rules,
  diff,
  render,
  assess,
  compare,
  sensitivity,
  design,
  burden,
  review,
  decades,
  decadesWorld,
  roles,
  models,
  model,
  history,
  disputes,
  codes,
  sources,
  atop,
  status,
  cite,
  panel,
  measures,
  measure,
  similarity,
  network,
  fit,
  record,
  estimate,
  validate,
  drafts,
  studies,
  saveDraft,
  saveStudy,
];

/** A verb by its name; undefined where there is none. */
export const verbNamed = (name: string): Verb | undefined => verbs.find((verb) => verb.name === name);
