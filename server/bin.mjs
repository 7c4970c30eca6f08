#!/usr/bin/env node
import { createRequire } from 'node:module';

// Clients that say nothing mean standard input and output.
if (!process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) process.argv.push('--stdio');
createRequire(import.meta.url)('../dist/server.cjs');
