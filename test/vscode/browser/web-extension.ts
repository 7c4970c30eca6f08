import { inWorkbench } from './in-workbench';

/** The extension as in vscode.dev: its client and the language server in web workers, files read through VS Code. */
export function webExtension(vsix: string): Promise<void> {
  return inWorkbench('web-extension', vsix, async (workbench) => {
    await workbench.openModel('mixed.onnx');
    await workbench.page.locator('.squiggly-error').first().waitFor();
    await workbench
      .lens(/\d+\/\d+ operators run/)
      .first()
      .waitFor();
    await workbench.statusItem(/SC11 FP300/).waitFor();
    await workbench.screenshot('10-web-extension');
  });
}
