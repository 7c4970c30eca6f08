import { URI } from 'vscode-uri';

/** Whether a file is called like a model's configuration; whether it is one, its text says. */
export function isConfigurationName(uri: string): boolean {
  const { scheme, path } = URI.parse(uri);
  return !scheme.startsWith('portolan-') && /\/config(_[\w.]+)?\.json$/.test(path);
}
