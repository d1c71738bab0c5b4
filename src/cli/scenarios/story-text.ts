import type { Palette } from '../../diagnostics/palette.ts';
import { amountWords } from '../../explain/amount-words.ts';
import type { ZoneTable } from '../../time/types.ts';
import type { ChargedEntry, ClockStep, Evidence, TicketStep } from '../../verify/scenario-result.ts';
import { formatLocalTime } from '../local-time.ts';
import { placeOf } from '../why/account-text.ts';

/** What a clock did, a line an event: what had been counted by then, how it stood, and when it was due. */
export function renderClockSteps(
  { target, steps }: Extract<Evidence, { kind: 'clock' }>,
  zone: ZoneTable,
  palette: Palette,
  indent: string,
): string {
  const head = `${indent}${palette.strong(`${target.metric}: ${target.words}`)}  ${palette.faint(placeOf(target.origin))}\n`;
  const rows = steps.map((step) => [
    formatLocalTime(zone, step.at),
    step.what,
    usedWords(step),
    standing(step, zone),
  ]);
  return head + inColumns(rows, `${indent}  `);
}

function usedWords({ used }: ClockStep): string {
  return used === null ? '' : `= ${amountWords(used, 'ms')}`;
}

function standing({ status, due }: ClockStep, zone: ZoneTable): string {
  return due === null ? status : `${status}, due ${formatLocalTime(zone, due)}`;
}

/** What happened to a ticket, a line an event. */
export function renderTicketSteps(steps: readonly TicketStep[], zone: ZoneTable, indent: string): string {
  return inColumns(
    steps.map(({ at, what }) => [formatLocalTime(zone, at), what]),
    indent,
  );
}

/** What a ticket is charged, a line an entry of the account, with the clause by which. */
export function renderCharges(
  entries: readonly ChargedEntry[],
  zone: ZoneTable,
  palette: Palette,
  indent: string,
): string {
  if (entries.length === 0) return `${indent}nothing that the plan charges for has happened\n`;
  const rows = entries.map(({ at, kind, amount, thing, why, name, effect, origin }) => [
    formatLocalTime(zone, at),
    `${kind} ${amount} ${thing}`,
    name ?? '',
    effect === null ? why : `over quota: ${effect}`,
    palette.faint(placeOf(origin)),
  ]);
  return inColumns(rows, indent);
}

function inColumns(rows: readonly (readonly string[])[], indent: string): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd() +
        '\n',
    )
    .join('');
}
