import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { readEvent, type TicketEvent, type TicketProgram } from '../../engine/ticket/index.ts';
import { parseInstant } from '../../time/iso-instant.ts';

/** A line of a history, or what is wrong with it, in words. */
export type Line =
  | { readonly kind: 'event'; readonly ticket: string; readonly event: TicketEvent }
  | { readonly kind: 'bad'; readonly problem: string };

/** `{"ticket","at","event", …}`: what happened, when, and what it says of the ticket. */
export function readLine(program: TicketProgram, text: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return bad('it is no JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('it is no JSON object');
  const says = value as Readonly<Record<string, unknown>>;
  const { ticket, at, event } = says;
  if (typeof ticket !== 'string' && typeof ticket !== 'number') return bad('it does not name its `ticket`');
  if (typeof at !== 'string') return bad('it does not say `at` which instant');
  if (typeof event !== 'string') return bad('it does not name its `event`');
  const parsed = parseInstant(at);
  if (!parsed.ok) return bad(`\`at\` ${at}: ${parsed.reason}`);
  const read = readEvent(program, { at: parsed.instant, event, says });
  if ('at' in read) return { kind: 'event', ticket: String(ticket), event: read };
  const nearest = nearestWord(read.value, read.values);
  const hint = nearest === null ? `it is one of ${read.values.join(', ')}` : `did you mean \`${nearest}\`?`;
  return bad(
    read.value === ''
      ? `it does not say its \`${read.of}\`: ${hint}`
      : `the contract has no ${read.of} \`${read.value}\`: ${hint}`,
  );
}

function bad(problem: string): Line {
  return { kind: 'bad', problem };
}
