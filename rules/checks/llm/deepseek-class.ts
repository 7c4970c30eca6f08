import type { CheckpointFacts } from '../../../core/model';

/** Whether vllm-tpu runs a model by its DeepSeek class (DeepSeek-V3, R1, Kimi-K2). */
export function runsDeepSeekClass({ config, model }: CheckpointFacts): boolean {
  const classes = config.texts('architectures');
  if (classes !== undefined && classes.length > 0) return classes.includes('DeepseekV3ForCausalLM');
  return model?.architecture === 'deepseek_v3' || model?.architecture === 'kimi_k2';
}
