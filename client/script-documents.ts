/** Python, and what goes with it: requirement lists, and files that start scripts. What is in none of them has no findings. */
export const scriptDocuments: ({ readonly language: string } | { readonly pattern: string })[] = [
  { language: 'python' },
  { language: 'pip-requirements' },
  { pattern: '**/*{requirement,requirements,constraints}*.{txt,in}' },
  { pattern: '**/requirements/*.{txt,in}' },
  { pattern: '**/{pyproject.toml,setup.cfg,Pipfile,uv.lock,poetry.lock,Pipfile.lock}' },
  { language: 'shellscript' },
  { language: 'dockerfile' },
  { language: 'yaml' },
  { pattern: '**/{ds,zero,*deepspeed,*_ds,*_zero}*.json' },
];
