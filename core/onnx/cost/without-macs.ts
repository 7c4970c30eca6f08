/** Operators that ONNX Runtime adds which do no sums of products: element by element, normalizations, moves of data. */
const microsoft = `
  AllGather AllReduce AllToAll BatchScale BiasAdd BiasDropout BiasGelu BiasSoftmax BiasSoftmaxDropout BiasSplitGelu BitmaskBiasDropout
  BitmaskDropout ComplexMul ComplexMulConj ConcatTraining CropAndResize DequantizeBFP DequantizeLinear
  DequantizeWithOrder EmbedLayerNormalization ExpandDims FakeQuant FastGelu GatherBlockQuantized GatherND Gelu
  GemmaRotaryEmbedding GridSample GroupNorm IsAllFinite IsFinite MaxpoolWithMask MulInteger MurmurHash3
  NGramRepeatBlock NcclAllGather NcclAllReduce NcclReduceScatter NhwcMaxPool Pad PassThrough QEmbedLayerNormalization QLinearAdd QLinearAveragePool QLinearConcat
  QLinearGlobalAveragePool QLinearLeakyRelu QLinearMul QLinearReduceMean QLinearSigmoid QLinearSoftmax QLinearWhere
  QOrderedGelu QOrderedLayerNormalization QuantizeBFP QuantizeLinear QuantizeWithOrder QuickGelu Range
  RecordEvent Recv ReduceSumInteger RelativePositionBias RemovePadding RestorePadding RotaryEmbedding Scale ScaledSum Send ShrunkenGather
  SkipGroupNorm SkipLayerNormalization SkipSimplifiedLayerNormalization SplitTraining Tokenizer TorchEmbedding Trilu
  Unique UnfoldTensor View WaitEvent
`;

export const withoutMacs: ReadonlySet<string> = new Set([
  ...microsoft
    .trim()
    .split(/\s+/)
    .map((name) => `com.microsoft.${name}`),
  'com.microsoft.nchwc.ReorderInput',
  'com.microsoft.nchwc.ReorderOutput',
  'com.microsoft.nchwc.Upsample',
]);
