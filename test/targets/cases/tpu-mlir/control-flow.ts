import type { ConditionCases } from '../condition-cases';

export const controlFlow: ConditionCases = {
  If: {
    condition: [
      'If <then_branch = t () => (float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b) { b = Constant <value = float {2}> () }> (bool, bool)',
      'If <then_branch = t () => (float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b) { b = Constant <value = float {2}> () }> (bool)',
    ],
    outputs: [
      'If <then_branch = t () => (float a, float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b, float b) { b = Constant <value = float {2}> () }> (bool) => 2',
      'If <then_branch = t () => (float a) { a = Constant <value = float {1}> () }, else_branch = e () => (float b) { b = Constant <value = float {2}> () }> (bool)',
    ],
  },
  Loop: {
    'trip-count': [
      'Loop <body = l (int64 i, bool c, float v) => (bool d, float w) { d = Identity (c) w = Identity (v) }> (-, -, float)',
      'Loop <body = l (int64 i, bool c, float v) => (bool d, float w) { d = Identity (c) w = Identity (v) }> (int64, -, float)',
    ],
  },
};
