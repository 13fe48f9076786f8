import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatTreaty } from '../../../src/core/treaty/format.ts';
import { KEYS_OF_VERSION_0, SPELLINGS_OF_VERSION_0, upgradeTreaty } from '../../../src/core/treaty/upgrade.ts';
import { VALID, withFault } from './samples.ts';

const VERSION_0 = `# Kept from the first draft.
id: sample
name: Defence Treaty
signed: 1949-04-04
enteredIntoForce: 1949-08-24
sources: [{ title: Defence Treaty }]
members:
  - { member: USA, joined: 1949-08-24 } # the hub
  - { member: GBR, joined: 1949-08-24, left: 1970-01-01 }
atWarAtSigning: [FRA]
obligations:
  - id: defence-clause
    type: defence
    article: "5"
    owedBy: all
    owedTo: all
    # what brings it about
    casus: { event: [armed-attack, mobilisation], attackersAtLeast: 2 }
burden: { pledges: [{ id: a, metric: defence-share-of-gdp }] }
denunciation: { notice: P1Y }
`;

const VERSION_1 = `# Kept from the first draft.
language: 1
id: sample
name: Defence Treaty
signed: 1949-04-04
in_force: 1949-08-24
secrecy: public
sources:
  - {title: Defence Treaty}
parties:
  - {state: USA, from: 1949-08-24} # the hub
  - {state: GBR, from: 1949-08-24, to: 1970-01-01}
at_war_at_signing: [FRA]
obligations:
  - id: defence-clause
    article: "5"
    kind: defense
    bound: all
    to: all
    # what brings it about
    trigger: {event: [armed-attack, mobilization], attackers_at_least: 2}
burden:
  pledges:
    - {id: a, metric: defense-share-of-gdp}
exit: {notice: P1Y}
`;

describe('upgradeTreaty', () => {
  it('lifts a file of version 0, comments and free text kept', () => {
    const result = upgradeTreaty(VERSION_0, 'x.yaml');
    expect(result).toMatchObject({ ok: true, from: 0, text: VERSION_1, diagnostics: [] });
    expect(result.ok && result.changes).toEqual(expect.arrayContaining(['enteredIntoForce is now in_force', 'defence is now defense', 'language: 1']));
  });

  it('reads language: 0 as no language', () => {
    expect(upgradeTreaty(`${VERSION_0}language: 0\n`, 'x.yaml')).toMatchObject({ ok: true, text: VERSION_1 });
  });

  it('leaves a file of this version alone', () =>
    expect(upgradeTreaty(VALID, 'x.yaml')).toEqual({ ok: true, text: VALID, from: 1, changes: [], diagnostics: [] }));

  it('adds the version to a file that lacks nothing else', () => {
    const formatted = formatTreaty(VALID, 'x.yaml');
    expect(upgradeTreaty(withFault('language: 1\n', ''), 'x.yaml')).toMatchObject({
      ok: true,
      text: formatted.ok ? formatted.text : '',
      changes: ['language: 1'],
    });
  });

  it('says what it cannot mend', () => {
    const result = upgradeTreaty(VERSION_0.replace('type: defence', 'type: friendship'), 'x.yaml');
    expect(result).toMatchObject({ ok: true, from: 0, diagnostics: [{ rule: 'parse/value' }] });
  });

  it.each([
    ['a newer version', withFault('language: 1', 'language: 2'), 'parse/language'],
    ['no map', '- a\n', 'parse/not-a-map'],
    ['no YAML', 'a: [', 'parse/syntax'],
  ])('refuses %s', (_name, text, rule) => expect(upgradeTreaty(text, 'x.yaml')).toMatchObject({ ok: false, diagnostics: [{ rule }] }));

  it('is documented, key by key', () => {
    const page = readFileSync(new URL('../../../docs/language/versions.md', import.meta.url), 'utf8');
    const words = [...Object.entries(KEYS_OF_VERSION_0), ...SPELLINGS_OF_VERSION_0].flat();
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
  });
});
