import { isModelText } from '../../core/lint';
import { configurationOf } from '../estimate/configuration';
import { estimateGraph } from '../estimate/graph';
import { estimateServing } from '../estimate/serving';
import { estimateOfTraining } from '../estimate/training';
import type { ExitCode } from '../host';
import type { Session } from '../session';
import { UsageError } from '../usage-error';

/** `portolan estimate CONFIG|MODEL --target T`: 1 where the model does not fit. */
export async function execute(session: Session): Promise<ExitCode> {
  const [operand, ...more] = session.given.operands;
  if (operand === undefined || more.length > 0) {
    throw new UsageError({
      en: 'name one config.json, the folder that it is in, or one ONNX model',
      zh: '请给出一个 config.json、其所在的文件夹，或一个 ONNX 模型',
    });
  }
  if (/\.onnx$/i.test(operand) || isModelText(operand)) return estimateGraph(session);
  const configuration = await configurationOf(session, operand);
  return session.switch('training')
    ? estimateOfTraining(session, configuration)
    : estimateServing(session, configuration);
}
