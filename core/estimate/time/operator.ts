/** What bounds an operator's time. */
export type Bound = 'compute' | 'memory' | 'communication' | 'latency';

export type OperatorKind = 'matmul' | 'experts' | 'attention' | 'vector' | 'collective' | 'exchange';

/** One kind of operator of a pass, on one device. */
export interface TimedOperator {
  readonly name: string;
  /** How many times it runs in a pass. */
  readonly count: number;
  readonly kind: OperatorKind;
  /** Of one run: operations (2 per MAC) and bytes moved: in memory, or between devices. */
  readonly flops: number;
  readonly bytes: number;
  /** Microseconds of one run. */
  readonly timeUs: number;
  readonly bound: Bound;
}
