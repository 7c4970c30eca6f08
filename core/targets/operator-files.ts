import atc from '../../rules/operators/atc.json';
import ortCann from '../../rules/operators/ort-cann.json';
import tpuMlir from '../../rules/operators/tpu-mlir.json';
import type { GraphRoute, StoredText } from '../model';

/** The tables as text: each is read and parsed when its route is first asked for. */
export const tableFiles: Readonly<Record<GraphRoute, StoredText>> = {
  'tpu-mlir': tpuMlir,
  atc,
  'ort-cann': ortCann,
};
