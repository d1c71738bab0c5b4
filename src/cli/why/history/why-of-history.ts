import type { HistoryAccount } from '../../../explain/history/history-account.ts';
import type { ZoneTable } from '../../../time/types.ts';
import { loadEngineFor } from '../../customer-engine.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { Surroundings } from '../../io.ts';
import { loadProgram } from '../../load-program.ts';
import { readAt } from '../../read-at.ts';
import { UTC } from '../../ticket/about-ticket.ts';
import { hardLimit, zoneOfLimit } from '../../ticket/due-answer.ts';
import { findMetric } from '../../ticket/find-metric.ts';
import { readTerms } from '../../ticket/read-ticket.ts';
import type { TicketFlags } from '../../ticket/ticket-flags.ts';
import { UsageError } from '../../usage-error.ts';
import { zoneTable } from '../../zone-table.ts';
import { isOfTicket } from '../../track/of-ticket.ts';
import { answerHistory, type HistoryAnswer } from './history-answer.ts';
import { historyToJson } from './history-json.ts';
import { renderHistory } from './history-text.ts';
import { linesOfHistory, readHistory, ticketIn } from './read-history.ts';

interface HistoryOptions extends Omit<TicketFlags, 'opened'> {
  readonly opened?: string;
  readonly target?: string;
  readonly ticket?: string;
  readonly at?: string;
  readonly json?: true;
}

/** What the history says itself. */
const SAID = ['opened', 'plan', 'severity', 'region', 'channel', 'type'] as const;

/** Explains one ticket of a history. */
export async function whyOfHistory(
  files: readonly string[],
  path: string,
  options: HistoryOptions,
  around: Surroundings,
): Promise<ExitCode> {
  const said = options.fact.length > 0 ? 'fact' : SAID.find((flag) => options[flag] !== undefined);
  if (said !== undefined) {
    throw new UsageError(
      `--${said} and --history are not for one run`,
      'the lines of the history say what the ticket is',
    );
  }
  const { out, err, outPalette } = around;
  const at = readAt(options.at);
  const program = await loadProgram(files, around, (plan, file) =>
    loadEngineFor(plan, file, readTerms(options)),
  );
  const last = program?.versions[program.versions.length - 1];
  if (program === null || last === undefined) return EXIT.findings;
  const metric = options.target === undefined ? null : findMetric(last.plan, options.target);
  const lines = await linesOfHistory(path, around);
  const history = readHistory(program, lines);
  const [bad] = history.bad;
  if (bad !== undefined) {
    err.write(`surety: ${path} line ${String(bad.number)}: ${bad.problem}\n`);
    return EXIT.usage;
  }
  const ticket = ticketIn(history, options.ticket);
  let answer: HistoryAnswer | null;
  try {
    answer = answerHistory(program, lines, history, ticket, at);
  } catch (error) {
    if (!isOfTicket(error)) throw error;
    err.write(`surety: the ticket ${ticket}: ${error.message}\n`);
    return EXIT.findings;
  }
  if (answer === null) {
    err.write(`surety: the ticket ${ticket} is not opened by then\n`);
    return EXIT.findings;
  }
  const zoneOf = zonesOf(answer, options.zone);
  const zone = zoneOf(answer.clocks.find((account) => zoneOf(account) !== UTC) ?? answer.clocks[0] ?? null);
  if (options.json === true) {
    for (const each of historyToJson(answer, zoneOf, zone, metric)) out.write(`${JSON.stringify(each)}\n`);
  } else {
    const width = Math.min(Math.max(60, out.columns), 100);
    const file = files[files.length - 1] ?? '';
    out.write(renderHistory(answer, zoneOf, zone, metric, { width, palette: outPalette, file }));
  }
  return EXIT.fine;
}

/** By whose clock times are shown: the one that is named, else that of the promise, else the contract's. */
function zonesOf(
  { compiled }: HistoryAnswer,
  named: string | undefined,
): (account: HistoryAccount | null) => ZoneTable {
  const own = compiled.zone ?? compiled.effective?.zone ?? null;
  const fallback =
    named === undefined ? (own === null ? UTC : zoneTable(compiled, own)) : zoneTable(compiled, named);
  return (account) => {
    if (named !== undefined || account === null || account.story.by === null) return fallback;
    return zoneOfLimit(account.story.by.engine, hardLimit(account.story.by.cell.target)) ?? fallback;
  };
}
