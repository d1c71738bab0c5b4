import type { Surroundings } from '../io.ts';
import type { ComparisonFlags } from './comparison-flags.ts';

/**
 * Whether there is a person at a terminal that can draw. Nobody looks at that of a build, whatever it says of itself, and a
 * screen reader reads what is printed, not a screen that is drawn over and over: by the name that Ink's programs know it by.
 */
export function wantsTerminalUi(flags: ComparisonFlags, { stdin, out, env }: Surroundings): boolean {
  const inBuild = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  const isRead = env['INK_SCREEN_READER'] === 'true' || env['INK_SCREEN_READER'] === '1';
  const asked = flags.plain !== true && flags.json !== true && flags.list === undefined;
  return asked && stdin.isTerminal && out.isTerminal && env['TERM'] !== 'dumb' && !inBuild && !isRead;
}
