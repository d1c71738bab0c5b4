import type { Palette } from '../diagnostics/palette.ts';

export type ColourFlag = 'auto' | 'always' | 'never';

/**
 * Whether a stream gets colours: the flag decides, then `NO_COLOR` (https://no-color.org, set and not empty), then
 * `FORCE_COLOR` (https://force-color.org, `0` and `false` mean no), then `TERM=dumb`, then whether the stream is a
 * terminal. Standard output and standard error are asked apart: one of them may be a pipe.
 */
export function hasColour(flag: ColourFlag, env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (flag !== 'auto') return flag === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  const forced = env['FORCE_COLOR'];
  if (isSet(forced)) return forced !== '0' && forced !== 'false';
  if (env['TERM'] === 'dumb') return false;
  return isTerminal;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

/** The sixteen colours that every terminal lets its user choose. */
export const ansiPalette: Palette = {
  error: (text) => paint(text, '1;31', '22;39'),
  warning: (text) => paint(text, '1;33', '22;39'),
  assumption: (text) => paint(text, '1;36', '22;39'),
  good: (text) => paint(text, '32', '39'),
  strong: (text) => paint(text, '1', '22'),
  faint: (text) => paint(text, '2', '22'),
};

function paint(text: string, on: string, off: string): string {
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
}
