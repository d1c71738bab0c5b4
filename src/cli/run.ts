import { CommanderError } from 'commander';
import { Unreadable } from '../workspace/unreadable.ts';
import type { CustomerError } from '../engine/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';
import { versionLine } from './version.ts';

/** Runs one call of the command line to its exit code. Whatever goes wrong is said on standard error. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  try {
    const program = await createProgram(argv, io, (finished) => {
      code = finished;
    });
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return complain(error, argv, io);
  }
}

function complain(error: unknown, argv: readonly string[], io: Io): ExitCode {
  if (error instanceof CommanderError) {
    // Commander has printed its own message; help and version that were asked for are no mistake.
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
  if (error instanceof Unreadable || error instanceof UsageError) {
    io.err.write(`surety: ${error.message}\n`);
    if (error.help !== null) io.err.write(`  ${error.help}\n`);
    return EXIT.usage;
  }
  if (error instanceof Error && REFUSALS.has(error.name)) {
    io.err.write(`surety: ${error.message}\n`);
    return EXIT.usage;
  }
  if (isCustomerError(error)) {
    io.err.write(`surety: ${error.message}\n  ${flagsOfCustomer(error)}\n`);
    return EXIT.usage;
  }
  io.err.write(bugReport(error, argv, io));
  return EXIT.bug;
}

/** What the engine cannot answer. By name: most calls never load it, and a complaint should not either. */
const REFUSALS: ReadonlySet<string> = new Set(['HorizonError', 'MissingFactError', 'OutsideZoneError']);

function isCustomerError(error: unknown): error is CustomerError {
  return error instanceof Error && error.name === 'CustomerError';
}

/** How to say what a ticket does not say of its customer. */
function flagsOfCustomer(error: Pick<CustomerError, 'term' | 'known'>): string {
  if (error.term === 'zone') return 'add --zone Asia/Tokyo, or the zone in which the customer is';
  return `add --holidays ${[...error.known, 'none'].join(' | ')}`;
}

/** What is said of an error that is our own, and what to report of it. */
export function bugReport(error: unknown, argv: readonly string[], io: Pick<Io, 'versions'>): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    `surety: this is a bug in Surety, not in your contract or your command`,
    trace,
    '',
    'Please report the lines above, the contract if you may share it, and this:',
    `  ${versionLine(io.versions)}, called with: ${argv.map((word) => JSON.stringify(word)).join(' ')}`,
    '',
  ].join('\n');
}
