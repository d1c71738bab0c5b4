import { plainPalette } from '../../diagnostics/palette.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { readyModel, type Shown } from './ready-model.ts';

/** Runs the terminal UI until the user leaves; null where the terminal cannot draw. */
export async function showInTerminal(
  shown: Shown,
  ascii: boolean,
  around: Surroundings,
): Promise<ExitCode | null> {
  const colour = around.outPalette !== plainPalette;
  // What the UI draws with hears FORCE_COLOR alone, and only while it is loaded.
  around.env['FORCE_COLOR'] = colour ? '1' : '0';
  const { processTerminal, runTui, zoneWallClock } = await import('../../tui/index.tsx');
  const terminal = processTerminal();
  if (terminal === null) return null;
  // From here on the UI puts the terminal back before it goes, whatever ends it.
  return runTui(readyModel(shown, zoneWallClock), terminal, { colour, ascii });
}
