import { type ByteSource, type Model, type Problem, type Task, uninterrupted } from '../../model';
import { foreignFile, notAModel } from './foreign-file';
import { type ModelDraft, modelOf, newModel, readModelMessage } from './model-reader';
import { Reading } from './reading';
import { Cancelled, WireError, wireProblem } from './wire/wire-error';

export interface ReadResult {
  /** What was understood of the file; undefined where nothing was. */
  readonly model: Model | undefined;
  readonly problems: Problem[];
}

/**
 * Reads an ONNX model (IR 1 to 14) from a file of any size. Weights are passed over, not read. What protobuf would make
 * of the bytes is what comes out: the last scalar counts, messages that stand twice are merged, unknown fields are
 * skipped. Where the file ends early or is damaged, the model has what stood before, and a problem says where.
 */
export function readModel(source: ByteSource, options: { readonly task?: Task | undefined } = {}): ReadResult {
  const reading = new Reading(source, options.task ?? uninterrupted);
  const draft = newModel();
  let failure: Problem | undefined;
  try {
    const foreign = foreignFile(source);
    if (foreign !== undefined) return { model: undefined, problems: [foreign] };
    readModelMessage(reading, draft);
  } catch (error) {
    if (error instanceof WireError) failure = wireProblem(error.defect, error.byteOffset);
    else if (!(error instanceof Cancelled)) failure = wireProblem('read-failed', reading.cursor.position);
  }
  const { truncatedAt } = reading.cursor;
  if (truncatedAt >= 0) failure = wireProblem('truncated', truncatedAt);
  const isModel = failure === undefined ? draft.knownFields > 0 : hasSubstance(draft);
  if (!isModel) return { model: undefined, problems: [failure ?? notAModel(0)] };
  return { model: modelOf(draft), problems: failure === undefined ? [] : [failure] };
}

/** Whether a damaged file is one of a model after all: random bytes may contain a field or two by chance. */
function hasSubstance(draft: ModelDraft): boolean {
  return (
    (draft.graph !== undefined && (draft.graph.operators.length > 0 || draft.graph.initializers.length > 0)) ||
    draft.functions.length > 0 ||
    (draft.irVersion !== undefined && draft.opsetImports.length > 0)
  );
}
