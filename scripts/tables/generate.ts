import { generateChips } from './chips/generate';
import { generateOperators } from './operators/generate';
import { generateTorch } from './torch/generate';

/** Writes the tables of rules/ from the facts beside the repository. */
export function generateTables(): void {
  generateChips();
  generateOperators();
  generateTorch();
}
