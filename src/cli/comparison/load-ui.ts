import type { ZoneTable } from '../../time/types.ts';
import type { ThemeName, TuiExit, TuiModel, TuiSource, WallClock } from '../../tui/index.ts';
import { plainPalette } from '../../diagnostics/palette.ts';
import { readSource } from '../../workspace/read-source.ts';
import type { Surroundings } from '../io.ts';
import { takesUnicode } from './takes-unicode.ts';

/** How the terminal UI is to look. */
export interface UiFlags {
  readonly ascii?: true;
  readonly mouse?: true;
  /** A file with a view of tickets to begin with. */
  readonly view?: string;
  readonly theme?: ThemeName;
}

/** The terminal UI, ready to be run. */
export interface LoadedUi {
  readonly clockOf: (table: ZoneTable) => WallClock;
  /** From here on the UI puts the terminal back before it goes, whatever ends it. */
  readonly run: (first: TuiModel, source?: TuiSource) => Promise<TuiExit>;
}

/** Loads the terminal UI, which no other verb needs; null where the terminal cannot draw. */
export async function loadUi(flags: UiFlags, around: Surroundings): Promise<LoadedUi | null> {
  const colour = around.outPalette !== plainPalette;
  const { processTerminal, runTui, zoneWallClock } = await import('../../tui/index.ts');
  const terminal = processTerminal();
  if (terminal === null) return null;
  const { ascii = !takesUnicode(around.env), mouse = false, theme = '16', view: path } = flags;
  const view = path === undefined ? null : { path, text: (await readSource(path)).text };
  const options = { colour, ascii, mouse, theme, view };
  return { clockOf: zoneWallClock, run: (first, source) => runTui(first, terminal, options, source) };
}
