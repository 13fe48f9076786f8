import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkAgainstRecord } from '../../src/app/decades/check.ts';
import { prepareDecades } from '../../src/app/decades/decades.ts';
import { decadesQuestion } from '../../src/app/decades/question.ts';
import { parametersFrom, parametersText } from '../../src/app/estimation/report.ts';
import { simulateWorld } from '../../src/core/explore/decades/simulate.ts';
import { ROOT } from '../house/sources.ts';
import { describeWithStore } from '../support/store.ts';

const NEEDED = ['gml', 'atop', 'nmc', 'cow-states', 'contiguity', 'distance', 'majors', 'rivalry', 'nuclear', 'war', 'vdem', 'polity'];

describeWithStore('decades on the record', NEEDED, (folder) => {
  it('started in 1990, fans cover what happened as far as docs/models/decades.md says', async () => {
    const question = decadesQuestion.parse({ from: '1990-01-01', years: 29, worlds: 40 });
    const input = await prepareDecades(question, { workspace: folder, today: '2026-01-01' });
    const worlds = Array.from({ length: question.worlds }, (_, number) => simulateWorld(input, number, { events: false }));
    for (const { audit } of worlds) expect(audit.faults).toEqual([]);
    const coverage = await checkAgainstRecord(input, worlds, folder);
    const ninety = (series: string): number => coverage.find((one) => one.series === series && one.of === 'year')?.ninety ?? Number.NaN;
    console.log(coverage.map(({ series, of, half, ninety: most }) => `${series} (${of}): ${half.toFixed(2)} in 50 %, ${most.toFixed(2)} in 90 %`).join('\n'));
    // Nominal is .90: wars, pacts and their making and end are held; challenges are not, and the page says so.
    for (const series of ['wars', 'pacts', 'ended', 'formed']) expect(ninety(series), series).toBeGreaterThanOrEqual(0.8);
    expect(ninety('crises')).toBeGreaterThan(0.4);
    expect(ninety('crises')).toBeLessThan(0.8);
  });

  it('the command gives the parameters of the catalog again', async () => {
    const found = await parametersFrom('decades', { folder, seed: 1, draws: 200 });
    const kept = readFileSync(path.join(ROOT, 'catalog/parameters/decades.json'), 'utf8');
    expect(JSON.parse(parametersText(found)).parameters).toEqual(JSON.parse(kept).parameters);
  });
});
