import type { ConditionCases } from '../condition-cases';

const gru = 'float[2,1,4], float[1,9,4] = ?, float[1,9,3] = ?';
const lstm = 'float[2,1,4], float[1,12,4] = ?, float[1,12,3] = ?';

export const recurrent: ConditionCases = {
  GRU: {
    'sequence-lens': [`GRU <hidden_size = 3> (${gru}, float[1,18] = ?, int32[1])`, `GRU <hidden_size = 3> (${gru})`],
    'constant-parameters': [
      'GRU <hidden_size = 3> (float[2,1,4], float[1,9,4], float[1,9,3] = ?)',
      `GRU <hidden_size = 3> (${gru})`,
    ],
    reverse: [`GRU <hidden_size = 3, direction = "reverse"> (${gru})`, `GRU <hidden_size = 3> (${gru})`],
    'linear-before-reset': [
      `GRU <hidden_size = 3> (${gru})`,
      `GRU <hidden_size = 3, linear_before_reset = 1> (${gru})`,
    ],
    clip: [`GRU <hidden_size = 3, clip = 1.0> (${gru})`, `GRU <hidden_size = 3> (${gru})`],
    activations: [
      `GRU <hidden_size = 3, activations = ["Relu", "Tanh"]> (${gru})`,
      `GRU <hidden_size = 3, activations = ["Sigmoid", "Tanh"]> (${gru})`,
    ],
  },
  LSTM: {
    'sequence-lens': [
      `LSTM <hidden_size = 3> (${lstm}, float[1,24] = ?, int32[1])`,
      `LSTM <hidden_size = 3> (${lstm})`,
    ],
    'constant-parameters': [
      'LSTM <hidden_size = 3> (float[2,1,4], float[1,12,4] = ?, float[1,12,3])',
      `LSTM <hidden_size = 3> (${lstm})`,
    ],
    reverse: [`LSTM <hidden_size = 3, direction = "reverse"> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    peepholes: [`LSTM <hidden_size = 3> (${lstm}, -, -, -, -, float[1,9] = ?)`, `LSTM <hidden_size = 3> (${lstm})`],
    clip: [`LSTM <hidden_size = 3, clip = 1.0> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    'input-forget': [`LSTM <hidden_size = 3, input_forget = 1> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    activations: [`LSTM <hidden_size = 3, activations = ["Relu"]> (${lstm})`, `LSTM <hidden_size = 3> (${lstm})`],
    'initial-c': [
      `LSTM <hidden_size = 3> (${lstm}, -, -, -, float[1,1,3])`,
      `LSTM <hidden_size = 3> (${lstm}, -, -, float[1,1,3], float[1,1,3])`,
    ],
  },
};
