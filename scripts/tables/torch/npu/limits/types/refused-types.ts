import type { ApiLimit, Evidence } from '../../../../../../core/model';
import { text } from '../../../evidence';
import { all, tables } from '../scope';

interface RefusedTypes {
  readonly id: string;
  readonly apis: readonly string[];
  /** Of functions, the argument that the types are of; it stands first. */
  readonly argument?: string;
  readonly types: readonly string[];
  /** The check of the library that is called: `aclnnExp`. */
  readonly check: string;
  readonly source: readonly Evidence[];
  readonly families?: readonly string[];
  readonly advice: ApiLimit['advice'];
}

/** Chips for which PyTorch's operators go to the library whose sources were read. */
export const ofTraining = ['910B', '910C'];
const ofLibrary = [...ofTraining, '950'];

/**
 * Types that neither the vendor's table nor the library's own check of the kernel lists, and that CUDA takes. The tables
 * alone do not suffice: three in five of them leave out types that the kernel takes. Nor are types listed here that have a
 * rule of their own: float64, which conversions on the device make float32 of.
 */
export function refusedTypes(refused: RefusedTypes): ApiLimit {
  const { id, apis, argument = 'input', types, check, source, families = ofLibrary, advice } = refused;
  const modules = [...new Set(apis.map(moduleOf))];
  return {
    id,
    apis,
    when: { argument, position: 0, dtype: types },
    verdict: 'unsupported',
    message: text(
      `neither the vendor's table nor the check of ${check} lists ${enumeration(types)}: it raises.`,
      `厂商支持列表与 ${check} 的类型检查均未列出 ${types.join('、')}，会报错。`,
    ),
    advice,
    families,
    torch: all,
    evidence: [...source, ...modules.flatMap(tables)],
  };
}

/** The page that lists an API: `torch-Tensor`, `torch-nn-functional`. */
function moduleOf(api: string): string {
  return api.slice(0, api.lastIndexOf('.')).replaceAll('.', '-');
}

function enumeration(types: readonly string[]): string {
  return types.length === 1 ? types[0]! : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;
}

/** `torch.exp`, `torch.Tensor.exp` and `torch.Tensor.exp_` of `exp`. */
export function everyForm(name: string): string[] {
  return [`torch.${name}`, `torch.Tensor.${name}`, `torch.Tensor.${name}_`];
}
