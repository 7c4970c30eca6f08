import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { clientFiles } from './host/client-files';
import { nodeFiles } from './host/node-files';
import { keepHeapSmall } from './host/small-heap';
import { serve } from './serve';

keepHeapSmall();

/** The language server as a Node process: `node server.cjs --stdio` or `--node-ipc`. */
const connection = createConnection(ProposedFeatures.all);
const guard = serve(connection, {
  files: (open, clientServesFiles) => (uri) => {
    if (URI.parse(uri).scheme === 'file') return nodeFiles;
    return clientServesFiles ? clientFiles(open, uri) : undefined;
  },
});
process.on('uncaughtException', (error) => guard.report('uncaught', error));
process.on('unhandledRejection', (error) => guard.report('unhandled', error));
