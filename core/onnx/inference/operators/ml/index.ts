import type { RuleTable } from '../../rules/operator-rules';
import { encoders } from './encoders';
import { features } from './features';
import { linearModels } from './linear-models';
import { trees } from './trees';

/** Operators of `ai.onnx.ml`: classical machine learning. A file for each family. Source: docs/Operators-ml.md of onnx/onnx. */
export const mlOperators: RuleTable = [...encoders, ...features, ...linearModels, ...trees];
