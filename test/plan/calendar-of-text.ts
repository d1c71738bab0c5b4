import { expect } from 'vitest';
import { loadPlan } from '../../src/engine/index.ts';
import { lower } from '../../src/plan/lower.ts';
import type { CompiledPlan } from '../../src/plan/model.ts';
import { readCalendar, type TicketFacts } from '../../src/reference/index.ts';
import { formatInstantUtc, parseInstant } from '../../src/time/iso-instant.ts';
import { briefly, checkText } from '../check/findings.ts';
import { NO_FACTS } from '../engine/lower-calendar.ts';

const CONTRACT = `contract "Test" version "1" {
  effective 2026-01-01 in Europe/Berlin
}

severities {
  P1 "nobody can work"  when impact = all
  P2 "some cannot"      when impact = some
  P3 "a question"       otherwise
}

facts {
  impact one of all, some, one
}
`;

export function at(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.instant;
}

/**
 * Calendars in a contract of three severities, asked of the engine and of the reference, which must agree; `data` are
 * files that they name.
 */
export function calendars(
  text: string,
  data: Readonly<Record<string, string>> = {},
): {
  readonly plan: CompiledPlan;
  /** Open stretches of a calendar for a ticket, from the first instant up to the second. */
  readonly stretches: (
    name: string,
    ticket: Partial<TicketFacts>,
    from: string,
    to: string,
  ) => readonly string[];
} {
  const { contract, findings } = checkText(`${CONTRACT}\n${text}`, 'contract.plan', {}, data);
  // What a contract leaves open is no matter here.
  const mistakes = findings.filter(({ code }) => !code.startsWith('assume/'));
  expect(briefly(mistakes)).toEqual([]);
  const plan = lower(contract);
  const engine = loadPlan(plan);

  return {
    plan,
    stretches(name, ticket, from, to) {
      const calendar = engine.calendar(indexFor(plan, name, ticket));
      const reference = readCalendar(contract, name, { ...NO_FACTS, ...ticket });
      for (let t = at(from); t < at(to); t += 5 * 60_000) {
        if (calendar.isOpen(t) !== reference.isOpen(t)) {
          throw new Error(`engine and reference differ at ${formatInstantUtc(t)}`);
        }
      }
      const edges = calendar.edgesBetween(at(from), at(to));
      return edges.map(formatInstantUtc);
    },
  };
}

/** The calendar that the compiler made for a ticket: of the names that fit, the one that says most. */
export function indexFor(plan: CompiledPlan, name: string, ticket: Partial<TicketFacts>): number {
  const said = [ticket.region, ticket.severity, ticket.channel, ticket.type];
  const fitting = plan.calendars
    .map((calendar, index) => ({ index, keys: keysOf(calendar.name, name) ?? ['another calendar'] }))
    .filter(({ keys }) => keys.every((key) => said.includes(key)))
    .sort((a, b) => b.keys.length - a.keys.length);
  const [first] = fitting;
  if (first === undefined) throw new Error(`the plan has no calendar ${name} for the ticket`);
  return first.index;
}

/** `['P1', 'phone']` for `Support (P1, phone)`; null for another calendar. */
function keysOf(calendar: string, name: string): readonly string[] | null {
  if (calendar === name) return [];
  return calendar.startsWith(`${name} (`) ? calendar.slice(name.length + 2, -1).split(', ') : null;
}
