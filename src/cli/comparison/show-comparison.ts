import { comparisonJson } from '../../report/comparison-json.ts';
import { comparisonText } from '../../report/comparison-text.ts';
import { answersOf } from '../../simulate/answers/answers-of.ts';
import { summarize } from '../../simulate/summarize.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { version } from '../version.ts';
import type { ComparisonFlags } from './comparison-flags.ts';
import { withNotes } from './make-outcome.ts';
import type { Made } from './outcome-job.ts';
import { wantsTerminalUi } from './wants-terminal-ui.ts';

/**
 * Shows an outcome: the terminal UI where there is a person at a terminal, else the same answer as text, or as JSON
 * when asked. The UI is loaded only when it is shown.
 */
export async function showComparison(
  ran: Made,
  flags: ComparisonFlags,
  around: Surroundings,
): Promise<ExitCode> {
  const outcome = withNotes(ran.outcome, ran.simulation);
  const summary = summarize(outcome);
  const context = { toolVersion: version, node: around.versions.node };
  if (flags.list !== undefined || (flags.view !== undefined && !wantsTerminalUi(flags, around))) {
    const { listTickets } = await import('./list-tickets.ts');
    return listTickets(outcome, flags, around);
  }
  if (flags.json === true) {
    around.out.write(comparisonJson(outcome, summary, context, answersOf(outcome, ran.engine)));
    return EXIT.fine;
  }
  if (wantsTerminalUi(flags, around)) {
    const { showInTerminal } = await import('./show-in-terminal.ts');
    const exit = await showInTerminal({ ...ran, outcome, summary }, flags, around);
    if (exit !== null) return exit;
  }
  const answers = { of: answersOf(outcome, ran.engine), parts: flags.report ?? outcome.report ?? [] };
  const width = Math.max(80, Math.min(around.out.columns, 160));
  around.out.write(comparisonText(outcome, summary, context, { width, palette: around.outPalette, answers }));
  return EXIT.fine;
}
