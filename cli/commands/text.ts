import { printModel } from '../../core/onnx/text';
import type { ExitCode } from '../host';
import { inputs } from '../input';
import { describeInput, tellProblems } from '../model-run';
import type { Session } from '../session';

/** `portolan text MODEL` */
export async function execute(session: Session): Promise<ExitCode> {
  let nothingRead = true;
  for (const model of await inputs(session)) {
    const report = await describeInput(session, model);
    if (tellProblems(session, model, report)) continue;
    nothingRead = false;
    session.print(printModel(report.facts!.model).text);
  }
  return nothingRead ? 2 : 0;
}
