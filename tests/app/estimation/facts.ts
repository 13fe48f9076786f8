import { readFileSync } from 'node:fs';
import { parametersFrom, parametersText, reportOf } from '../../../src/app/estimation/report.ts';
import type { Fact, Section } from '../../../src/app/estimation/section.ts';

const request = (folder: string) => ({ folder, seed: 1, draws: 200 });

interface Answer {
  readonly section: Section;
  readonly fact: (id: string) => Fact;
}

const answers = new Map<string, Promise<Answer>>();

/** A section of the report, with its facts by their ids; made once for all tests of a file. */
export function answerOf(section: string, folder: string): Promise<Answer> {
  const known = answers.get(section) ?? makeAnswer(section, folder);
  answers.set(section, known);
  return known;
}

async function makeAnswer(section: string, folder: string): Promise<Answer> {
  const [found] = await reportOf([section], request(folder));
  if (found === undefined) throw new Error(`no section ${section}`);
  return {
    section: found,
    fact: (id) => {
      const one = found.facts.find((fact) => fact.id === id);
      if (one === undefined) throw new Error(`${section} has no fact ${id}`);
      return one;
    },
  };
}

/** A set of parameters as its command writes it, and as the catalog holds it. */
export async function parametersTwice(set: string, file: string, folder: string): Promise<readonly [made: string, kept: string]> {
  const kept = readFileSync(new URL(`../../../catalog/parameters/${file}`, import.meta.url), 'utf8');
  return [parametersText(await parametersFrom(set, request(folder))), kept];
}
