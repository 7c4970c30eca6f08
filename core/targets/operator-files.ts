import atc from '../../rules/operators/atc.json';
import ortCann from '../../rules/operators/ort-cann.json';
import tpuMlir from '../../rules/operators/tpu-mlir.json';
import type { GraphRoute } from '../model';

/** The tables as text: each is parsed when its route is first asked for. */
export const tableFiles: Readonly<Record<GraphRoute, string>> = {
  'tpu-mlir': tpuMlir,
  atc,
  'ort-cann': ortCann,
};
