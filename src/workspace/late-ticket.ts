import type { LaterPromise, LatePromise, ShutPromise } from '../analyze/doubtful-promises.ts';
import { readingZone, zonesOf } from '../analyze/reading-zone.ts';
import { dated } from '../consequence/example-time.ts';
import type { Engine } from '../engine/index.ts';
import type { PlanTarget } from '../plan/model.ts';
import { durationWords } from '../report/duration-words.ts';
import { percentDigits } from '../report/share-words.ts';
import { utcYearOf } from '../time/iso-instant.ts';

/**
 * A ticket of which one promise is due later than another, each by its name: `opened Fri 2026-06-05 16:00, \`P1\` is due
 * Mon 2026-06-08 16:00, and \`P2\` Fri 2026-06-05 20:00: 2 d 20 h earlier; so it is for 12.5% of all openings until 2035`.
 */
export function laterTicket(
  engine: Engine,
  found: LaterPromise,
  [name, otherName]: readonly [string, string],
): string {
  const { cell, otherCell, apart } = found;
  const words = clockOf(engine, found, [cell, otherCell]);
  const due = Number.isFinite(apart.due) ? `is due ${words(apart.due)}` : 'has no deadline';
  const earlier = Number.isFinite(apart.due) ? `: ${durationWords(apart.due - apart.otherDue)} earlier` : '';
  return `${opened(engine, found, [cell, otherCell])}, ${name} ${due}, and ${otherName} ${words(apart.otherDue)}${earlier}${howOften(found)}`;
}

/** A ticket that is due before hours open. */
export function shutTicket(engine: Engine, found: ShutPromise, calendar: string): string {
  const { cell, apart } = found;
  const words = clockOf(engine, found, [cell]);
  const apartBy =
    apart.due === apart.otherDue ? 'then' : `${durationWords(apart.due - apart.otherDue)} later`;
  return `${opened(engine, found, [cell])}, it is due ${words(apart.otherDue)}, and \`${calendar}\` opens ${words(apart.due)}: ${apartBy}${howOften(found)}`;
}

function clockOf(engine: Engine, { ticket }: LatePromise, cells: readonly PlanTarget[]) {
  const region = tellsRegion(cells) ? (engine.plan.regions[ticket.region]?.name ?? null) : null;
  const [only, other] = zonesOf(engine, cells);
  // What hangs on the hours of one clock is seen on that clock.
  const zone =
    only === undefined || other !== undefined ? readingZone(engine, region, cells) : engine.zone(only);
  return (instant: number): string => dated(zone, instant);
}

/** `opened Fri 2026-06-05 16:00`, with what else the ticket has to be: `ANZ, phone, opened …`. */
function opened(engine: Engine, found: LatePromise, cells: readonly PlanTarget[]): string {
  const { plan } = engine;
  const { region, channel, type, facts } = found.ticket;
  const told = new Set(cells.flatMap(({ when }) => when.facts.map(({ fact }) => fact)));
  const names = [
    tellsRegion(cells) ? plan.regions[region]?.name : undefined,
    plan.channels[channel]?.name,
    plan.types[type]?.name,
    ...plan.facts.map(({ name, type: of }, i) => {
      const value = told.has(i) ? (facts[i] ?? -1) : -1;
      if (value === -1) return undefined;
      return of.kind === 'words' ? `${name} ${of.words[value] ?? ''}` : value === 0 ? name : `not ${name}`;
    }),
  ].filter((name) => name !== undefined);
  const words = clockOf(engine, found, cells);
  return [...names.map((name) => `${name}, `), `opened ${words(found.apart.opened)}`].join('');
}

function tellsRegion(cells: readonly PlanTarget[]): boolean {
  return cells.some(({ when }) => when.regions !== null);
}

function howOften({ share, span }: LatePromise): string {
  const until = `until ${utcYearOf(span.to - 1)}`;
  return share === 1
    ? `; so it is for every opening ${until}`
    : `; so it is for ${percentDigits(share)}% of all openings ${until}`;
}
