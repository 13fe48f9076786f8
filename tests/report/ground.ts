import { briefGround } from '../../src/app/report.ts';
import { drawAssessment } from '../../src/core/assess/draws.ts';
import { concludeAssessment } from '../../src/core/assess/conclude.ts';
import { contingenciesFor } from '../../src/core/assess/contingencies-for.ts';
import { prepareAssessment } from '../../src/core/assess/prepare.ts';
import type { Treaty } from '../../src/core/treaty/schema.ts';
import { createBrief } from '../../src/report/create-brief.ts';
import type { Brief } from '../../src/report/brief.ts';
import { catalogWithFacts } from '../support/facts.ts';

/** What a brief of the catalog's treaty asks. */
export interface Asked {
  readonly treaty: string;
  readonly date: string;
  readonly contingency?: string;
  readonly draws?: number;
  /** A change to the treaty, such as another name. */
  readonly as?: (treaty: Treaty) => Treaty;
}

/** A brief computed from the catalog's files. */
export function briefOf({ treaty: id, date, contingency: asked, draws = 0, as = (one) => one }: Asked): Brief {
  const { catalog, facts, world } = catalogWithFacts();
  const known = catalog.treaties.find((one) => one.id === id);
  if (known === undefined) throw new Error(`no treaty ${id}`);
  const treaty = as(known);
  const treaties = [...catalog.treaties.filter((one) => one.id !== id), treaty];
  const choices = contingenciesFor(facts, treaty, date, world);
  const contingency = asked === undefined ? choices[0] : choices.find((one) => one.id === asked);
  if (contingency === undefined) throw new Error(`no contingency for ${id}`);
  const options = { date, draws, seed: 1 };
  const prepared = prepareAssessment({ facts, world, treaties, treaty }, options);
  const whole = concludeAssessment(prepared, draws === 0 ? [] : drawAssessment(prepared, 0, draws));
  return createBrief(briefGround({ treaty, contingency, whole, options, ground: { facts, world, treaties, catalog: catalog.version } }));
}
