'use strict';
// A thread that lints scripts for a run over a large folder, see cli/lint/script-pool.ts.
const { parentPort } = require('node:worker_threads');
const { loadProgram } = require('./bin.cjs');

const { program } = loadProgram(require.resolve('../dist/cli/main.cjs'));
program.serveThread(process, parentPort);
