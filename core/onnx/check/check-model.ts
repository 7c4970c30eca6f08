import type { Integer, Model, Problem } from '../../model';
import { checkFunction } from './check-function';
import { checkGraph } from './check-graph';
import { Checking, type CheckOptions, quotedList } from './checking';
import { checkFunctionCalls } from './function-calls';
import { checkedOpsets } from './opsets';

/** The newest IR version that is known: that of ONNX 1.20 and later. */
const latestIrVersion = 14;

/**
 * Everything that onnx.checker would refuse in a model, and not only the first thing, each with its place. Files of
 * external data are not looked at here ({@link checkExternalData}), nor are types ({@link inferTypes}).
 */
export function checkModel(model: Model, options: CheckOptions = {}): Problem[] {
  const irVersion = model.irVersion ?? 0;
  const checking = new Checking(irVersion, options);
  checkVersion(checking, irVersion);
  if (model.repeatedMetadataKeys !== undefined) {
    const keys = quotedList(model.repeatedMetadataKeys.slice(0, 10));
    checking.error('repeated-metadata', {
      en: `The model's metadata has keys that appear more than once: ${keys}.`,
      zh: `模型元数据中有重复的键：${keys}。`,
    });
  }
  const opsets = new Map(checkedOpsets(checking, model.opsetImports, undefined));
  if (irVersion >= 3 && opsets.size === 0) {
    checking.error('missing-opset-import', {
      en: 'The model imports no opset: the versions of its operators are unknown. IR version 3 and later require it.',
      zh: '模型没有导入任何 opset：无法确定算子版本。IR 版本 3 及以后要求导入。',
    });
  }
  if (irVersion < 3 && irVersion !== 0) {
    if (opsets.size === 0) opsets.set('', 1);
    else {
      checking.error('early-opset-import', {
        en: `The model imports opsets, which IR version ${irVersion} does not have. Set ir_version to 3 or later.`,
        zh: `模型导入了 opset，而 IR 版本 ${irVersion} 没有该字段。请将 ir_version 设为 3 或更高。`,
      });
    }
  }
  if (model.graph === undefined) {
    checking.error('missing-graph', { en: 'The model has no graph.', zh: '模型没有计算图。' });
  } else checkGraph({ checking, opsets, isMainGraph: true }, model.graph, undefined);
  if (irVersion >= 8) checkFunctions(checking, model, opsets);
  return checking.finished();
}

function checkVersion(checking: Checking, irVersion: Integer): void {
  if (irVersion === 0) {
    checking.error('missing-ir-version', { en: 'The model has no ir_version.', zh: '模型没有 ir_version。' });
  } else if (irVersion > latestIrVersion) {
    checking.error('newer-ir-version', {
      en: `The model has ir_version ${irVersion}; the latest known is ${latestIrVersion}.`,
      zh: `模型的 ir_version 为 ${irVersion}；目前已知的最新版本是 ${latestIrVersion}。`,
    });
  }
}

function checkFunctions(checking: Checking, model: Model, opsets: ReadonlyMap<string, Integer>): void {
  // A domain that only functions import has the version of the first of them.
  const allOpsets = new Map(opsets);
  for (const { opsetImports } of model.functions) {
    for (const { domain, version } of opsetImports) if (!allOpsets.has(domain)) allOpsets.set(domain, version);
  }
  checkFunctionCalls(checking, model.functions);
  for (const fn of model.functions) checkFunction(checking, fn, allOpsets);
}
