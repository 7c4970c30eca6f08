import { type ArgumentFact, areAtLeast, type CallFact, type ScriptRule } from '../../../../core/model';
import { callsNamed, callsWithKeyword, matches, namesLike } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** PyTorch takes an integer for the current accelerator's device since this release; before, for CUDA's. */
const since = '2.6';
const evidence = [
  { source: 'pytorch/pytorch', version: 'v2.6.0', where: 'torch/csrc/utils/python_arg_parser.h, deviceFromLong' },
];
const before = [
  { source: 'Ascend/pytorch', version: 'issue 16', where: 'x.to(3): Torch not compiled with CUDA enabled' },
];

/** A device that is given by its number alone: `x.to(0)`, `device=0`. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/integer-device',
  severity: 'hint',
  coveredByGuard: true,
  title: { en: 'A device is given by its number', zh: '仅用编号指定设备' },
  documentation: { en, zh },
  check({ facts, target, table, shim, shimTable, torchReleases, report }) {
    const isOld = areAtLeast(torchReleases, since) === false;
    // Who writes for any accelerator means the current one.
    if (shim === 'torch.accelerator' && !isOld) return;
    for (const call of new Set([...callsNamed(facts, takesDeviceFirst), ...callsWithKeyword(facts, 'device')])) {
      const argument = deviceNumber(call);
      if (
        argument === undefined ||
        !isOfTorch(call.name) ||
        (shimTable !== undefined && table.isPatched(shimTable, call.name))
      )
        continue;
      const number = String(argument.value.constant);
      const { type, module } = table.device;
      report({
        at: call,
        span: argument.valueSpan,
        severity: isOld ? 'warning' : 'hint',
        verdict: isOld ? 'limited' : undefined,
        message: isOld
          ? {
              en: `Before PyTorch ${since} the device ${number} may mean CUDA's: on ${target.id} it then raises "Torch not compiled with CUDA enabled".`,
              zh: `在 PyTorch ${since} 之前，设备 ${number} 可能被视为 CUDA 设备：在 ${target.id} 上会抛出 “Torch not compiled with CUDA enabled”。`,
            }
          : {
              en: `The device ${number} is ${type}:${number} on ${target.id}, once ${module} is loaded: since PyTorch ${since} a number means the current accelerator.`,
              zh: `加载 ${module} 后，设备 ${number} 在 ${target.id} 上即 ${type}:${number}：自 PyTorch ${since} 起，编号表示当前加速器的设备。`,
            },
        advice: {
          en: `Say which device is meant: torch.device("${type}", ${number}), or a device that is chosen once.`,
          zh: `请写明设备：torch.device("${type}", ${number})，或使用统一选定的设备。`,
        },
        evidence: isOld ? before : evidence,
      });
    }
  },
};

/** The argument that is a number where PyTorch wants a device. */
function deviceNumber({ name, arguments: passed }: CallFact): ArgumentFact | undefined {
  const [first] = passed;
  if (first && !first.keyword && takesDeviceFirst(name) && isNumber(first)) return first;
  for (const argument of passed) if (argument.keyword === 'device') return isNumber(argument) ? argument : undefined;
  return undefined;
}

const isNumber = ({ value }: ArgumentFact) => value.kind === 'int' && typeof value.constant === 'number';
const isOfTorch = matches(/^torch\.(?!(cuda|npu|tpu|accelerator|distributed)\.)/);
const takesDeviceFirst = namesLike(/^torch\.(Tensor\.to|nn\.Module\.to|device|set_default_device)$/);
