import type { ArrivalsNode } from '../syntax/tree.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { parseCivilDate } from '../time/civil-date.ts';
import type { CheckResult } from './check-contract.ts';
import { checkEvents, checkFactShares, checkSwings } from './check-swings.ts';
import { checkLog, weeklyMean } from './check-log.ts';
import { checkZoneName } from './check-time.ts';
import { expectedTickets, MOST_TICKETS } from './most-tickets.ts';
import { CUSTOMER_ZONE } from '../time/customer-zone.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import type { CheckedHolidaySet } from './model.ts';
import type { Scope } from './scope.ts';
import type { ArrivalStream, Share } from './simulation-model.ts';
import { checkProfile } from './check-profile.ts';
import { checkQuiet } from './check-quiet.ts';
import { checkShares } from './check-shares.ts';
import type { ClauseOf } from './simulation-clauses.ts';

/** What comes of one stream, without its hours of work and what its customers do; null after a finding. */
export function checkArrivals(
  context: CheckContext,
  scope: Scope,
  node: ArrivalsNode,
  { contract }: CheckResult,
  {
    span,
    sets,
    stepNames,
  }: {
    readonly span: ClauseOf<'span'> | null;
    readonly sets: readonly CheckedHolidaySet[];
    readonly stepNames: readonly string[];
  },
): Omit<ArrivalStream, 'works' | 'behaviour'> | null {
  const inner = within(context, `arrivals "${node.name.text}"`);
  const missing = (what: 'rate' | 'hours' | 'severities') => {
    const of = `\`${node.name.text}\``;
    const names = what === 'severities' ? scope.names('severity') : [];
    if (!node.broken) report(inner, 'simulation/incomplete', node.span, { missing: what, of, names });
    return null;
  };
  const { log: logNode } = node;
  if (logNode !== null) return checkLoggedArrivals(inner, scope, { ...node, log: logNode }, span, stepNames);
  const [takes] = node.takes;
  if (takes !== undefined) {
    report(inner, 'simulation/incomplete', takes.span, { missing: 'log', of: `\`${node.name.text}\`` });
    return null;
  }
  const region = node.region === null ? null : scope.resolve(inner, 'region', node.region);
  const mixed = node.shares.find((clause) => clause.kind === 'regions');
  if (node.region !== null && mixed !== undefined) {
    report(inner, 'simulation/clause-twice', mixed.span, { clause: 'region' });
    return null;
  }
  if (node.region === null && mixed === undefined && contract.regions.length > 0) {
    if (!node.broken)
      report(inner, 'simulation/no-region', node.span, {
        stream: node.name.text,
        regions: contract.regions.map(({ name }) => name),
      });
    return null;
  }
  const own = node.zone?.kind === 'zone' ? checkZoneName(inner, node.zone.zone) : null;
  const ofRegion = contract.regions.find((candidate) => candidate.name === region)?.zone;
  const zone = own ?? (ofRegion === CUSTOMER_ZONE ? null : ofRegion) ?? span?.zone.text ?? null;
  const perWeek = node.rate === null ? missing('rate') : weekly(inner, node.rate);
  const profile =
    checkProfile(inner, node) ?? (node.hours === null && node.pattern === null ? missing('hours') : null);
  const quiet = node.quiet.map((clause) => checkQuiet(inner, scope, clause, sets, span));
  if (quiet.includes(null)) return null;
  const shares = {
    severities: [] as readonly Share[],
    regions: [] as readonly Share[],
    channels: [] as readonly Share[],
    types: [] as readonly Share[],
  };
  for (const clause of node.shares) {
    const checked = checkShares(inner, scope, clause);
    if (checked === null) return null;
    shares[clause.kind] = checked;
  }
  if (!node.shares.some((clause) => clause.kind === 'severities') && scope.names('severity').length > 0) {
    return missing('severities');
  }
  const swings = checkSwings(inner, node.swings);
  const facts = checkFactShares(inner, scope, node.facts);
  if (swings === null || facts === null) return null;
  const events = checkEvents(inner, scope, node.events, {
    span: span === null ? null : { from: span.from.text, to: span.to.text },
    usual: { ...shares, facts },
    sharesOf: (at, clause) => checkShares(at, scope, clause),
  });
  if (events === null) return null;
  if (zone === null || perWeek === null || profile === null) return null;
  if (span !== null && isSpan(span)) {
    const tickets = expectedTickets(
      { perWeek, events, log: null },
      { from: span.from.text, to: span.to.text },
    );
    if (tickets > MOST_TICKETS) {
      report(inner, 'simulation/too-many-tickets', node.rate?.span ?? node.span, {
        tickets,
        most: MOST_TICKETS,
      });
      return null;
    }
  }
  return {
    name: node.name.text,
    region,
    zone,
    perWeek,
    profile,
    quiet: quiet.filter((each) => each !== null),
    swings,
    events,
    ...shares,
    facts,
    log: null,
    origin: originOf(inner, node.span),
  };
}

/** A stream whose tickets come from a log: what else is said of it are facts, which the log does not tell. */
function checkLoggedArrivals(
  context: CheckContext,
  scope: Scope,
  node: ArrivalsNode & { readonly log: NonNullable<ArrivalsNode['log']> },
  span: ClauseOf<'span'> | null,
  stepNames: readonly string[],
): Omit<ArrivalStream, 'works' | 'behaviour'> | null {
  const zone = node.zone?.kind === 'zone' ? checkZoneName(context, node.zone.zone) : null;
  const facts = checkFactShares(context, scope, node.facts);
  const checked = checkLog(context, scope, node, {
    zone,
    span: span === null ? null : { from: span.from.text, to: span.to.text, zone: span.zone.text },
    stepNames,
  });
  if (checked === null || facts === null) return null;
  return {
    name: node.name.text,
    region: null,
    zone: checked.zone,
    perWeek: weeklyMean(checked.log),
    profile: Array.from({ length: 7 }, () => new Array<number>(24).fill(1)),
    quiet: [],
    swings: { growth: null, seasons: [], bursts: null, dayDeviation: 0 },
    events: [],
    severities: [],
    regions: [],
    channels: [],
    types: [],
    facts,
    log: checked.log,
    origin: originOf(context, node.span),
  };
}

const WEEKLY = { hour: 168, day: 7, week: 1 } as const;

function weekly(context: CheckContext, rate: NonNullable<ArrivalsNode['rate']>): number | null {
  const per = rate.per.text;
  if (!Object.hasOwn(WEEKLY, per)) {
    report(context, 'simulation/rate', rate.per.span, {
      per,
      nearest: nearestWord(per, Object.keys(WEEKLY)),
    });
    return null;
  }
  const perWeek = Number(rate.amount.text) * WEEKLY[per as keyof typeof WEEKLY];
  if (perWeek > 0) return perWeek;
  report(context, 'simulation/no-weight', rate.span, { what: 'the arrivals' });
  return null;
}

/** Whether its dates exist; where they do not, that has been said. */
function isSpan({ from, to }: ClauseOf<'span'>): boolean {
  return parseCivilDate(from.text) !== null && parseCivilDate(to.text) !== null;
}
