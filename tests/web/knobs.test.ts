import { describe, expect, it } from 'vitest';
import { parseTreaty, type ParsedTreaty } from '../../src/core/treaty/parse.ts';
import { durationWords, knobsOf, turn, type Knob } from '../../src/web/editor/knobs.ts';

const TEXT = `language: 1
id: sample
name: Sample
signed: 2026-01-01
secrecy: public
sources: [{title: Sample}]
parties:
  - {state: JPN, from: 2026-01-01}
  - {state: PHL, from: 2026-01-01}
obligations:
  - id: defend
    article: "1"
    kind: defense
    bound: all
    to: all
    trigger: {event: armed-attack, attackers_at_least: 2}
burden:
  pledges:
    - {id: floor, metric: defense-share-of-gdp, at_least: 0.02, agreed: 2026-01-01, by: 2030-12-31}
    - {id: troops, metric: troops, at_least: 5000, agreed: 2026-01-01, by: 2030-12-31}
term: {kind: fixed, length: P7Y, renewal: active, review: {after: P5Y}}
exit: {notice: P1Y, earliest: P2Y}
`;

function parsed(text: string): ParsedTreaty {
  const result = parseTreaty(text, 'f');
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('; '));
  return result.parsed;
}

const knob = (id: string): Knob => {
  const found = knobsOf(parsed(TEXT)).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no knob ${id}`);
  return found;
};

describe('sliders of a draft', () => {
  it('are there for every number of a clause with a scale of its own', () => {
    expect(knobsOf(parsed(TEXT)).map(({ id, steps, at }) => [id, steps[at]?.words])).toEqual([
      ['burden.pledges.0.at_least', '2%'],
      ['obligations.0.trigger.attackers_at_least', '2 or more'],
      ['exit.notice', '1 year'],
      ['exit.earliest', '2 years'],
      ['term.length', '7 years'],
      ['term.review.after', '5 years'],
    ]);
  });

  it.each([
    ['burden.pledges.0.at_least', 1, 'at_least: 0.0225'],
    ['exit.notice', -1, 'notice: P6M'],
    ['term.length', 1, 'length: P10Y'],
    ['obligations.0.trigger.attackers_at_least', -1, 'attackers_at_least: 1'],
  ])('%s moved by %i writes %s, and nothing else', (id, by, holds) => {
    const one = knob(id);
    const [edit] = turn(one, one.at + by);
    if (edit === undefined) throw new Error('nothing is written');
    const after = TEXT.slice(0, edit.range.start) + edit.text + TEXT.slice(edit.range.end);
    expect(after).toContain(holds);
    expect(after.split('\n').filter((line, i) => line !== TEXT.split('\n')[i])).toHaveLength(1);
    expect(parseTreaty(after, 'f').ok).toBe(true);
  });

  it('write nothing where they are', () => expect(turn(knob('exit.notice'), knob('exit.notice').at)).toEqual([]));

  it('keep a value that is no step of theirs as one', () => {
    const { steps } = knob('term.length');
    expect(steps.map(({ written }) => written)).toContain('P7Y');
    expect(steps.map(({ written }) => written).indexOf('P7Y')).toBe(steps.map(({ written }) => written).indexOf('P5Y') + 1);
  });

  it.each([
    ['P1Y6M', '1 year 6 months'],
    ['P20Y', '20 years'],
    ['P1M', '1 month'],
  ])('%s is %s', (written, words) => expect(durationWords(written)).toBe(words));
});
