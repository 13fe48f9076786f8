import { describe, expect, it } from 'vitest';
import { lessonSheet } from '../../src/app/lesson.ts';
import { lessonHtml } from '../../src/report/lesson-html.ts';
import { lessonMarkdown } from '../../src/report/lesson-markdown.ts';
import { catalogWithFacts } from '../support/facts.ts';

const { catalog, facts, world } = catalogWithFacts();
const sheetOf = (id: string) => lessonSheet(id, catalog, { facts, world, treaties: catalog.treaties, catalog: catalog.version });
const number = (cell: string | undefined): number => Number((cell ?? '').replaceAll(/[<>%]/g, ''));

describe.each(catalog.lessons.map(({ id }) => id))('the sheet of %s', (id) => {
  const sheet = sheetOf(id);
  const markup = lessonHtml(sheet);
  const text = lessonMarkdown(sheet);

  it('has every step with its address, every fact with its source, and an exhibit with source and year', () => {
    for (const { title } of sheet.lesson.steps) expect(text).toContain(`**${title}.**`);
    expect(markup.match(/<code>\/(fight|assess|treaty|history)/g)).toHaveLength(sheet.lesson.steps.length);
    for (const { source } of sheet.lesson.facts) expect(text).toContain(source.title.slice(0, 20));
    expect(sheet.exhibit.source).toMatch(/\b(1[89]|20)\d\d\b/);
    for (const { source } of sheet.exhibit.figures) expect(source).toMatch(/\b20\d\d\b/);
  });

  it('asks for nothing, and is the same twice', () => {
    expect(markup).not.toMatch(/<script|<link|<img|@import|src="http/);
    expect(lessonHtml(sheetOf(id))).toBe(markup);
  });
});

describe('what the exhibits show', () => {
  it('July 1914: Germany, Italy and Romania were bound and owed nothing; nothing bound Russia', () => {
    const { table, finding } = sheetOf('july-1914').exhibit;
    expect(finding).toBe('2 duties to help');
    expect(table.rows.map(([state, bound, owed]) => [state, bound, owed?.slice(0, 8)])).toEqual([
      ['Germany', 'Dual Alliance 1879 and Triple Alliance 1882', 'Nothing.'],
      ['Italy', 'Triple Alliance 1882', 'Nothing.'],
      ['Romania', 'Romanian alliance of 1883', 'Nothing.'],
      ['Russia', 'No treaty of the catalog', 'Nothing,'],
    ]);
    expect(table.rows.map((row) => row[3])).toEqual([
      'Joined the attacker, 1 August 1914',
      'Stayed out, 3 August 1914',
      'Stayed out, 3 August 1914',
      'Fought, 30 July 1914',
    ]);
  });

  it('discretion: where the text is automatic more come, and the promise explains more of it', () => {
    const rows = sheetOf('why-discretion').exhibit.table.rows;
    const row = (start: string) => rows.find(([name]) => name?.startsWith(start));
    for (const start of ['An ally comes', '... by the promise alone']) expect(number(row(start)?.[3])).toBeGreaterThan(number(row(start)?.[2]));
    expect(row('An ally comes')?.[1]).toBe('nobody bound');
  });

  it('the Senate: the higher the quota, the smaller what it passes and the chance that it ratifies', () => {
    const rows = sheetOf('senate').exhibit.table.rows;
    expect(rows.map(([share]) => share)).toEqual(['More than one half', 'Two thirds', 'Nine tenths', 'Nineteen twentieths']);
    for (const column of [1, 2, 3, 4]) {
      const values = rows.map((row) => number(row[column]));
      expect(values).toEqual(values.toSorted((a, b) => b - a));
      if (column !== 2) expect(values.at(-1)).toBeLessThan(values[0] ?? 0);
    }
  });

  it('there is no other lesson', () => {
    expect(() => sheetOf('august-1914')).toThrow("there is no lesson 'august-1914'");
  });
});
