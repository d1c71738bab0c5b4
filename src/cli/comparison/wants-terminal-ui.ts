import type { Surroundings } from '../io.ts';
import type { ComparisonFlags } from './comparison-flags.ts';

/** Whether there is a person at a terminal that can draw. Nobody looks at that of a build, whatever it says of itself. */
export function wantsTerminalUi(flags: ComparisonFlags, { stdin, out, env }: Surroundings): boolean {
  const inBuild = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  const asked = flags.plain !== true && flags.json !== true && flags.list === undefined;
  return asked && stdin.isTerminal && out.isTerminal && env['TERM'] !== 'dumb' && !inBuild;
}
