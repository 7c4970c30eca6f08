import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
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

    it('follows a folder that is moved, and one that is deleted, by another program', async () => {
      const countIn = (name: string) => vscode.languages.getDiagnostics(inFolder(name)).length;
      const [before, after] = ['before', 'after'].map((name) => inFolder(name).fsPath) as [string, string];
      mkdirSync(before);
      copyFileSync(uri().fsPath, path.join(before, 'train.py'));
      await eventually(() => countIn('before/train.py') > 0);
      renameSync(before, after);
      await eventually(() => countIn('after/train.py') > 0 && countIn('before/train.py') === 0);
      rmSync(after, { recursive: true });
      await eventually(() => countIn('after/train.py') === 0);
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

    it('lists what a lens counts, and goes to the finding that is chosen', async () => {
      const editor = await open();
      await eventually(() => found().length === 2);
      const listed = vscode.commands.executeCommand('portolan.showFindings', { uri: uri().toString() });
      for (let tries = 0; tries < 50 && editor.selection.isEmpty; tries += 1) {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await listed;
      assert.equal(editor.document.getText(editor.selection), 'cuda');
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      const last = editor.document.lineCount - 2;
      // The only one on its line.
      const range = { start: { line: last, character: 0 }, end: { line: last + 1, character: 0 } };
      await vscode.commands.executeCommand('portolan.showFindings', { uri: uri().toString(), range });
      assert.equal(editor.selection.start.line, last);
    });

    it('shows the page of a rule that a comment names, and not the source of the page', async () => {
      await open();
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri());
      const targets = links.map(({ target }) => target?.toString(true));
      assert.deepEqual(targets, [`command:portolan.explainRule?["${call}"]`]);
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
