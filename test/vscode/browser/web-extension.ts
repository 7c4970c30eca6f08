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
    await workbench.file('config.json').first().dblclick();
    const lens = workbench.lens(/SC11 FP300: fits on 8 devices/).first();
    await lens.waitFor();
    await lens.click();
    const frame = workbench.page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
    await frame.getByText('Memory per device').first().waitFor();
  });
}
