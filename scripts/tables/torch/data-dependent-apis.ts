const names = ['nonzero', 'argwhere', 'masked_select', 'unique', 'unique_consecutive'];

/** Functions and methods whose result's shape depends on the values of their input. */
export const dataDependent: readonly string[] = names.flatMap((name) => [`torch.${name}`, `torch.Tensor.${name}`]);
