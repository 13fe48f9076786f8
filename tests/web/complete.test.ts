import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { completeTreaty } from '../../src/web/editor/complete.ts';
import { engine } from './engine.ts';

/** What is offered where the bar stands. */
function offered(text: string, explicit = false): readonly string[] {
  const pos = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', '') });
  return completeTreaty(engine())(new CompletionContext(state, pos, explicit))?.options.map(({ label }) => label) ?? [];
}

const CLAUSE = 'obligations:\n  - id: defend\n    kind: defense\n';

describe('completion', () => {
  it.each<[string, string, readonly string[]]>([
    ['keys of a treaty', 'sec|', ['secrecy', 'obligations', 'exit']],
    ['keys of a clause', `${CLAUSE}    res|`, ['response', 'trigger', 'bound']],
    ['kinds of obligation', 'obligations:\n  - kind: d|', ['defense', 'neutrality']],
    ['parties', 'parties:\n  - {state: J|', ['JPN', 'AUH']],
    ['adversaries, by kind or by state', `${CLAUSE}    trigger:\n      against: a|`, ['any', 'great-power', 'RUS']],
    ['regions and territories', `${CLAUSE}    trigger: {area: {include: [eu|`, ['europe', 'okinawa']],
    ['domains', `${CLAUSE}    trigger: {domains: [land, c|`, ['cyber', 'space']],
  ])('%s', (_name, text, holds) => {
    expect(offered(text)).toEqual(expect.arrayContaining([...holds]));
  });

  it('keeps quiet before a word is begun, unless it is asked', () => {
    expect(offered('secrecy: |')).toEqual([]);
    expect(offered('secrecy: |', true)).toContain('public');
  });

  it('offers nothing in a text of its own', () => expect(offered('name: Nor|')).toEqual([]));
});
