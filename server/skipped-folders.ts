import type { WorkspaceFolder } from 'vscode-languageserver';
import { normal } from './model-uri';

/** Folders in which nobody keeps models or scripts of their own. */
const skipped = /^(node_modules|site-packages|__pycache__|\..+)$/;

export function isSkippedFolder(name: string): boolean {
  return skipped.test(name);
}

/** Whether a file of a folder of the workspace stands in one that is passed over when the workspace is listed. */
export function isBelowSkipped(uri: string, folders: readonly WorkspaceFolder[]): boolean {
  const file = normal(uri);
  const above = folders.map((one) => `${normal(one.uri).replace(/\/$/, '')}/`).find((one) => file.startsWith(one));
  if (above === undefined) return false;
  return file.slice(above.length).split('/').slice(0, -1).map(decodeURIComponent).some(isSkippedFolder);
}
