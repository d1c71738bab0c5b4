#!/usr/bin/env node
import { EXIT } from './exit-code.ts';
import { processIo } from './process-io.ts';
import { run } from './run.ts';
import { exitOnSignals } from './signals.ts';

// `surety … | head` closes the pipe when it has seen enough: that is no mistake of anybody's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.fine);
    throw error;
  });
}

// Set, not exited with: what is still on its way into a pipe has to arrive.
process.exitCode = await run(process.argv.slice(2), processIo(exitOnSignals()));
