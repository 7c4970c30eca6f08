export { readDeepSpeed } from './deepspeed';
export { readDockerfile } from './dockerfile';
export { readLines } from './long-lines';
export { readShell } from './shell';
export { shellFacts } from './shell-facts';
export { readYaml } from './yaml';
