import { defineCommand } from '../command.ts';

export const mcp = defineCommand({
  name: 'mcp',
  summary: 'the verbs of foedus as tools for an AI assistant, over standard input and output',
  description:
    'A server of the Model Context Protocol, which an assistant starts itself: name this command in its settings. ' +
    'It reads the catalog, the store, drafts and studies; it changes nothing unless --write is given. It ends with its input.',
  examples: [
    { line: 'foedus mcp', note: 'reads alone: what to write into the settings of an assistant' },
    { line: 'foedus mcp --write --workspace ./study', note: 'may save drafts and studies into ./study' },
  ],
  flags: [
    { name: 'write', description: 'let it save drafts and studies' },
    { name: 'workspace', value: 'DIR', description: 'used as the .foedus/ folder; the nearest one upward when left out', complete: 'file' },
  ],
  run: async (input, { io, note }) => {
    const [{ loadCatalog }, { findWorkspace, withDrafts }, { storeFolder }, { serveAssistant }, { readConfig }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/workspace.ts'),
      import('../../app/store-folder.ts'),
      import('../../mcp/serve.ts'),
      import('../../app/config.ts'),
    ]);
    const named = input.flag('workspace');
    const catalog = withDrafts(loadCatalog(), findWorkspace(named ?? readConfig(io.cwd).workspace, io.cwd), note);
    await serveAssistant({
      catalog,
      workspace: storeFolder(named, io.cwd, io.env),
      today: io.today,
      write: input.on('write'),
      fault: (report) => io.stderr(`${report}\n`),
      stop: io.stop,
    });
    return undefined;
  },
});
