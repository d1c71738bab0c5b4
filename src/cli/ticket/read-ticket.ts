import type { TicketKey, TicketTerms } from '../../engine/index.ts';
import { factIndex } from '../../plan/fact-index.ts';
import type { CompiledPlan } from '../../plan/model.ts';
import { formatCivilDate, weekdayOf } from '../../time/civil-date.ts';
import { CUSTOMER_ZONE } from '../../time/customer-zone.ts';
import { parseReading } from '../../time/iso-instant.ts';
import type { InstantMs, ZoneTable } from '../../time/types.ts';
import { localToInstant } from '../../time/zone-arithmetic.ts';
import { findNamed } from '../find-named.ts';
import { weekdayName } from '../local-time.ts';
import { checkYear } from '../parse-date.ts';
import { UsageError } from '../usage-error.ts';
import { zoneTable } from '../zone-table.ts';
import { type FactValue, readFacts } from './read-facts.ts';
import { readSeverity, severityByFacts } from './read-severity.ts';
import type { TicketFlags } from './ticket-flags.ts';

/** One ticket, its names found in the contract. */
export interface Ticket {
  readonly key: TicketKey;
  /** The severity that its facts make it, stated or not; null where they do not tell. */
  readonly severityByFacts: number | null;
  /** What else the ticket says, by index of the plan's facts. */
  readonly facts: ReadonlyMap<number, FactValue>;
  /** What it says of its customer. */
  readonly terms: TicketTerms;
  readonly opened: InstantMs;
  /** In which times are read and shown; null when neither a flag nor the region nor the contract names a zone. */
  readonly zone: ZoneTable | null;
}

/** @throws {UsageError} for names that the contract does not have and for an opening that is no instant. */
export function readTicket(plan: CompiledPlan, flags: TicketFlags): Ticket {
  const find = (
    entries: Parameters<typeof findNamed>[0],
    text: string | undefined,
    what: 'severity' | 'region' | 'channel' | 'type',
  ) => (text === undefined ? -1 : findNamed(entries, text, `--${what}`, what));
  const facts = readFacts(plan, flags.fact);
  const named = {
    region: find(plan.regions, flags.region, 'region'),
    channel: find(plan.channels, flags.channel, 'channel'),
    type: find(plan.types, flags.type, 'type'),
  };
  const stated = flags.severity === undefined ? null : find(plan.severities, flags.severity, 'severity');
  const key: TicketKey = {
    severity: stated ?? readSeverity(plan, { facts, ...named }),
    ...named,
    facts: plan.facts.map((fact, index) => {
      const value = facts.get(index);
      return value === undefined ? -1 : factIndex(fact, value);
    }),
  };
  if (key.region === -1 && plan.regions.length > 0) {
    throw new UsageError(
      'the contract distinguishes regions, so the ticket needs one',
      `--region ${plan.regions.map(({ name }) => name).join(' | ')}`,
    );
  }
  const ofRegion = plan.regions[key.region]?.zone ?? plan.zone;
  const zoneName = flags.zone ?? (ofRegion === CUSTOMER_ZONE ? null : ofRegion);
  const zone = zoneName === null ? null : zoneTable(plan, zoneName);
  return {
    key,
    severityByFacts: facts.size === 0 ? null : severityByFacts(plan, { facts, ...named }),
    facts,
    terms: readTerms(flags),
    opened: readInstant(flags.opened, zone),
    zone,
  };
}

/** What flags say of a customer: `--zone Asia/Tokyo --holidays JP`. */
export function readTerms({ zone, holidays }: Pick<TicketFlags, 'zone' | 'holidays'>): TicketTerms {
  const sets = holidays.filter((name) => name !== 'none');
  if (holidays.length > 0 && sets.length === 0) return { zone: zone ?? null, holidays: [] };
  if (sets.length < holidays.length) {
    throw new UsageError('--holidays says both `none` and a set', 'say one of them');
  }
  return { zone: zone ?? null, holidays: sets.length === 0 ? null : sets };
}

/**
 * An instant as the user typed it; a local time is read in `zone`. A weekday before it, as scenarios have it, is checked.
 */
function readInstant(text: string, zone: ZoneTable | null): InstantMs {
  const { day = null, reading = text } =
    /^(?:(?<day>\p{L}{3,9}),?\s+)?(?<reading>.*)$/u.exec(text)?.groups ?? {};
  const parsed = parseReading(reading);
  if (!parsed.ok) {
    throw new UsageError(
      `--opened \`${text}\`: ${parsed.reason}`,
      'write the date and the time of day: 2026-06-12T16:30, or with an offset 2026-06-12T16:30+02:00',
    );
  }
  const { epochDay, daySeconds, ms, offset } = parsed.reading;
  checkYear('--opened', text, epochDay);
  const actual = weekdayName(weekdayOf(epochDay));
  if (day !== null && day.slice(0, 3).toLowerCase() !== actual.toLowerCase()) {
    throw new UsageError(`--opened \`${text}\`: ${formatCivilDate(epochDay)} is a ${actual}`);
  }
  if (offset !== null) return (epochDay * 86_400 + daySeconds - offset) * 1000 + ms;
  if (zone === null) {
    throw new UsageError(
      `--opened \`${text}\` has no offset, and neither the region nor the contract names a time zone`,
      'add an offset such as +02:00, or --zone Europe/Berlin',
    );
  }
  return localToInstant(zone, epochDay, daySeconds, ms);
}
