/** Fields of TensorProto with their wire types, in the order in which protobuf's writers put them; lists are packed or not. */
export enum TensorField {
  dim = (1 << 3) | 0,
  dims = (1 << 3) | 2,
  dataType = (2 << 3) | 0,
  float = (4 << 3) | 5,
  floats = (4 << 3) | 2,
  int32 = (5 << 3) | 0,
  int32s = (5 << 3) | 2,
  string = (6 << 3) | 2,
  int64 = (7 << 3) | 0,
  int64s = (7 << 3) | 2,
  name = (8 << 3) | 2,
  raw = (9 << 3) | 2,
  double = (10 << 3) | 1,
  doubles = (10 << 3) | 2,
  uint64 = (11 << 3) | 0,
  uint64s = (11 << 3) | 2,
  docString = (12 << 3) | 2,
  externalData = (13 << 3) | 2,
  dataLocation = (14 << 3) | 0,
  metadata = (16 << 3) | 2,
}

/** What a tensor takes of memory, here and with those who come after the reader; and each of its dimensions. */
export const bytesOfTensor = 200;
export const bytesOfDimension = 8;
