import axe from 'axe-core';
import type { Page } from 'playwright';

/** What axe finds on a page that keeps somebody out: its serious and critical violations, with where. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found: unknown = Reflect.get(window, 'axe');
    if (typeof found !== 'object' || found === null || !('run' in found) || typeof found.run !== 'function') throw new Error('axe is not there');
    const { violations }: { violations: { id: string; impact: string; nodes: { target: unknown }[] }[] } = await found.run(document);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
  });
}
