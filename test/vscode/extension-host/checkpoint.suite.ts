import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, inFolder } from './surroundings';

const config = () => inFolder('config.json');

export function defineCheckpointTests(): void {
  describe('a language model’s configuration', () => {
    before(async () => {
      await vscode.extensions.getExtension('portolan.portolan')!.activate();
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(config()));
    });
    after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

    it('has its findings on its keys', async () => {
      const diagnostic = await eventually(() =>
        vscode.languages.getDiagnostics(config()).find((each) => codeOf(each) === 'llm/unsupported-weights'),
      );
      const document = await vscode.workspace.openTextDocument(config());
      assert.equal(document.getText(diagnostic.range), '"fp8"');
    });

    it('answers lenses, hovers and hints', async () => {
      const document = await vscode.workspace.openTextDocument(config());
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        config(),
        10,
      );
      assert.ok(lenses.some(({ command }) => command?.command === 'portolan.openEstimate'));
      const position = document.positionAt(document.getText().indexOf('num_hidden_layers') + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        config(),
        position,
      );
      const texts = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
      assert.ok(
        texts.some((text) => /TPOT on/.test(text)),
        texts.join('\n'),
      );
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        config(),
        whole,
      );
      assert.ok(hints.length > 4);
    });

    it('opens its page in a panel', async () => {
      await vscode.commands.executeCommand('portolan.openEstimate', config().toString(), 'ascend-910b2');
      await eventually(() =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('portolan.estimate')),
      );
    });
  });
}
