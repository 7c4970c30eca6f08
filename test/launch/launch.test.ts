import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDockerfile, readShell, readYaml } from '../../core/launch';
import type { ScriptFacts } from '../../core/model';

/** What a file does, in short; every span is held against the text that it must mark. */
function summary(facts: ScriptFacts): string[] {
  const marked = ({ start, end }: { start: number; end: number }) => facts.text.slice(start, end);
  return [
    ...(facts.images ?? []).map(({ image, tag, nameSpan }) => {
      assert.equal(marked(nameSpan), image);
      return `image ${image}${tag === undefined ? '' : ` ${tag}`}`;
    }),
    ...facts.environment.map(({ variable, use, value, nameSpan }) => {
      assert.equal(marked(nameSpan), variable);
      return `${use} ${variable}${value === undefined ? '' : `=${value}`}`;
    }),
    ...(facts.commands ?? []).map(({ name, nameSpan, words }) => {
      assert.ok(marked(nameSpan).endsWith(name), marked(nameSpan));
      for (const word of words) assert.ok(word.span.end > word.span.start);
      return `run ${[name, ...words.map(({ text }) => text)].join(' | ')}`;
    }),
    ...facts.requirements.map(({ name, specifier, nameSpan }) => {
      assert.equal(marked(nameSpan).toLowerCase().replaceAll('_', '-'), name);
      return `require ${name} ${specifier}`.trimEnd();
    }),
  ];
}

const shell = (text: string) => summary(readShell('run.sh', text));
const docker = (text: string) => summary(readDockerfile('Dockerfile', text));
const yaml = (text: string) => summary(readYaml('job.yml', text));

test('a shell sets variables by themselves, before a command, by export', () => {
  assert.deepEqual(
    shell(
      '#!/bin/bash\nexport CUDA_VISIBLE_DEVICES=0,1 NCCL_DEBUG="INFO"\nA=1\nNCCL_P2P_DISABLE=1 python train.py --x 1\n',
    ),
    [
      'write CUDA_VISIBLE_DEVICES=0,1',
      'write NCCL_DEBUG=INFO',
      'write A=1',
      'write NCCL_P2P_DISABLE=1',
      'run python | train.py | --x | 1',
    ],
  );
});

test('a shell reads variables where it expands them', () => {
  const braced = '$' + '{NPROC:-8}';
  assert.deepEqual(shell(`echo $CUDA_HOME "${braced}" '$NOT'\n`), [
    'read CUDA_HOME',
    'read NPROC',
    `run echo | $CUDA_HOME | ${braced} | $NOT`,
  ]);
});

test('commands are found behind prefixes, in pipes, lists and substitutions, over continued lines', () => {
  assert.deepEqual(
    shell(
      'sudo -E nvidia-smi | grep x && torchrun --nproc_per_node=8 \\\n  train.py # note; rm\nN=$(nvidia-smi -L | wc -l)\nif which nvcc; then /usr/local/cuda/bin/nvcc k.cu; fi\n',
    ).filter((line) => line.startsWith('run')),
    [
      'run nvidia-smi',
      'run grep | x',
      'run torchrun | --nproc_per_node=8 | train.py',
      'run nvidia-smi | -L',
      'run wc | -l',
      'run which | nvcc',
      'run nvcc | k.cu',
    ],
  );
});

test('here-documents and redirections are no commands', () => {
  assert.deepEqual(shell('cat <<EOF > out.txt\nimport torch; x.cuda()\nEOF\npython a.py > log 2>&1\n'), [
    'run cat',
    'run python | a.py',
  ]);
});

test('pip installs are requirements', () => {
  assert.deepEqual(
    shell(
      'pip install -U "torch>=2.1" flash-attn==2.5.8 --no-build-isolation -r requirements.txt -i https://example.org ./own\npython3 -m pip install xformers\nuv pip install apex\npip uninstall triton\n',
    ).filter((line) => line.startsWith('require')),
    ['require torch >=2.1', 'require flash-attn ==2.5.8', 'require xformers', 'require apex'],
  );
});

test('what is not closed ends with the file', () => {
  for (const text of ['echo "', "echo 'x", 'a=$(', 'x=${', 'cat <<EOF', '`', '\\', 'a \\', '$((', '<', '>('])
    shell(text);
});

test('a Dockerfile: images, stages, variables, commands and what they install', () => {
  assert.deepEqual(
    docker(
      'ARG CUDA=12.1\nFROM --platform=linux/amd64 nvidia/cuda:12.1.0-devel-ubuntu22.04 AS build\nENV NCCL_DEBUG=INFO A="b c"\nENV LD_LIBRARY_PATH /usr/local/cuda/lib64\nRUN apt-get update \\\n # a comment\n && pip install flash_attn\nFROM build\nFROM registry.example:5000/own/image\nFROM $BASE\nCMD ["python", "serve.py"]\n',
    ),
    [
      'image nvidia/cuda 12.1.0-devel-ubuntu22.04',
      'image registry.example:5000/own/image',
      'write CUDA=12.1',
      'write NCCL_DEBUG=INFO',
      'write A=b c',
      'write LD_LIBRARY_PATH=/usr/local/cuda/lib64',
      'run apt-get | update',
      'run pip | install | flash_attn',
      'run python | serve.py',
      'require flash-attn',
    ],
  );
});

test('YAML: images, variables of every form, commands', () => {
  assert.deepEqual(
    yaml(
      'services:\n  train:\n    image: "nvcr.io/nvidia/pytorch:24.01-py3"\n    environment:\n      - CUDA_VISIBLE_DEVICES=0\n      - NCCL_DEBUG\n    command: python train.py\njob:\n  env:\n    NCCL_IB_DISABLE: "1"\n  steps:\n    - run: |\n        nvidia-smi\n        pip install xformers==0.0.22\ncontainers:\n  - env:\n      - name: CUDA_HOME\n        value: /usr/local/cuda\n',
    ),
    [
      'image nvcr.io/nvidia/pytorch 24.01-py3',
      'write CUDA_VISIBLE_DEVICES=0',
      'write NCCL_IB_DISABLE=1',
      'write CUDA_HOME=/usr/local/cuda',
      'run python | train.py',
      'run nvidia-smi',
      'run pip | install | xformers==0.0.22',
      'require xformers ==0.0.22',
    ],
  );
});

test('hyperparameters and broken YAML have no facts', () => {
  assert.deepEqual(yaml('lr: 0.1\ndevice: cuda\n'), []);
  assert.deepEqual(yaml('image: [\n  : {{ x }}\n\t- "'), []);
});

test('comments keep findings back as in Python', () => {
  const [suppression] = readShell(
    'run.sh',
    'export A=1 # portolan: ignore[visible-devices] the old host\n',
  ).suppressions;
  assert.equal(suppression?.reason, 'the old host');
});

test('a wheel is a requirement of its release', () => {
  assert.deepEqual(
    shell(
      'pip install --no-cache-dir flash_attn-2.7.4.post1+cu12torch2.6-cp310-cp310-linux_x86_64.whl\npip install https://x.org/a%2Fb/apex-0.1-py3-none-any.whl ./local.whl\n',
    ).filter((line) => line.startsWith('require')),
    ['require flash-attn ==2.7.4.post1+cu12torch2.6', 'require apex ==0.1'],
  );
});

test('a Dockerfile runs the lines of a here-document, and begins with the image of an argument', () => {
  assert.deepEqual(
    docker(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Docker's substitutions.
      'ARG base=nvidia/cuda:12.1\nFROM ${base} AS run\nRUN <<EOF\npip install apex\nFROM here\nEOF\nRUN nvidia-smi\nFROM ${unknown}\n',
    ),
    [
      'image nvidia/cuda 12.1',
      'write base=nvidia/cuda:12.1',
      'run pip | install | apex',
      'run FROM | here',
      'run nvidia-smi',
      'require apex',
    ],
  );
});

test('what a script asks of Slurm, in its comments and of srun, and what srun starts', () => {
  assert.deepEqual(
    shell(
      '#!/bin/bash\n#SBATCH --gres=gpu:8 # all\n#SBATCH -N 2\nA=1 srun -p long -N1 --label --gres "gpu:1" torchrun -n 2 a.py\nsrun --pty bash\nsrun\n',
    ),
    [
      'write A=1',
      'run #SBATCH | --gres=gpu:8 | -N | 2',
      'run srun | -p | long | -N1 | --label | --gres | gpu:1',
      'run torchrun | -n | 2 | a.py',
      'run srun | --pty',
      'run bash',
      'run srun',
    ],
  );
});
