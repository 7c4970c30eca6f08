/** Fields of NodeProto with their wire types, in the order in which protobuf's writers put them. */
export enum NodeField {
  input = (1 << 3) | 2,
  output = (2 << 3) | 2,
  name = (3 << 3) | 2,
  opType = (4 << 3) | 2,
  attribute = (5 << 3) | 2,
  docString = (6 << 3) | 2,
  domain = (7 << 3) | 2,
  overload = (8 << 3) | 2,
  metadata = (9 << 3) | 2,
  deviceConfiguration = (10 << 3) | 2,
}

/** What a node takes of memory, here and with those who come after the reader; and each name that it has as a value. */
export const bytesOfNode = 300;
export const bytesOfValue = 8;
