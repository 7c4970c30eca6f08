import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { foundByCommandLine, shownIn } from './command-line';
import { eventually, inFolder } from './surroundings';

const cell = (text: string) => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python');
const notebookFile = (sources: readonly string[]) =>
  JSON.stringify({
    cells: sources.map((source) => ({
      cell_type: 'code',
      execution_count: null,
      metadata: {},
      outputs: [],
      source: source.split(/(?<=\n)/),
    })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 4,
  });

/** However a document came to be what it is, the editor shows in it what the command line finds. */
export function defineSettledTests(): void {
  describe('Portolan and its command line agree', () => {
    before(async () => {
      await vscode.extensions.getExtension('portolan.portolan')!.activate();
    });
    afterEach(async () => {
      const settings = vscode.workspace.getConfiguration('portolan');
      for (const name of ['targets', 'shim', 'torch']) await settings.update(name, undefined);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('on a notebook whose cells are typed into, moved, deleted, and all of that undone and done again', async function () {
      this.timeout(120_000);
      const uri = inFolder('steps.ipynb');
      writeFileSync(uri.fsPath, notebookFile(['import torch\nx = torch.zeros(8)', 'y = x.cuda()', 'z = y.cuda()']));
      const notebook = await vscode.workspace.openNotebookDocument(uri);
      await vscode.window.showNotebookDocument(notebook);
      const shown = () => notebook.getCells().flatMap(({ document, index }) => shownIn(document.uri, index + 1));
      const agrees = async (what: string) => {
        await notebook.save();
        const wanted = foundByCommandLine(uri);
        await eventually(() => shown().join() === wanted.join()).catch(() => assert.deepEqual(shown(), wanted, what));
        return wanted;
      };
      const apply = async (change: (edit: vscode.WorkspaceEdit) => void) => {
        const edit = new vscode.WorkspaceEdit();
        change(edit);
        assert.ok(await vscode.workspace.applyEdit(edit));
      };
      const cells = (...edits: vscode.NotebookEdit[]) => apply((edit) => edit.set(uri, edits));
      assert.equal((await agrees('opened')).length, 2);
      const steps: Readonly<Record<string, () => Promise<void>>> = {
        'a cell inserted': () => cells(vscode.NotebookEdit.insertCells(1, [cell('w = torch.ones(8).cuda()')])),
        'a cell typed into': () =>
          apply((edit) =>
            edit.insert(notebook.cellAt(2).document.uri, new vscode.Position(0, 0), 'torch.cuda.init()\n'),
          ),
        'two cells deleted': () => cells(vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(1, 3))),
        'the import moved behind': () =>
          cells(
            vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1)),
            vscode.NotebookEdit.insertCells(2, [cell('import torch\nx = torch.zeros(8)')]),
          ),
      };
      for (const [what, step] of Object.entries(steps)) {
        await step();
        await agrees(what);
      }
      // What VS Code takes for one step, and how many it keeps, is its own affair.
      const changed = { undo: 0, redo: 0 };
      let before = shown().join();
      for (const command of ['undo', 'redo', 'undo', 'undo', 'redo', 'redo', 'undo', 'undo', 'undo'] as const) {
        await vscode.commands.executeCommand(command);
        const after = (await agrees(command)).join();
        if (after !== before) changed[command] += 1;
        before = after;
      }
      assert.ok(changed.undo > 1 && changed.redo > 0, JSON.stringify(changed));
    });

    it('on open scripts and notebooks when targets, the shim and the release are set and taken back', async function () {
      this.timeout(60_000);
      const script = inFolder('train.py');
      const uri = inFolder('settings.ipynb');
      writeFileSync(
        uri.fsPath,
        notebookFile(['import torch\nx = torch.zeros(8)', 'y = x.cuda()\ntorch.cuda.synchronize()']),
      );
      const notebook = await vscode.workspace.openNotebookDocument(uri);
      await vscode.window.showNotebookDocument(notebook);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(script));
      const inNotebook = () => notebook.getCells().flatMap(({ document, index }) => shownIn(document.uri, index + 1));
      const settings = () => vscode.workspace.getConfiguration('portolan');
      const counts = new Set<number>();
      const agree = async (what: string, ...options: string[]) => {
        for (const [shown, wanted] of [
          [() => shownIn(script), foundByCommandLine(script, ...options)],
          [inNotebook, foundByCommandLine(uri, ...options)],
        ] as const) {
          await eventually(() => shown().join() === wanted.join()).catch(() => assert.deepEqual(shown(), wanted, what));
          counts.add(wanted.length);
        }
      };
      await agree('as they were opened');
      await settings().update('targets', ['ascend-910b2']);
      await agree('one target', '--target', 'ascend-910b2');
      await settings().update('shim', 'transfer_to_npu');
      await agree('under the shim', '--target', 'ascend-910b2', '--shim', 'transfer_to_npu');
      await settings().update('torch', '2.6');
      await agree('a release', '--target', 'ascend-910b2', '--shim', 'transfer_to_npu', '--torch', '2.6');
      await settings().update('shim', undefined);
      await settings().update('torch', undefined);
      await agree('the shim taken back', '--target', 'ascend-910b2');
      await settings().update('targets', undefined);
      await agree('all taken back');
      assert.ok(counts.size > 2, 'the settings make a difference');
    });
  });
}
