import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM } from '../chromium.ts';
import { ROOT } from '../house/sources.ts';

let server: ChildProcess;
let browser: Browser;
let link = '';
let log = '';

beforeAll(async () => {
  server = spawn(process.execPath, [path.join(ROOT, 'bin', 'foedus.mjs'), 'serve', '--port', '0', '--verbose'], { stdio: ['ignore', 'pipe', 'pipe'] });
  server.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  link = await new Promise((resolve, reject) => {
    server.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('exit', () => reject(new Error(`foedus serve ended: ${log}`)));
  });
  browser = await chromium.launch(CHROMIUM);
});

afterAll(async () => {
  await browser.close();
  server.kill();
});

describe('foedus serve in a browser', () => {
  it('opens the first page from the link, without a fault or a request elsewhere', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    const elsewhere: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => !/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url()) && elsewhere.push(request.url()));
    await page.goto(link);
    await page.getByRole('main').waitFor();
    expect(page.url()).not.toContain('token');
    expect(await page.title()).toContain('Foedus');
    await page.waitForLoadState('networkidle');
    expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] });
    await page.close();
  });

  it('refuses a link whose token is old', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answer = await page.goto(link.replace(/token=.*/, 'token=old'));
    expect(answer?.status()).toBe(403);
    expect(await page.textContent('body')).toContain('Link expired. Open the newest link printed by foedus serve.');
    await context.close();
  });

  it('logs requests to standard error and never the token', () => {
    expect(log).toContain('GET /');
    expect(log).not.toContain(new URL(link).searchParams.get('token') ?? 'token');
  });

  it('ends at once on SIGTERM', async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
