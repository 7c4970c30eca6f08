const engine = 'hicann/ge@ffdcbc9f7496:compiler/engines/local_engine/ops_kernel_store/op';
const withoutWork = `${engine}/no_op.cc`;
const deleted = `${engine}/ge_deleted_op.cc`;

/**
 * Operators of the library that the graph engine's own engine takes: they change no element, or are gone when the graph has
 * been optimised. They need no kernel, on any chip.
 */
export const graphEngineOperators: Readonly<Record<string, string>> = {
  Constant: withoutWork,
  ExpandDims: withoutWork,
  Flatten: withoutWork,
  PhonyConcat: withoutWork,
  PhonySplit: withoutWork,
  Reshape: withoutWork,
  Squeeze: withoutWork,
  SqueezeV3: withoutWork,
  Unsqueeze: withoutWork,
  UnsqueezeV3: withoutWork,
  Empty: deleted,
  Identity: deleted,
  Shape: deleted,
  Size: deleted,
};
