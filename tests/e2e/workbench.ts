import { chromium, type BrowserContext, type Page } from 'playwright';
import { CHROMIUM } from '../chromium.ts';
import { startServer } from './server.ts';

export interface Workbench {
  /** A page of the workbench at an address, in a window of its own size. */
  readonly open: (address: string, size?: { readonly width: number; readonly height: number }) => Promise<Page>;
  readonly faults: readonly string[];
  /** The folder its drafts and studies are kept in, made for this workbench and taken away with it. */
  readonly workspace: string;
  readonly close: () => Promise<void>;
}

/** Starts `foedus serve` and a browser that holds its cookie; faults of any page are kept. */
export async function startWorkbench(): Promise<Workbench> {
  const server = await startServer();
  const { link, workspace } = server;
  const browser = await chromium.launch(CHROMIUM);
  const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] });
  const faults: string[] = [];
  const first = await context.newPage();
  await first.goto(link);
  await first.close();
  return {
    faults,
    workspace,
    open: async (address, size = { width: 1440, height: 900 }) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.setViewportSize(size);
      await page.goto(new URL(address, link).href);
      // The header stands once the catalog is there; before, the main part says that it loads.
      await page.getByRole('banner').waitFor();
      // Keys are listened to once the first picture is painted.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
