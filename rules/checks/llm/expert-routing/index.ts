import type { CheckpointRule } from '../../../../core/model';
import { vllmTpu } from '../../sources';
import { runsDeepSeekClass } from '../deepseek-class';
import { placeOf } from '../place';
import en from './en.md';
import zh from './zh-cn.md';

/** Experts that the route's software chooses by another formula than the model was trained with. */
export const rule: CheckpointRule = {
  input: 'checkpoint',
  code: 'llm/expert-routing',
  severity: 'silent',
  title: { en: 'Experts chosen by another formula', zh: '专家选择公式与模型不一致' },
  documentation: { en, zh },
  check({ facts, route, report }) {
    if (route !== 'vllm-tpu' || !runsDeepSeekClass(facts)) return;
    const { config } = facts;
    const score = config.text('scoring_func') ?? config.text('score_func');
    if (score !== undefined && score !== 'sigmoid') {
      report({
        message: {
          en: `vllm-tpu's DeepSeek model scores experts by sigmoid alone: ${score} stops it with NotImplementedError.`,
          zh: `vllm-tpu 的 DeepSeek 模型只支持 sigmoid 打分：${score} 会抛出 NotImplementedError。`,
        },
        evidence: [vllmTpu('vllm_tpu/models/soph_deepseek_v3.py:463-467')],
        verdict: 'unsupported',
        severity: 'error',
        span: placeOf(facts, 'scoring_func', 'score_func'),
      });
    }
    const mixture = facts.model?.layers.find(({ feedForward }) => feedForward.kind === 'mixture')?.feedForward;
    if (mixture?.kind !== 'mixture' || !mixture.routerBias) return;
    report({
      message: {
        en: 'vllm-tpu skips the correction bias of the router (e_score_correction_bias) when it loads this model, and takes the top k of the plain sigmoid scores: tokens go to other experts than in the original model.',
        zh: 'vllm-tpu 加载该模型时会跳过路由的修正偏置（e_score_correction_bias），直接对 sigmoid 得分取 top-k：token 被分配到的专家与原模型不同。',
      },
      advice: {
        en: 'Compare answers with those of the original model before you rely on them. torch-tpu has the right operator (my_ops.noaux_tc_topk); the model file would have to call it.',
        zh: '投入使用前请与原模型的输出对比。torch-tpu 已有正确的算子（my_ops.noaux_tc_topk），但需要修改模型文件来调用。',
      },
      evidence: [
        vllmTpu('vllm_tpu/models/soph_deepseek_v3.py:470-474: torch.topk on the scores'),
        vllmTpu('vllm_tpu/models/soph_deepseek_v3.py:908: e_score_correction_bias is skipped'),
        { source: 'sophgo/torch-tpu', version: 'fe9b478b', where: 'my_ops/NoauxTcTopk.cpp' },
      ],
      verdict: 'silent',
      span: placeOf(facts, 'topk_method', 'n_routed_experts'),
    });
  },
};
