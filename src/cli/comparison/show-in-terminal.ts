import type { ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { loadUi, type UiFlags } from './load-ui.ts';
import { readyModel, type Shown } from './ready-model.ts';

/** Runs the terminal UI on an outcome that is there, until the user leaves; null where the terminal cannot draw. */
export async function showInTerminal(
  shown: Shown,
  flags: UiFlags,
  around: Surroundings,
): Promise<ExitCode | null> {
  const ui = await loadUi(flags, around);
  return ui === null ? null : ui.run(readyModel(shown, ui.clockOf));
}
