import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deepseekR1 } from '../cli/deepseek-r1';
import { modelBytes } from '../server/language-session';
import { mixedModel, plainModel } from '../server/models';

/** A script with a fix for each kind, and something to keep. */
const trainingScript = `import torch
from torch import nn


class Net(nn.Module):
    def forward(self, x):
        return x.cuda()


y = torch.zeros(8)  # portolan: ignore[cuda-call] moved away
print(y.cuda())
`;

/** A folder of models, and of a script and a configuration unless they are in the way, for one run; gone after it. */
export async function inWorkspace(run: (folder: string) => Promise<void>, onlyModels = false): Promise<void> {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'portolan-models-')));
  try {
    writeFileSync(path.join(folder, 'mixed.onnx'), modelBytes(mixedModel));
    writeFileSync(path.join(folder, 'plain.onnx'), modelBytes(plainModel));
    if (!onlyModels) {
      writeFileSync(path.join(folder, 'config.json'), JSON.stringify(deepseekR1, undefined, 2));
      writeFileSync(path.join(folder, 'train.py'), trainingScript);
    }
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
