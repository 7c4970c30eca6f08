import {
  displayName,
  type FileStatus,
  type Localized,
  type Model,
  type Problem,
  type Tensor,
  type Workspace,
} from '../../model';
import { rangeProblems } from './data-range';
import { externalTensors } from './external-tensors';
import { goesUpAndDown, locationDefect, normalized } from './location';

/** Each tensor of a damaged model may have several problems. */
const mostProblems = 1000;

/**
 * What is wrong with the files in which a model's tensors lie. They are looked at, never opened: where they are, what
 * they are, how long they are. `modelPath` is the model's path in the workspace.
 */
export async function checkExternalData(model: Model, modelPath: string, workspace: Workspace): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [location, tensors] of byLocation(externalTensors(model))) {
    const first = tensors[0]!;
    const report = (severity: Problem['severity'], code: string, message: Localized, byteOffset = first.byteOffset) => {
      if (problems.length < mostProblems) {
        problems.push({ code: `onnx-external-data/${code}`, severity, message, byteOffset });
      }
    };
    const { what, whatZh } = described(location, tensors);
    const defect = locationDefect(location);
    let size: number | undefined;
    if (defect !== undefined) {
      report('error', defect.code, {
        en: `${what} is refused: ${defect.why.en}. It was not opened. Data must lie in the model's folder.`,
        zh: `${whatZh}被拒绝：${defect.why.zh}。该文件未被打开。数据必须位于模型所在的目录中。`,
      });
    } else {
      const found = await lookAt(location, modelPath, workspace);
      for (const { severity, code, en, zh } of found.remarks) {
        report(severity, code, { en: `${what} ${en}`, zh: `${whatZh}${zh}` });
      }
      size = found.size;
    }
    for (const tensor of tensors) {
      for (const { code, severity, message } of rangeProblems(tensor, size, `"${displayName(tensor.name)}"`)) {
        report(severity, code, message, tensor.byteOffset);
      }
    }
  }
  return problems;
}

/** Tensors without a location are {@link checkModel}'s business. */
function byLocation(tensors: readonly Tensor[]): Map<string, Tensor[]> {
  const groups = new Map<string, Tensor[]>();
  for (const tensor of tensors) {
    const location = tensor.external?.get('location');
    if (location === undefined) continue;
    const group = groups.get(location);
    if (group === undefined) groups.set(location, [tensor]);
    else group.push(tensor);
  }
  return groups;
}

function described(location: string, tensors: readonly Tensor[]): { readonly what: string; readonly whatZh: string } {
  const name = `"${displayName(tensors[0]!.name)}"`;
  const file = `"${displayName(location)}"`;
  const others = tensors.length - 1;
  return {
    what: `The external data ${file} of tensor ${name}${others > 0 ? ` and ${others} more` : ''}`,
    whatZh: `张量 ${name}${others > 0 ? `（及另外 ${others} 个张量）` : ''}的外部数据 ${file} `,
  };
}

interface Remark {
  readonly severity: Problem['severity'];
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

interface Found {
  readonly remarks: readonly Remark[];
  /** Bytes, where it is a file that may be used. */
  readonly size?: number | undefined;
}

async function lookAt(location: string, modelPath: string, workspace: Workspace): Promise<Found> {
  const folder = folderOf(modelPath);
  const path = joined(folder, normalized(location));
  const entry = await workspace.status(path);
  if (entry === undefined) {
    const remark = {
      severity: 'error',
      code: 'missing',
      en: "is not there: the weights are missing. Copy the file into the model's folder.",
      zh: '不存在：缺少权重文件。请将其复制到模型所在目录。',
    } as const;
    return { remarks: [remark] };
  }
  const real = await workspace.resolve(path);
  const realModel = await workspace.resolve(modelPath);
  const homes = [await workspace.resolve(folder === '' ? '.' : folder)];
  if (realModel !== undefined) homes.push(folderOf(realModel));
  if (real === undefined || !homes.some((home) => home !== undefined && isInside(real, home))) {
    const remark = {
      severity: 'error',
      code: 'symbolic-link-out',
      en: 'is refused: a symbolic link leads it out of the folder of the model. It was not opened.',
      zh: '被拒绝：符号链接将其指向模型目录之外。该文件未被打开。',
    } as const;
    return { remarks: [remark] };
  }
  const status = entry.kind === 'symlink' ? await workspace.status(real) : entry;
  return remarksOn(location, entry, status);
}

function remarksOn(location: string, entry: FileStatus, status: FileStatus | undefined): Found {
  const remarks: Remark[] = [];
  if (status?.kind !== 'file') {
    remarks.push({
      severity: 'error',
      code: 'not-a-file',
      en: 'is not a regular file. It was not opened.',
      zh: '不是普通文件。该文件未被打开。',
    });
    return { remarks };
  }
  if (entry.kind === 'symlink') {
    // The cache of the Hugging Face hub is made of such links: the model beside it is one too.
    remarks.push({
      severity: 'warning',
      code: 'symbolic-link',
      en: 'is a symbolic link; onnx.checker and ONNX refuse to load it, other loaders follow it.',
      zh: '是符号链接；onnx.checker 与 ONNX 拒绝加载，其他加载器会跟随链接。',
    });
  }
  if (goesUpAndDown(location)) {
    remarks.push({
      severity: 'warning',
      code: 'parent-inside',
      en: 'goes up with ".." and comes back into the folder; some loaders refuse it. Write the path without "..".',
      zh: '含有“..”后又回到目录之内；部分加载器会拒绝。请去掉路径中的“..”。',
    });
  }
  if (status.links !== undefined && status.links > 1) {
    remarks.push({
      severity: 'warning',
      code: 'hard-links',
      en: `has ${status.links} hard links: it is another file as well, and onnx.checker refuses it. Copy the file.`,
      zh: `有 ${status.links} 个硬链接：它同时也是另一个文件，onnx.checker 会拒绝。请复制该文件。`,
    });
  }
  return { remarks, size: status.size };
}

/** '' where the path has no folder. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === 0 ? '/' : path.slice(0, Math.max(0, slash));
}

function joined(folder: string, path: string): string {
  if (folder === '') return path;
  return folder.endsWith('/') ? `${folder}${path}` : `${folder}/${path}`;
}

function isInside(path: string, folder: string): boolean {
  if (folder === '') return !path.startsWith('/') && !path.startsWith('..');
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
