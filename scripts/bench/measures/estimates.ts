import { readFileSync } from 'node:fs';
import path from 'node:path';
import { estimate, estimatesFor, tensorPlan } from '../../../core/estimate';
import { readModelDescription } from '../../../core/llm';
import { findTarget } from '../../../core/targets';
import { median, milliseconds, type Row } from '../row';

/** Milliseconds of processor time that `run` takes in this process: a busy machine does not lengthen them. */
function processorTime(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** DeepSeek-R1 on 910B: one estimate, and as many as a wide sweep makes. */
export function estimateRows(): Row[] {
  const file = path.join(process.cwd(), '..', 'shared', 'facts', 'llm', 'models.json');
  const models = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { config: unknown }>;
  const model = readModelDescription(JSON.stringify(models['deepseek-ai/DeepSeek-R1']?.config)).description;
  const target = findTarget('ascend-910b2');
  if (model === undefined || target === undefined) return [];
  const request = { model, target, prompt: 1024, output: 1024, concurrency: 16 };
  const first = processorTime(() => estimate({ ...request, plan: tensorPlan(16) }));
  let plans = 0;
  const sweep = processorTime(() => {
    while (plans < 10_000) plans += estimatesFor(request, 64, {}).length;
  });
  const one = median(
    Array.from({ length: 50 }, () => processorTime(() => estimate({ ...request, plan: tensorPlan(16) }))),
  );
  return [
    { what: 'One estimate', bar: '≤ 5 ms', measured: milliseconds(one), met: one <= 5 },
    { what: '… the first of a process, which reads the tables', measured: milliseconds(first) },
    { what: `A sweep of ${plans} plans`, bar: '≤ 2 s', measured: milliseconds(sweep), met: sweep <= 2000 },
  ];
}
