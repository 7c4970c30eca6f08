import assert from 'node:assert/strict';
import { attempts, type Workbench } from '../workbench';
import { inWorkbench } from './in-workbench';

/** What a user does who asks how many cards a language model needs: opens its config.json, looks, opens the page. */
export function modelConfiguration(vsix: string): Promise<void> {
  return inWorkbench('model-configuration', vsix, async (workbench) => {
    await opensConfiguration(workbench);
    await hints(workbench);
    await hoverOnKey(workbench);
    await page(workbench);
  });
}

async function opensConfiguration(workbench: Workbench): Promise<void> {
  await workbench.statusItem('SC11 FP300').waitFor();
  await workbench.file('config.json').first().dblclick();
  await workbench.line('model_type').first().waitFor();
  const lens = workbench.lens(/SC11 FP300: fits on 8 devices/);
  await lens.first().waitFor();
  await workbench.page.locator('.squiggly-error').first().waitFor();
  await workbench.screenshot('1-configuration');
}

async function hints(workbench: Workbench): Promise<void> {
  await workbench.line('KV cache per token').first().waitFor();
}

async function hoverOnKey(workbench: Workbench): Promise<void> {
  const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'would cost' });
  await attempts(3, async () => {
    await workbench
      .line('num_hidden_layers')
      .first()
      .click({ position: { x: 40, y: 8 } });
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+I');
    await hover.waitFor({ timeout: 5000 });
  });
  assert.match(await hover.innerText(), /TPOT on SC11 FP300/);
  await workbench.screenshot('2-hover-on-key');
  await workbench.page.keyboard.press('Escape');
}

/** Webviews are frames in a frame. */
async function page(workbench: Workbench): Promise<void> {
  const frame = workbench.page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
  await attempts(3, async () => {
    await workbench
      .lens(/SC11 FP300: fits/)
      .first()
      .click();
    await frame.getByText('Memory per device').first().waitFor({ timeout: 10_000 });
  });
  assert.ok((await frame.locator('svg').count()) >= 4, 'charts of the page');
  await workbench.screenshot('3-page');
}
