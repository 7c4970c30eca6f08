import type { ApiLimit } from '../../../../../../core/model';
import { opsMath, opsNn, text } from '../../../evidence';
import { everyForm, ofTraining, refusedTypes } from './refused-types';

const wider = text('Convert to int64 or float32 first.', '先转换为 int64 或 float32。');
const float = text('Convert by .float() first.', '先用 .float() 转换。');
const nothingToDo = text('Whole numbers stay as they are: leave the call out.', '整数取整后不变，去掉该调用即可。');
const narrow = ['uint8', 'int8', 'int16'];
const upTo32 = [...narrow, 'int32'];

/** Integers of widths that kernels do not take, where CUDA does. */
export const integerTypes: readonly ApiLimit[] = [
  refusedTypes({
    id: 'exp-integers',
    apis: everyForm('exp'),
    types: upTo32,
    check: 'aclnnExp',
    source: opsMath('math/exp/op_api/aclnn_exp.cpp'),
    advice: float,
  }),
  refusedTypes({
    id: 'expm1-integers',
    apis: everyForm('expm1'),
    types: upTo32,
    check: 'aclnnExpm1',
    source: opsMath('math/expm1/op_api/aclnn_expm1.cpp'),
    advice: float,
  }),
  refusedTypes({
    id: 'erf-integers',
    apis: [...everyForm('erf'), 'torch.special.erf'],
    types: upTo32,
    check: 'aclnnErf',
    source: opsMath('math/erf/op_api/aclnn_erf.cpp'),
    advice: float,
  }),
  refusedTypes({
    id: 'erfc-integers',
    apis: [...everyForm('erfc'), 'torch.special.erfc'],
    types: upTo32,
    check: 'aclnnErfc',
    source: opsMath('math/erfc/op_api/aclnn_erfc.cpp'),
    advice: float,
  }),
  refusedTypes({
    id: 'ceil-integers',
    apis: everyForm('ceil'),
    types: [...upTo32, 'int64'],
    check: 'aclnnCeil',
    source: opsMath('math/ceil/op_api/aclnn_ceil.cpp'),
    advice: nothingToDo,
  }),
  refusedTypes({
    id: 'trunc-integers',
    apis: [...everyForm('trunc'), 'torch.fix', 'torch.Tensor.fix'],
    types: [...upTo32, 'int64'],
    // The 950 takes some of them.
    families: ofTraining,
    check: 'aclnnTrunc',
    source: opsMath('math/trunc/op_api/aclnn_trunc.cpp'),
    advice: nothingToDo,
  }),
  refusedTypes({
    id: 'round-integers',
    apis: everyForm('round'),
    types: narrow,
    check: 'aclnnRound',
    source: opsMath('math/round/op_api/aclnn_round.cpp'),
    advice: nothingToDo,
  }),
  refusedTypes({
    id: 'sign-integers',
    apis: [...everyForm('sign'), 'torch.sgn', 'torch.Tensor.sgn', 'torch.Tensor.sgn_'],
    types: narrow,
    check: 'aclnnSign',
    source: opsMath('math/sign/op_api/aclnn_sign.cpp'),
    advice: wider,
  }),
  refusedTypes({
    id: 'neg-integers',
    apis: [...everyForm('neg'), 'torch.negative', 'torch.Tensor.negative'],
    types: ['uint8', 'int16'],
    check: 'aclnnNeg',
    source: opsMath('math/neg/op_api/aclnn_neg.cpp'),
    advice: wider,
  }),
  refusedTypes({
    id: 'fmod-integers',
    apis: everyForm('fmod'),
    types: ['int16'],
    check: 'aclnnFmodTensor',
    source: opsMath('math/mod/op_api/aclnn_fmod_tensor.cpp'),
    advice: wider,
  }),
  refusedTypes({
    id: 'remainder-integers',
    apis: everyForm('remainder'),
    types: ['uint8', 'int8'],
    check: 'aclnnRemainder',
    source: opsMath('math/floor_mod/op_api/aclnn_remainder.cpp'),
    advice: wider,
  }),
  refusedTypes({
    id: 'relu-integers',
    apis: ['torch.nn.functional.relu', 'torch.nn.functional.relu_'],
    types: ['int16'],
    check: 'aclnnRelu',
    source: opsNn('activation/relu/op_api/aclnn_relu.cpp'),
    advice: wider,
  }),
  refusedTypes({
    id: 'masked-fill-integers',
    apis: ['torch.Tensor.masked_fill', 'torch.Tensor.masked_fill_'],
    types: ['uint8', 'int16'],
    check: 'aclnnInplaceMaskedFill',
    source: opsMath('conversion/masked_fill/op_api/aclnn_masked_fill_scalar.cpp'),
    advice: text('Fill a tensor of int32 or bool, and convert it.', '改为填充 int32 或 bool 张量，再做转换。'),
  }),
];
