import type { Engine } from '../../engine/index.ts';
import { fixedZoneTable } from '../../time/fixed-zone.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import type { Summary } from '../../simulate/summary.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { explainFor } from './explain-for.ts';
import { plainPalette } from '../../diagnostics/palette.ts';

/** Runs the terminal UI until the user leaves; null where the terminal cannot draw. */
export async function showInTerminal(
  shown: { readonly outcome: Outcome; readonly summary: Summary; readonly engine: Engine },
  ascii: boolean,
  around: Surroundings,
): Promise<ExitCode | null> {
  const colour = around.outPalette !== plainPalette;
  // What the UI draws with hears FORCE_COLOR alone, and only while it is loaded.
  around.env['FORCE_COLOR'] = colour ? '1' : '0';
  const { processTerminal, runTui, zoneWallClock } = await import('../../tui/index.tsx');
  const terminal = processTerminal();
  if (terminal === null) return null;

  const { outcome, summary, engine } = shown;
  const { zone } = outcome.plan;
  const table = zone === null ? undefined : outcome.plan.zones[zone];
  // From here on the UI puts the terminal back before it goes, whatever ends it.
  return runTui(
    {
      kind: 'ready',
      outcome,
      summary,
      wallClock: zoneWallClock(table ?? fixedZoneTable('UTC', 0, 1970, 2100)),
      explain: explainFor(outcome, engine),
      arriving: null,
    },
    terminal,
    { colour, ascii },
  );
}
