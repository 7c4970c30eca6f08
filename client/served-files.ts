import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { type BaseLanguageClient, RequestType } from 'vscode-languageclient';
import type { Host } from './host';

/** Hardly anybody's YAML is about scripts; one that is open is looked at all the same. */
const scriptFiles =
  '**/{*.py,requirements*.txt,pyproject.toml,uv.lock,poetry.lock,Pipfile.lock,environment.yml,*.sh,Dockerfile*}';
const skippedFolders = '**/{node_modules,.git,__pycache__,site-packages,.venv,venv}/**';

/**
 * Answers the server's questions about files that it cannot open itself: all of them where it runs in a web worker, and
 * those of virtual file systems elsewhere. A file that is not there is null.
 */
export function serveFiles(client: BaseLanguageClient, host: Host): void {
  const answer = (method: string, ask: (uri: Uri) => Promise<object | string>) =>
    client.onRequest(new RequestType<{ uri: string }, object | string | null, void>(method), async ({ uri }) => {
      try {
        return await ask(Uri.parse(uri, true));
      } catch {
        return null;
      }
    });
  answer('portolan/readFile', (uri) => host.readFile(uri.toString()));
  answer('portolan/fileStatus', async (uri) => {
    const { type, size, mtime } = await workspace.fs.stat(uri);
    return { kind: kindOf(type), size, mtime };
  });
  answer('portolan/readDirectory', async (uri) => (await workspace.fs.readDirectory(uri)).map(([name]) => name));
  answer('portolan/findModels', async (uri) => {
    const wanted = new RelativePattern(uri, '**/{*.onnx,config.json,config_*.json}');
    const found = await workspace.findFiles(wanted, '**/{node_modules,.git}/**', 2000);
    return found.map(String);
  });
  answer('portolan/findScripts', async (uri) => {
    const found = await workspace.findFiles(new RelativePattern(uri, scriptFiles), skippedFolders, 2000);
    return found.map(String);
  });
}

function kindOf(type: FileType): 'file' | 'directory' | 'symlink' | 'other' {
  if ((type & FileType.SymbolicLink) !== 0) return 'symlink';
  if (type === FileType.File) return 'file';
  return type === FileType.Directory ? 'directory' : 'other';
}
