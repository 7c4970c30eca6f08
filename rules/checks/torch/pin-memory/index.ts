import {
  type ArgumentFact,
  areAtLeast,
  type CallFact,
  type Evidence,
  type ScriptRule,
  type ScriptRuleContext,
} from '../../../../core/model';
import { replacement, textOf } from '../../scripts/edits';
import { callsNamed, callsWithKeyword, namesLike } from '../../scripts/named-facts';
import { releaseName } from '../../scripts/releases';
import en from './en.md';
import zh from './zh-cn.md';

/** Before this release DataLoader pins memory only where there is CUDA, unless a device is named. */
const anyAccelerator = '2.7';
const ofLoader = (version: string): Evidence[] => [
  { source: 'pytorch/pytorch', version, where: 'torch/utils/data/dataloader.py, _BaseDataLoaderIter' },
];
/** torch_tpu registers hooks that do not define the allocator of pinned memory, for which PyTorch's own raise. */
const noPinning: readonly Evidence[] = [
  { source: 'sophgo/torch-tpu', version: 'fe9b478bf1d6', where: 'torch_tpu/csrc/core/TPUHooksInterface.h' },
  {
    source: 'pytorch/pytorch',
    version: 'v2.8.0',
    where: 'aten/src/ATen/detail/PrivateUse1HooksInterface.h, getPinnedMemoryAllocator',
  },
];

/** Pinned host memory: what DataLoader and tensors do with it on the target. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/pin-memory',
  severity: 'warning',
  coveredByGuard: true,
  title: { en: 'Pinned memory', zh: '锁页内存' },
  documentation: { en, zh },
  check(context) {
    const { facts } = context;
    for (const call of new Set([...callsNamed(facts, pins), ...callsWithKeyword(facts, 'pin_memory')])) {
      const isLoader = call.name === 'torch.utils.data.DataLoader';
      const device = isLoader ? call.arguments.find(({ keyword }) => keyword === 'pin_memory_device') : undefined;
      if (device !== undefined && /^cuda\b/.test(String(device.value.constant))) reportDevice(call, device, context);
      else if (context.table.route === 'torch-tpu') reportRefused(call, context);
      else if (isLoader && device === undefined) reportSkipped(call, context);
    }
  },
};

function pinned(call: CallFact): ArgumentFact | undefined {
  return call.arguments.find(({ keyword, value }) => keyword === 'pin_memory' && value.constant === true);
}

/** `pin_memory_device="cuda"`: no shim translates it. */
function reportDevice(
  call: CallFact,
  argument: ArgumentFact,
  { facts, target, table, report }: ScriptRuleContext,
): void {
  const { type, evidence } = table.device;
  const literal = textOf(facts, argument.valueSpan);
  report({
    at: call,
    span: argument.valueSpan,
    severity: 'error',
    verdict: 'unsupported',
    message: {
      en: `pin_memory_device=${literal} names a device that ${target.id} does not have; no shim translates this argument.`,
      zh: `pin_memory_device=${literal} 指定的设备在 ${target.id} 上不存在；适配层不会转换该参数。`,
    },
    advice: {
      en: `Leave it out (PyTorch ${anyAccelerator} and later take the current accelerator), or write "${type}".`,
      zh: `去掉该参数（PyTorch ${anyAccelerator} 及以上会使用当前加速器），或改为 "${type}"。`,
    },
    evidence: [...evidence, ...ofLoader('v2.8.0')],
    fixes: [
      {
        kind: 'review',
        title: { en: `Write "${type}"`, zh: `改为 "${type}"` },
        edits: [replacement(argument.valueSpan, literal.replace('cuda', type))],
      },
    ],
  });
}

/** On the TPU nothing can be pinned, and asking for it raises. */
function reportRefused(call: CallFact, { target, table, shimTable, report }: ScriptRuleContext): void {
  const isMethod = /^(torch\.Tensor|\?)\.pin_memory$/.test(call.name);
  const argument = isMethod ? undefined : /^torch\./.test(call.name) ? pinned(call) : undefined;
  if (!isMethod && argument === undefined) return;
  // The adaptor makes pin_memory() a copy to the same device, which DataLoader calls too.
  const isLoader = call.name === 'torch.utils.data.DataLoader';
  if (shimTable !== undefined && (isMethod || isLoader) && table.isPatched(shimTable, 'torch.Tensor.pin_memory'))
    return;
  report({
    at: call,
    span: argument?.span ?? call.nameSpan,
    severity: 'error',
    verdict: 'unsupported',
    message: {
      en: `torch_tpu has no pinned memory: ${isLoader ? 'the first batch of the loader' : 'the call'} raises on ${target.id}.`,
      zh: `torch_tpu 不支持锁页内存：在 ${target.id} 上${isLoader ? '读取首个批次时' : '该调用'}会抛出异常。`,
    },
    advice: { en: 'Do not pin memory on this device.', zh: '在该设备上不要使用锁页内存。' },
    evidence: noPinning,
    fixes:
      argument === undefined
        ? []
        : [
            {
              kind: 'review',
              title: { en: 'Do not pin memory', zh: '不使用锁页内存' },
              edits: [replacement(argument.valueSpan, 'False')],
            },
          ],
  });
}

/** On Ascend an older DataLoader passes over pin_memory=True. */
function reportSkipped(call: CallFact, context: ScriptRuleContext): void {
  const { target, table, torch, torchReleases, shimTable, report } = context;
  const argument = pinned(call);
  if (argument === undefined || areAtLeast(torchReleases, anyAccelerator) !== false) return;
  // The shim makes torch.cuda.is_available() true, which is what DataLoader asks.
  if (shimTable !== undefined && table.isPatched(shimTable, 'torch.cuda.is_available')) return;
  const { type } = table.device;
  const { end } = argument.span;
  const release = releaseName(context, torch);
  report({
    at: call,
    span: argument.span,
    severity: 'warning',
    verdict: 'slow',
    message: {
      en: `DataLoader of ${release.en} pins memory for CUDA only: on ${target.id} pin_memory=True does nothing, and copies to the device are slower.`,
      zh: `${release.zh} 的 DataLoader 只为 CUDA 使用锁页内存：在 ${target.id} 上 pin_memory=True 不起作用，数据拷贝到设备较慢。`,
    },
    advice: { en: `Name the device: pin_memory_device="${type}".`, zh: `请指定设备：pin_memory_device="${type}"。` },
    evidence: ofLoader('v2.6.0'),
    fixes: [
      {
        kind: 'review',
        title: { en: `Add pin_memory_device="${type}"`, zh: `加入 pin_memory_device="${type}"` },
        edits: [replacement({ start: end, end }, `, pin_memory_device="${type}"`)],
      },
    ],
  });
}

/** What pins by itself; anything of PyTorch's may take the argument `pin_memory`. */
const pins = namesLike(/^torch\.utils\.data\.DataLoader$|^(torch\.Tensor|\?)\.pin_memory$/);
