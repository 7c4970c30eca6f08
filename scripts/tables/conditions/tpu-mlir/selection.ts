import { type Entries, entry, onHost, refused, rewritten, silent, text } from '../entry';
import { cv18xx, dynamicSubnet, oneInput, threeInputs } from './shared';

export const selection: Entries = {
  NonMaxSuppression: [
    entry(
      '2 to 5 inputs',
      refused(
        'inputs',
        'count(inputs) < 2 or count(inputs) > 5',
        text('tpu-mlir imports it with 2 to 5 inputs.', 'tpu-mlir 支持 2～5 个输入。'),
      ),
    ),
    entry(
      'center_point_box is forced to 0',
      silent(
        'center-point-box',
        'attr.center_point_box == 1',
        text(
          'tpu-mlir takes center_point_box as 0: boxes are read as corners, not as centre and size.',
          'tpu-mlir 固定按 center_point_box=0 处理：框被当作角点而非中心与宽高。',
        ),
        text('Convert the boxes to corners before.', '请先将框转换为角点格式。'),
      ),
    ),
    entry(
      'runs in a dynamic subnet; CPU layer on BM1684',
      onHost(
        'host',
        "chip == 'bm1684'",
        text('On BM1684 it runs on the host CPU.', '在 BM1684 上于主机 CPU 执行。'),
        text('Leave it out of the model and run it in post-processing.', '请移出模型，放到后处理中执行。'),
        { kind: 'placement' },
      ),
      ...dynamicSubnet('NonMaxSuppression', 'true', "['bm1684']"),
    ),
  ],
  NonZero: [oneInput, entry(undefined, ...dynamicSubnet('NonZero'))],
  RoiAlign: [threeInputs, entry(undefined, ...dynamicSubnet('RoiAlign'))],
  TopK: [
    entry(
      'sorted is forced to True',
      rewritten(
        'sorted',
        'attr.sorted == 0',
        text('The output is sorted although the model does not ask for it.', '即使模型未要求，输出也会排序。'),
      ),
    ),
    entry(
      'TopK always runs in a dynamic (on-device firmware) subnet and in F32 on BM1684X/BM1690; CPU layer on SG2380; CPU layer on BM1684 and CV18xx',
      onHost(
        'host',
        `chip in ['bm1684', 'sg2380'] or chip in ${cv18xx}`,
        text(
          'On this chip TopK runs on the host CPU and splits the graph.',
          '在该芯片上 TopK 于主机 CPU 执行并切分计算图。',
        ),
        text('Leave it out of the model and run it in post-processing.', '请移出模型，放到后处理中执行。'),
        { kind: 'placement' },
      ),
      ...dynamicSubnet('TopK', 'true', `['bm1684', 'sg2380', ${cv18xx.slice(1)}`),
    ),
  ],
};
