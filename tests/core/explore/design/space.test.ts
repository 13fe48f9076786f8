import { describe, expect, it } from 'vitest';
import { createSetting } from '../../../../src/core/explore/design/create-setting.ts';
import { createEvaluator } from '../../../../src/core/explore/design/evaluate.ts';
import { candidatesIn, createSpace, defaultVariables, type SpaceRequest } from '../../../../src/core/explore/design/space.ts';
import { applyChoices, type DesignVariable } from '../../../../src/core/explore/design/variable.ts';
import { treatySchema } from '../../../../src/core/treaty/schema.ts';
import { DATE, subjectOf } from './subjects.ts';

const setting = createSetting(subjectOf('anzus'), { date: DATE, seed: 1, candidates: ['JPN'] });
const defaults = defaultVariables(setting, createEvaluator(setting).given);
const space = (request: SpaceRequest) => createSpace(setting, defaults, request);
const valuesOf = (variables: readonly DesignVariable[], id: string) => variables.find((one) => one.id === id)?.values.map((value) => value.id);

describe('clauses that move', () => {
  it('are those an assessment moves on, the value of the text first', () => {
    const ids = defaults.map(({ id }) => id);
    for (const id of [
      'collective-defense.kind',
      'collective-defense.response.automaticity',
      'collective-defense.trigger.area',
      'decisions.rule',
      'term',
      'exit.notice',
      'suspensions',
    ])
      expect(ids).toContain(id);
    for (const { given, values } of defaults) expect(values[0]?.id).toBe(given.id);
  });

  it('each value writes a treaty of the language; the given one changes nothing', () => {
    defaults.forEach(({ values }, i) =>
      values.forEach((_, k) => {
        const text = applyChoices(
          setting.given,
          defaults,
          defaults.map((__, j) => (i === j ? k : 0)),
        );
        expect(treatySchema.safeParse(text).error?.issues ?? []).toEqual([]);
        expect(JSON.stringify(text) === JSON.stringify(setting.given)).toBe(k === 0);
      }),
    );
  });

  it('a hub is written as two clauses, which move together', () => {
    const places = new Map(defaults.map(({ id }, i) => [id, i]));
    const choices = defaults.map(() => 0);
    for (const [id, value] of [
      ['collective-defense.bound', 'hub:USA'],
      ['collective-defense.response.automaticity', 'automatic'],
    ] as const) {
      const place = places.get(id) ?? -1;
      choices[place] = defaults[place]?.values.findIndex((one) => one.id === value) ?? 0;
    }
    const clauses = applyChoices(setting.given, defaults, choices).obligations.filter(({ id }) => id.startsWith('collective-defense'));
    expect(clauses.map(({ bound, to, response }) => [bound, to, response?.automaticity])).toEqual([
      [['USA'], ['AUS', 'NZL'], 'automatic'],
      [['AUS', 'NZL'], ['USA'], 'automatic'],
    ]);
    expect(new Set(clauses.map(({ id }) => id)).size).toBe(2);
  });
});

describe('what the user says of them', () => {
  it('holds a clause as it stands, all below a name, or one at a value', () => {
    const { variables, held } = space({ fix: ['exit', 'collective-defense.kind=assistance'] });
    expect(held.map(({ id }) => id)).toEqual(['exit.notice', 'collective-defense.kind']);
    expect([valuesOf(variables, 'exit.notice'), valuesOf(variables, 'collective-defense.kind')]).toEqual([['P1Y'], ['assistance']]);
  });

  it('tries the values named, of any place of the language', () => {
    const { variables } = space({
      vary: ['exit.notice=P6M,P1Y', 'institutions.secretariat=true', 'parties.JPN=in,out'],
      only: ['exit', 'institutions.secretariat', 'parties'],
    });
    expect(variables.map(({ id, values }) => [id, values.map((one) => one.id)])).toEqual([
      ['exit.notice', ['P1Y', 'P6M']],
      ['institutions.secretariat', ['given', 'true']],
      ['parties.JPN', ['out', 'in']],
    ]);
    expect(candidatesIn({ vary: ['parties.JPN=in,out'], fix: ['exit'] })).toEqual(['JPN']);
    const joined = applyChoices(setting.given, variables, [0, 1, 1]);
    expect(joined.parties.map(({ state }) => state)).toEqual(['AUS', 'NZL', 'USA', 'JPN']);
    expect(joined.institutions?.secretariat).toBe(true);
  });

  it('a party that leaves is left out of every list', () => {
    const { variables } = space({ vary: ['parties.USA=in,out'], only: ['parties'] });
    const left = applyChoices(setting.given, variables, [1]);
    expect(left.parties.map(({ state }) => state)).toEqual(['AUS', 'NZL']);
    expect(JSON.stringify([left.obligations, left.suspensions])).not.toContain('USA');
  });

  it.each<[string, SpaceRequest, RegExp]>([
    ['an unknown clause', { fix: ['exit.when'] }, /no clause 'exit.when'.*exit\.notice/],
    ['a value the language does not take', { vary: ['exit.notice=soon'] }, /exit\.notice=soon/],
    ['no values', { vary: ['exit.notice'] }, /names no values/],
    ['two values of one that is held', { fix: ['exit.notice=P6M,P1Y'] }, /at one value/],
    ['an unknown state', { vary: ['parties.XYZ=in,out'] }, /no state 'XYZ'/],
    ['only what there is not', { only: ['burdens'] }, /no clause 'burdens'/],
  ])('says what is wrong: %s', (_, request, message) => expect(() => space(request)).toThrow(message));
});
