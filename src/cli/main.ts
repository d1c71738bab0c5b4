#!/usr/bin/env node
import { writeSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { EXIT } from './exit-code.ts';
import { processIo } from './process-io.ts';
import { asUnreadable } from '../workspace/unreadable.ts';
import { bugReport, run } from './run.ts';

// From Node 22 on what was compiled is kept from run to run; in the types of Node 20 there is no such thing.
(nodeModule as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

const argv = process.argv.slice(2);
const io = processIo();

/** What was thrown where nobody waits, such as in a timer, is reported like any other bug of ours. */
let isTaken = false;
/** Time for what is still on its way into a pipe. */
const LINGER_MS = 500;
process.on('uncaughtException', (error) => {
  if (isTaken) return;
  isTaken = true;
  // The terminal UI has a listener of its own, puts the terminal back first, and fails with the error.
  if (process.listenerCount('uncaughtException') > 1) return;
  try {
    writeSync(process.stderr.fd, bugReport(error, argv, io));
  } finally {
    process.exit(EXIT.bug);
  }
});

// `surety … | head` closes the pipe when it has seen enough: that is no mistake of anybody's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.fine);
    // Where standard error is what cannot be written, nobody can be told; the exit code does.
    const { message } = asUnreadable('standard output', error);
    if (stream === process.stdout) process.stderr.write(`surety: ${message}\n`);
    process.exit(EXIT.usage);
  });
}

// Ctrl-C and TERM are left to the system, which ends the process at once even in the middle of a computation; a
// shell then reports 130 and 143. Files are written aside and renamed, so nothing is left half-written.
// Set, not exited with: what is still on its way into a pipe has to arrive.
process.exitCode = await run(argv, io);
// Whatever broke may have left something behind that would go on for ever.
if (process.exitCode === EXIT.bug) setTimeout(() => process.exit(), LINGER_MS).unref();
