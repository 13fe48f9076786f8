import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';
import { foedus, temporaryFolder } from './harness.ts';

/** Faults of the catalog's states with these treaties, each changed. */
async function faultsOf(changes: Readonly<Record<string, readonly [from: string | RegExp, to: string]>>): Promise<string> {
  const cwd = temporaryFolder();
  cpSync(path.join(ROOT, 'catalog', 'states'), path.join(cwd, 'own', 'states'), { recursive: true });
  for (const [treaty, [from, to]] of Object.entries(changes)) {
    const file = path.join('own', 'treaties', `${treaty}.yaml`);
    cpSync(path.join(ROOT, 'catalog', 'treaties', `${treaty}.yaml`), path.join(cwd, file));
    writeFileSync(path.join(cwd, file), readFileSync(path.join(cwd, file), 'utf8').replace(from, to));
  }
  const { exit, out } = await foedus(['catalog', 'check', '--dir', 'own'], { cwd });
  expect(exit).toBe(1);
  return out;
}

// That it finds no fault in our own catalog is shown, and run, in docs/cli/catalog.md.
describe('foedus catalog check', () => {
  it('finds what the schema does not allow', async () => {
    const faults = await faultsOf({
      'dual-1879': ['secrecy: secret', 'secrecy: hidden'],
      'reinsurance-1887': ['    article: "I"\n', ''],
      'triple-1882': [/^sources:[^]*?^parties:/m, 'sources: []\nparties:'],
    });
    for (const fault of [/dual-1879\.yaml:\d+:\d+: .*secret-articles/, /reinsurance-1887\.yaml:\d+:\d+: .*article/, /triple-1882\.yaml:\d+:\d+: .*sources/])
      expect(faults).toMatch(fault);
  });

  it('finds sources, dates and states that cannot be', async () => {
    const faults = await faultsOf({
      'dual-1879': [/^ {4}(publisher|citation|url): .*\n/gm, ''],
      'reinsurance-1887': ['states: [AUH, FRA]', 'states: [CSK, FRA]'],
      'three-emperors-1881': [/^in_force: .*$/m, 'in_force: 1880-06-18'],
      'romanian-1883': [/state: ROU/, 'state: POL'],
      'triple-1882': ['atop: 1350', 'atop: 3350'],
    });
    for (const fault of [
      /dual-1879\.yaml:.*source\/bare/,
      /reinsurance-1887\.yaml: names CSK, which is no state at any time while the treaty is in force/,
      /three-emperors-1881\.yaml:.*date\/in-force-before-signed/,
      /romanian-1883\.yaml:.*party\/not-a-state-then/,
      /triple-1882\.yaml: ATOP 3350 cannot be a treaty signed 1882-05-20/,
    ])
      expect(faults).toMatch(fault);
  });
});
