import type { CallFact, Evidence, ScriptRule, ScriptRuleContext } from '../../../../core/model';
import { callsNamed, namesLike } from '../../scripts/named-facts';
import en from './en.md';
import zh from './zh-cn.md';

/** Its scatter and gather are functions of torch._C that builds with CUDA have. */
const ofCommunication: readonly Evidence[] = [
  { source: 'pytorch/pytorch', version: 'v2.8.0', where: 'torch/nn/parallel/comm.py' },
];

/** torch.nn.DataParallel: one process that spreads a batch over several CUDA devices. */
export const rule: ScriptRule = {
  input: 'script',
  code: 'torch/device-ids',
  severity: 'error',
  coveredByGuard: true,
  title: { en: 'DataParallel', zh: 'DataParallel 多卡' },
  documentation: { en, zh },
  check(context) {
    for (const call of callsNamed(context.facts, isParallel)) {
      reportParallel(call, context);
    }
  },
};

function reportParallel(call: CallFact, { target, table, torch, report }: ScriptRuleContext): void {
  const row = table.inRelease('torch.nn.DataParallel', torch);
  const isRefused = row?.supported === false;
  report({
    at: call,
    span: call.calleeSpan,
    severity: isRefused ? 'error' : 'information',
    verdict: isRefused ? 'unsupported' : 'unknown',
    message: isRefused
      ? {
          en: `DataParallel is not supported on ${target.id}: the vendor's tables of every release say so.`,
          zh: `${target.id} 不支持 DataParallel：厂商各版本的支持列表均如此标注。`,
        }
      : {
          en: `DataParallel spreads a batch by functions of CUDA; no source says that they exist for ${target.id}.`,
          zh: `DataParallel 依赖 CUDA 的通信函数切分批次；没有资料表明 ${target.id} 具备这些函数。`,
        },
    advice: {
      en: `Run one process for each device by torch.nn.parallel.DistributedDataParallel with the ${table.device.backend} backend.`,
      zh: `改用 torch.nn.parallel.DistributedDataParallel（${table.device.backend} 后端），每个设备一个进程。`,
    },
    evidence: isRefused ? row.evidence : ofCommunication,
  });
}

const isParallel = namesLike(/^torch\.nn\.(parallel\.)?(DataParallel|data_parallel(\.data_parallel)?)$/);
