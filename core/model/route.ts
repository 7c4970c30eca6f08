/** The software that carries a model onto a target. A verdict always belongs to a route and its version. */
export type GraphRoute = 'tpu-mlir' | 'atc' | 'ort-cann';
export type ScriptRoute = 'torch-tpu' | 'torch-npu';
export type CheckpointRoute = 'vllm-tpu' | 'llm-tpu' | 'vllm-ascend';
export type Route = GraphRoute | ScriptRoute | CheckpointRoute;
