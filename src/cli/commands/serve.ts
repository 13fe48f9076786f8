import { defineCommand } from '../command.ts';

export const serve = defineCommand({
  name: 'serve',
  summary: 'the workbench in a browser, from a server on this machine alone',
  description:
    'Listens on 127.0.0.1 and prints a link that holds a random token; without it nothing is answered. ' +
    'Drafts in the workspace (.foedus/treaties/*.yaml) stand beside the catalog. Ctrl-C stops it.',
  examples: [
    { line: 'foedus serve --open', note: 'opens the link in your browser where there is a screen' },
    { line: 'foedus serve --port 8080 --workspace ./study', note: 'on a port of your choice, with the drafts in ./study/treaties' },
  ],
  flags: [
    { name: 'port', value: 'PORT', description: '7414, or any free one where that is taken, when left out; 0: any free one' },
    { name: 'open', description: 'open the link in a browser' },
    { name: 'workspace', value: 'DIR', description: 'used as the .foedus/ folder; the nearest one upward when left out', complete: 'file' },
  ],
  run: async (input, { io, note, detail }) => {
    const [{ loadCatalog }, { findWorkspace, withDrafts }, { storeFolder }, { startServer }, { openBrowser }, { readConfig }, { UserError }] =
      await Promise.all([
        import('../../app/load-catalog.ts'),
        import('../../app/workspace.ts'),
        import('../../app/store-folder.ts'),
        import('../../api/serve.ts'),
        import('../open-browser.ts'),
        import('../../app/config.ts'),
        import('../../app/user-error.ts'),
      ]);
    const text = input.flag('port');
    const port = text === undefined ? undefined : Number(text);
    if (port !== undefined && (!/^\d+$/.test(text ?? '') || port > 65_535))
      throw new UserError(`--port: '${text ?? ''}' is no port; write a number from 0 to 65535.`);
    const named = input.flag('workspace');
    const catalog = withDrafts(loadCatalog(), findWorkspace(named ?? readConfig(io.cwd).workspace, io.cwd), note);
    const workspace = storeFolder(named, io.cwd, io.env);
    const server = await startServer({
      catalog,
      workspace,
      today: io.today,
      log: detail,
      fault: (report) => io.stderr(`${report}\n`),
      ...(port !== undefined && { port }),
    });
    io.stdout(input.on('json') ? `${JSON.stringify({ port: server.port, link: server.link })}\n` : `${server.link}\n`);
    if (input.on('open') && !(await openBrowser(server.link, io.env))) note('No browser could be opened here; open the link above.');
    note('Serving on this machine alone; Ctrl-C stops.');
    await new Promise<void>((resolve) => {
      if (io.stop.aborted) resolve();
      else io.stop.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.close();
    return undefined;
  },
});
