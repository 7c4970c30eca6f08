import { attempts } from '../workbench';
import { inWorkbench } from './in-workbench';

/** Everything of ours in a Chinese VS Code; the workbench's own words stay English without its language pack. */
export function chinese(vsix: string): Promise<void> {
  return inWorkbench(
    'chinese',
    vsix,
    async (workbench) => {
      await workbench.openModel('mixed.onnx');
      await workbench
        .lens(/\d+\/\d+ 个算子可运行/)
        .first()
        .waitFor();
      await workbench.page.locator('.squiggly-error').first().waitFor();
      await attempts(3, async () => {
        await workbench.page.keyboard.press('Control+Shift+M');
        await workbench.problem('目标芯片').or(workbench.problem('算子')).first().waitFor({ timeout: 5000 });
      });
      await workbench.page.keyboard.press('F1');
      await workbench.page.locator('.quick-input-widget .quick-input-box input').fill('>Portolan');
      await workbench.quickPickRow('选择目标芯片').waitFor();
      await workbench.quickPickRow('打开模型报告').waitFor();
      await workbench.screenshot('8-chinese-palette');
      await workbench.page.keyboard.press('Escape');
      await workbench.command('Portolan: 打开模型报告');
      const frame = workbench.page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
      await frame.getByText('算子类型').first().waitFor();
      await workbench.screenshot('9-chinese-report');
    },
    'zh-cn',
  );
}
