import type { Engine } from '../../engine/index.ts';
import { comparisonJson } from '../../report/comparison-json.ts';
import { comparisonText } from '../../report/comparison-text.ts';
import type { Outcome } from '../../simulate/outcome.ts';
import { summarize } from '../../simulate/summarize.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { version } from '../version.ts';
import type { ComparisonFlags } from './comparison-flags.ts';

/**
 * Shows an outcome: the terminal UI where there is a person at a terminal, else the same answer as text, or as JSON
 * when asked. The UI is loaded only when it is shown.
 */
export async function showComparison(
  ran: Outcome,
  engine: Engine,
  flags: ComparisonFlags,
  around: Surroundings,
): Promise<ExitCode> {
  // What the contract says and a run does not carry out yet changes the figures, so it stands among the notes.
  const outcome: Outcome = { ...ran, notes: [...ran.notes, ...ran.plan.notApplied] };
  const summary = summarize(outcome);
  const context = { toolVersion: version, node: around.versions.node };
  if (flags.json === true) {
    around.out.write(comparisonJson(outcome, summary, context));
    return EXIT.fine;
  }
  if (wantsTerminalUi(flags, around)) {
    const { showInTerminal } = await import('./show-in-terminal.ts');
    const exit = await showInTerminal({ outcome, summary, engine }, flags.ascii === true, around);
    if (exit !== null) return exit;
  }
  const width = Math.max(80, Math.min(around.out.columns, 160));
  around.out.write(comparisonText(outcome, summary, context, { width, palette: around.outPalette }));
  return EXIT.fine;
}

/** Nobody looks at a terminal of a build, whatever it says of itself. */
function wantsTerminalUi(flags: ComparisonFlags, { stdin, out, env }: Surroundings): boolean {
  const inBuild = env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
  return flags.plain !== true && stdin.isTerminal && out.isTerminal && !inBuild;
}
