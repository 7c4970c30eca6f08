/**
 * Recorded calls in which ONNX infers what does not follow from the model, so that less is inferred here:
 * Slice with axes or steps of unknown rank is taken as Slice without them;
 * STFT without `onesided` is taken as two-sided, while its schema says 1 and its own backend test is one-sided.
 */
export const unfounded = /::(test_slice_with_input_shape_(steps|axes)|test_stft_reals)$/;
