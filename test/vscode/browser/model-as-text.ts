import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { attempts, until, type Workbench } from '../workbench';
import { inWorkbench } from './in-workbench';

/** What a user does first: looks at the Problems, opens a model, hovers, picks targets, reads the report. */
export function modelAsText(vsix: string): Promise<void> {
  const scenario = async (workbench: Workbench, folder: string) => {
    await problemsOfUnopenedModel(workbench);
    await opensAsText(workbench);
    await squigglesAndProblems(workbench);
    await hoverOnOperator(workbench);
    await lenses(workbench);
    await outline(workbench);
    await targetPicker(workbench, folder);
    await report(workbench);
    await rulePage(workbench);
    await survivesReload(workbench);
    assert.equal(await workbench.notifications.count(), 0, 'nothing pops up');
  };
  return inWorkbench('model-as-text', vsix, scenario, 'en', true);
}

async function problemsOfUnopenedModel(workbench: Workbench): Promise<void> {
  await workbench.file('mixed.onnx').waitFor();
  await attempts(3, async () => {
    await workbench.page.keyboard.press('Control+Shift+M');
    await workbench.problem('Mystery odd').first().waitFor({ timeout: 10_000 });
  });
  await workbench.screenshot('1-problems-of-unopened-model');
}

async function opensAsText(workbench: Workbench): Promise<void> {
  await workbench.openModel('mixed.onnx');
  await until(async () => (await workbench.tab('mixed.onnx').count()) === 1);
}

async function squigglesAndProblems(workbench: Workbench): Promise<void> {
  await workbench.page.locator('.squiggly-error').first().waitFor();
  // Once on the lines, no longer on the file: each finding stands in the panel once.
  await until(async () => (await workbench.problem('[Ln 1, Col 1]').count()) === 0);
  await workbench.screenshot('2-text-view');
}

async function hoverOnOperator(workbench: Workbench): Promise<void> {
  const hover = workbench.page.locator('.monaco-hover:visible', { hasText: 'MACs' });
  await attempts(3, async () => {
    await workbench.line('[conv]').click();
    await workbench.page.locator('.monaco-editor.focused').waitFor({ timeout: 5000 });
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Control+K');
    await workbench.page.keyboard.press('Control+I');
    await hover.waitFor({ timeout: 5000 });
  });
  assert.match(await hover.innerText(), /float\[1,4,8,8\] c/);
  assert.match(await hover.innerText(), /910B2/);
  await workbench.screenshot('3-hover');
  await workbench.page.keyboard.press('Escape');
}

async function lenses(workbench: Workbench): Promise<void> {
  await workbench
    .lens(/\d+\/\d+ operators run/)
    .first()
    .waitFor();
  await workbench
    .lens(/Targets: /)
    .first()
    .waitFor();
}

async function outline(workbench: Workbench): Promise<void> {
  await attempts(3, async () => {
    await workbench.page.keyboard.press('Control+Shift+O');
    await workbench.quickPickRow('Mystery odd').waitFor({ timeout: 5000 });
  });
  await workbench.screenshot('4-outline');
  await workbench.page.keyboard.press('Escape');
}

async function targetPicker(workbench: Workbench, folder: string): Promise<void> {
  await workbench.statusItem(/SC11 FP300 \+1/).click();
  const row = workbench.quickPickRow('sophgo-bm1684x').first();
  await workbench.page.locator('.quick-input-widget .quick-input-box input').fill('bm1684x');
  await row.waitFor();
  await workbench.screenshot('5-target-picker');
  await row.click();
  await workbench.page.keyboard.press('Enter');
  await workbench.statusItem(/\+2/).waitFor();
  const settings = JSON.parse(readFileSync(path.join(folder, '.vscode', 'settings.json'), 'utf8'));
  assert.ok(settings['portolan.targets'].includes('sophgo-bm1684x'));
  await workbench
    .lens(/BM1684X: \d+\/\d+ /)
    .first()
    .waitFor();
}

async function report(workbench: Workbench): Promise<void> {
  await workbench.command('Portolan: Open Model Report');
  await previewWith(workbench, 'Operator types');
  await workbench.screenshot('6-report');
}

async function rulePage(workbench: Workbench): Promise<void> {
  await workbench.command('Portolan: Explain a Rule');
  const row = workbench.quickPickRow('onnx/unsupported-operator').first();
  // There are more rules than the list shows.
  await workbench.quickPickRow('llm/').first().waitFor();
  await workbench.page.locator('.quick-input-widget .quick-input-box input').fill('unsupported-operator');
  await row.click();
  await previewWith(workbench, 'What it does');
  await workbench.screenshot('7-rule-page');
}

/** The tabs of the last session come back with their text; until they are looked at, their models keep their findings. */
async function survivesReload(workbench: Workbench): Promise<void> {
  await workbench.page.reload();
  await workbench.problem('Mystery').first().waitFor();
  await workbench.tab('mixed.onnx').first().click();
  await workbench.line('ir_version').waitFor();
  await workbench
    .lens(/Targets: /)
    .first()
    .waitFor();
}

async function previewWith(workbench: Workbench, text: string): Promise<void> {
  const frame = workbench.page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('iframe#active-frame');
  await frame.getByText(text).first().waitFor();
}
