import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(async () => bench.close());

describe('what a first visitor waits for', () => {
  it('is less than 350 kB of compressed script, without editor, charts and network', async () => {
    const page = await bench.open('/data');
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).pathname));
    await page.evaluate(() => location.assign('/fight?date=1914-07-28&from=AUH&to=SRB&cascade=chosen&step=1'));
    await page.getByRole('heading', { name: /Austria-Hungary attacks Serbia/, level: 2 }).waitFor();
    await page.waitForLoadState('networkidle');
    const scripts = [...asked].filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(ROOT, 'dist', 'web', file))).length, 0);
    expect(bytes).toBeLessThan(350_000);
    expect(scripts.filter((file) => /Editor|Assessment|History|Burden|Data|editor/.test(file))).toEqual([]);
    await page.close();
  });
});
