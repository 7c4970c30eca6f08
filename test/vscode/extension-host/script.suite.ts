import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, eventually, inFolder } from './surroundings';

const call = 'torch/cuda-call';
const uri = () => inFolder('train.py');
const found = () => vscode.languages.getDiagnostics(uri()).filter((each) => codeOf(each) === call);

export function defineScriptTests(): void {
  describe('Portolan on Python', () => {
    before(async () => {
      await vscode.extensions.getExtension('portolan.portolan')!.activate();
    });
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    async function open(): Promise<vscode.TextEditor> {
      const document = await vscode.workspace.openTextDocument(uri());
      return vscode.window.showTextDocument(document);
    }

    it('lists the findings of a script that was never opened', async () => {
      await eventually(() => found().length > 0);
    });

    it('finds on the character, and follows what is typed', async () => {
      const editor = await open();
      const { document } = editor;
      const [first] = await eventually(() => (found().length === 2 ? found() : undefined));
      assert.equal(document.getText(first!.range), 'cuda');
      await editor.edit((builder) => builder.replace(first!.range, 'cpu'));
      await eventually(() => found().length === 1);
    });

    it('hovers a name of PyTorch, and says what is left above the file and its modules', async () => {
      const { document } = await open();
      const position = document.positionAt(document.getText().indexOf('zeros'));
      const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri(),
        position,
      );
      assert.match((hover!.contents[0] as vscode.MarkdownString).value, /torch\.zeros[\s\S]*torch-npu/);
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri(),
        20,
      );
      assert.ok(lenses.some(({ command }) => command?.title.includes('in this module')));
    });

    it('offers fixes, a suppression, and all safe fixes at once', async () => {
      const { document } = await open();
      const [first] = await eventually(() => (found().length === 2 ? found() : undefined));
      const ask = (kind?: string) =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri(),
          first!.range,
          kind,
        );
      const titles = (await ask()).map(({ title }) => title);
      assert.ok(
        titles.some((title) => title.endsWith('[review]')),
        titles.join('\n'),
      );
      assert.ok(
        titles.some((title) => title.startsWith(`Keep ${call} back`)),
        titles.join('\n'),
      );
      const [all] = await ask('source.fixAll.portolan');
      await vscode.workspace.applyEdit(all!.edit!);
      assert.doesNotMatch(document.getText(), /portolan: ignore/);
      assert.match(document.getText(), /y\.cuda\(\)/);
    });
  });
}
