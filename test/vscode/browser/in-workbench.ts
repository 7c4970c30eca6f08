import { VSCodeServer } from '../vscode-server';
import { Workbench } from '../workbench';
import { inWorkspace } from '../workspace-folder';

/** Runs a scenario in a VS Code with the extension installed and a folder of models open; takes a picture if it fails. */
export async function inWorkbench(
  name: string,
  vsix: string,
  scenario: (workbench: Workbench, folder: string) => Promise<void>,
  language: 'en' | 'zh-cn' = 'en',
  /** The Problems panel shows a few lines: what others have to say would push a model's findings out of it. */
  onlyModels = false,
): Promise<void> {
  await inWorkspace(async (folder) => {
    const server = await VSCodeServer.start({ vsix: [vsix] });
    const workbench = await Workbench.open(language);
    try {
      await workbench.openFolder(server.url, folder);
      await scenario(workbench, folder);
    } catch (error) {
      await workbench.screenshot(`${name}-failure`);
      console.error(workbench.console.join('\n'));
      throw error;
    } finally {
      await workbench.close();
      await server.stop();
    }
  }, onlyModels);
}
