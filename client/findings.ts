import { commands } from 'vscode';

/** Shows the Problems panel, where the findings are. */
export async function showFindings(): Promise<void> {
  await commands.executeCommand('workbench.actions.view.problems');
}
