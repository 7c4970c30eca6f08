export { readDeepSpeed } from './deepspeed';
export { readDockerfile } from './dockerfile';
export { readShell } from './shell';
export { shellFacts } from './shell-facts';
export { readYaml } from './yaml';
