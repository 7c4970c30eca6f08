import { type Uri, window, workspace } from 'vscode';
import { modelOf, textScheme } from './model-uri';

/** What settings are asked for: the model that is shown, else the first folder. */
export function currentResource(): Uri | undefined {
  const shown = window.activeTextEditor?.document.uri;
  if (shown?.scheme === textScheme) return modelOf(shown);
  return shown !== undefined && workspace.getWorkspaceFolder(shown) !== undefined
    ? shown
    : workspace.workspaceFolders?.[0]?.uri;
}
