import { text } from 'node:stream/consumers';
import { createEngine } from '../engine/engine.ts';
import { commandLineEnvironment } from './environment.ts';
import { inputLines } from './input-lines.ts';
import { runCommandLine } from './run.ts';

// `firth train … | head` closes the pipe early: that is no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    // A second Ctrl-C ends the process in the ordinary way.
    stop.abort();
  });

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  // One command goes on after its first answer.
  createEngine(commandLineEnvironment(), { lasting: process.argv[2] === 'serve' }),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY,
    read: () => text(process.stdin),
    lines: () => inputLines(process.stdin),
    now: () => performance.now(),
  },
  stop.signal,
);
// What still waits for a line keeps no process alive that was stopped.
if (stop.signal.aborted) process.stdin.unref();
