import torchNpu from '../../rules/migrations/torch-npu.json';
import torchTpu from '../../rules/migrations/torch-tpu.json';
import torchAten from '../../rules/operators/torch-aten.json';
import npuSupport from '../../rules/operators/torch-npu.json';
import tpuSupport from '../../rules/operators/torch-tpu.json';
import type { ScriptRoute, StoredText } from '../model';

/** The tables as text: each is read and parsed when it is first asked for. */
export const migrationFiles: Readonly<Record<ScriptRoute, StoredText>> = {
  'torch-npu': torchNpu,
  'torch-tpu': torchTpu,
};
export const supportFiles: Readonly<Record<ScriptRoute, StoredText>> = {
  'torch-npu': npuSupport,
  'torch-tpu': tpuSupport,
};
export const atenFile: StoredText = torchAten;
