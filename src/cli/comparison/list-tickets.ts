import type { Outcome } from '../../simulate/outcome.ts';
import { readSource } from '../../workspace/read-source.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Surroundings } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import { zoneTable } from '../zone-table.ts';
import type { ComparisonFlags } from './comparison-flags.ts';

/**
 * Prints the tickets that filters let through, as the terminal UI lists them; times are in UTC.
 * @throws {UsageError} for a filter that cannot be read.
 */
export async function listTickets(
  outcome: Outcome,
  { list = [], view, zone, json }: ComparisonFlags,
  around: Surroundings,
): Promise<ExitCode> {
  const { readQuery, selectTickets, tableJson, tableText, ticketsTable, zoneWallClock } =
    await import('../../tui/lists.ts');
  const clock = zoneWallClock(zoneTable(outcome.plan, zone ?? outcome.plan.zone ?? 'UTC'));
  const saved = view === undefined ? [] : [(await readSource(view)).text];
  const read = readQuery(outcome, clock, [...saved, ...list].join('\n'));
  if (read.kind === 'problem') {
    throw new UsageError(`${view === undefined ? '--list' : `--view ${view}`}: ${read.message}`);
  }
  const { query } = read;
  const table = ticketsTable(outcome, query.metric, selectTickets(outcome, query, clock));
  const about = { title: outcome.title, zone: 'UTC', tzdata: outcome.plan.tzdata, source: outcome.source };
  around.out.write(json === true ? tableJson(table, about) : tableText(table));
  return EXIT.fine;
}
