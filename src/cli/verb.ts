import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Surroundings } from './io.ts';

/** Declares the arguments, options and examples of a verb on its command, and with `act` what it does. */
export type Verb = (command: Command, act: Act) => void;

/** Gives a verb's action what it may touch, and takes its exit code. */
export type Act = <Arguments extends unknown[]>(
  action: (around: Surroundings, ...given: Arguments) => Promise<ExitCode>,
) => (...given: Arguments) => Promise<void>;

/** The examples at the end of a verb's help: what to type, and what it is for. */
export function examples(lines: readonly (readonly [command: string, purpose: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return [
    '',
    'Examples:',
    ...lines.map(([command, purpose]) => `  ${command.padEnd(width)}  ${purpose}`),
  ].join('\n');
}
