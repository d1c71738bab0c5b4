#!/usr/bin/env node
import * as nodeModule from 'node:module';
import { EXIT } from './exit-code.ts';
import { processIo } from './process-io.ts';
import { asUnreadable } from '../workspace/unreadable.ts';
import { run } from './run.ts';

// From Node 22 on what was compiled is kept from run to run; in the types of Node 20 there is no such thing.
(nodeModule as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

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
process.exitCode = await run(process.argv.slice(2), processIo());
