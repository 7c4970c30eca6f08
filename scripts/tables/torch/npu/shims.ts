import type { Shim } from '../../../../core/model';
import { readFacts } from '../../facts';
import { msfmktransplt, text, torchNpu } from '../evidence';

const source = torchNpu('torch_npu/contrib/transfer_to_npu.py');
const readme = msfmktransplt('msfmktransplt/README.md');

export function npuShims(): Record<string, Shim> {
  const patched = readFacts('ascend/migration.json').transfer_to_npu.run_time_patched as Record<string, string[]>;
  return {
    transfer_to_npu: {
      enable: text(
        'import torch_npu and from torch_npu.contrib import transfer_to_npu on the first lines of the entry script, or TORCH_TRANSFER_TO_NPU=1',
        '在入口脚本开头加入 import torch_npu 和 from torch_npu.contrib import transfer_to_npu，或设置 TORCH_TRANSFER_TO_NPU=1',
      ),
      switches: [
        { imports: ['torch_npu.contrib.transfer_to_npu'] },
        { imports: ['torch_npu'], variable: { name: 'TORCH_TRANSFER_TO_NPU', values: ['1'] } },
      ],
      patches: [
        ...patched.torch!.map((name) => `torch.${name}`),
        ...patched.tensor!.map((name) => `torch.Tensor.${name}`),
        ...patched.module!.map((name) => `torch.nn.Module.${name}`),
        'torch.cuda.*',
        'torch.Tensor.cuda',
        'torch.nn.Module.cuda',
        'torch.Tensor.is_cuda',
        'torch.Generator',
        'torch.Event',
        'torch.autocast',
        'torch.amp.autocast',
        'torch.distributed.init_process_group',
        'torch.distributed.new_group',
        'torch.distributed.is_nccl_available',
        'torch.distributed.ProcessGroupNCCL',
        'torch.distributed.device_mesh.DeviceMesh',
        'torch.distributed.device_mesh.init_device_mesh',
        'torch.distributed.fsdp.FullyShardedDataParallel',
        'torch.nn.parallel.DistributedDataParallel',
        'torch.profiler.profile',
        'torch.profiler.schedule',
        'torch.profiler.tensorboard_trace_handler',
        'torch.profiler.ProfilerActivity.CUDA',
        'torch.fft.fftfreq',
        'torch.fft.rfftfreq',
      ],
      deviceArguments: [...patched.device_kwargs!, 'device_ids'],
      leaves: [
        'device-compare',
        'distributed-compare',
        'visible-devices',
        'channels-last',
        'device-ids',
        'apex',
        'triton-kernel',
        'cuda-extension',
        'cuda-library',
        'cuda-backends',
        'pin-memory',
        'device-choices',
      ],
      breaks: [
        {
          id: 'jit-script',
          apis: ['torch.jit.script', 'torch.jit.script_method'],
          message: text(
            'transfer_to_npu makes torch.jit.script return its argument as it is: nothing is compiled.',
            'transfer_to_npu 会让 torch.jit.script 原样返回其参数：不会进行任何编译。',
          ),
          evidence: source,
        },
        {
          id: 'has-triton',
          apis: ['torch.utils._triton.has_triton'],
          message: text(
            'transfer_to_npu makes has_triton() answer False: paths of torch.compile that use Triton are skipped.',
            'transfer_to_npu 会让 has_triton() 返回 False：torch.compile 中依赖 Triton 的路径会被跳过。',
          ),
          evidence: source,
        },
        {
          id: 'double-tensor',
          apis: ['torch.cuda.DoubleTensor'],
          message: text(
            'transfer_to_npu turns torch.cuda.DoubleTensor into torch.npu.FloatTensor: double precision is lost silently.',
            'transfer_to_npu 会把 torch.cuda.DoubleTensor 变为 torch.npu.FloatTensor：双精度被静默降为单精度。',
          ),
          evidence: source,
        },
        {
          id: 'nccl-compare',
          apis: ['torch.distributed.get_backend'],
          message: text(
            'Under transfer_to_npu the backend is called "hccl": comparisons with "nccl" are false.',
            '启用 transfer_to_npu 后后端名为 "hccl"：与 "nccl" 的比较结果为假。',
          ),
          evidence: readme,
        },
        {
          id: 'capability',
          apis: ['torch.cuda.get_device_capability'],
          message: text(
            'Under transfer_to_npu it returns None unless TORCH_NPU_DEVICE_CAPABILITY is set: it is equal to no tuple, and >= (8, 0) raises TypeError.',
            '启用 transfer_to_npu 后它返回 None（除非设置 TORCH_NPU_DEVICE_CAPABILITY）：它不等于任何元组，>= (8, 0) 之类的比较会抛出 TypeError。',
          ),
          evidence: readme,
        },
        {
          id: 'properties',
          apis: ['torch.cuda.get_device_properties'],
          message: text(
            'Under transfer_to_npu it describes the NPU: major, minor and multi_processor_count are absent, and reading them raises AttributeError.',
            '启用 transfer_to_npu 后它描述的是 NPU：没有 major、minor、multi_processor_count，读取它们会抛出 AttributeError。',
          ),
          evidence: readme,
        },
        {
          id: 'device-object',
          apis: ['torch.device'],
          message: text(
            'transfer_to_npu leaves torch.device as it is: an object made from "cuda" keeps the type "cuda" while the tensors made with it are on "npu".',
            'transfer_to_npu 不替换 torch.device：由 "cuda" 构造的对象类型仍为 "cuda"，而用它创建的张量在 "npu" 上。',
          ),
          evidence: source,
        },
        {
          id: 'channels-last',
          apis: ['torch.channels_last'],
          message: text(
            'Migration by transfer_to_npu does not support memory_format=torch.channels_last.',
            '自动迁移（transfer_to_npu）不支持 memory_format=torch.channels_last。',
          ),
          evidence: readme,
        },
      ],
      evidence: source,
    },
  };
}
