/** How a model is spread over devices. One replica takes tensor x pipeline devices; `data` replicas of attention share experts. */
export interface Plan {
  readonly devices: number;
  readonly tensor: number;
  readonly pipeline: number;
  /** Devices over which routed experts are spread; 1: sharded like everything else. */
  readonly expert: number;
  readonly data: number;
}

/** A plan of one replica by tensor parallelism alone. */
export function tensorPlan(devices: number): Plan {
  return { devices, tensor: devices, pipeline: 1, expert: 1, data: 1 };
}

/** Over how many devices of one pipeline stage the routed experts are spread. */
export function expertShards({ tensor, expert }: Plan): number {
  return Math.max(tensor, expert);
}
