import * as vscode from 'vscode';

/** Waits until `condition` gives something. */
export async function eventually<T>(condition: () => T | undefined | false): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const value = condition();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${condition}`);
}

/** A file of the open folder. */
export function inFolder(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}
