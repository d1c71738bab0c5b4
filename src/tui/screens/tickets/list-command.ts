import { shellWord } from '../../state/command-line.ts';
import type { ReadyState } from '../../state/state.ts';
import { settingWords } from '../../tickets/query-text.ts';
import type { TicketQuery } from '../../tickets/query.ts';

/** The command line that prints the tickets of a query; dates in it are read in the zone shown. */
export function listCommand({ model }: ReadyState, query: TicketQuery): string | null {
  const { outcome, wallClock, command } = model;
  if (command === null) return null;
  const isDated = query.filters.some((text) => /\bopened\b/i.test(text));
  const lines = [settingWords(outcome, query).join(' '), ...query.filters];
  const zone = isDated ? ` --zone ${shellWord(wallClock.zone)}` : '';
  return `${command} ${lines.map((line) => `--list ${shellWord(line)}`).join(' ')}${zone}`;
}
