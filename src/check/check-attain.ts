import { nearestWord } from '../diagnostics/nearest-word.ts';
import type { AttainNode, AttainTermNode, NameNode } from '../syntax/tree.ts';
import { type BusinessTerms, checkBound } from './check-bound.ts';
import { fractionOf } from './check-money.ts';
import { checkPeriod, checkPeriodZone, type ContractTerms } from './check-period.ts';
import { checkSelector } from './check-selector.ts';
import { type CheckContext, originOf, report } from './context.ts';
import type { Fraction } from './entitlement-model.ts';
import type { AttainedBy, CheckedAttainment, CheckedLimit } from './model.ts';
import type { Scope } from './scope.ts';

/** `attain 90% of resolve per month of tickets closed`; null, with findings, where it leaves something open. */
export function checkAttain(
  context: CheckContext,
  scope: Scope,
  clause: AttainNode,
  contract: ContractTerms,
  terms: BusinessTerms,
): CheckedAttainment | null {
  const metric = scope.resolve(context, 'metric', clause.metric);
  const when = checkSelector(context, scope, clause.for);
  const aim = checkAim(context, scope, clause, terms);
  if (aim === null) return null;
  if (clause.period === null) {
    report(context, 'plan/attain-without-period', clause.span, { metric: clause.metric.text });
    return null;
  }
  if (clause.population === null) {
    report(context, 'plan/attain-without-population', clause.span, { metric: clause.metric.text });
    return null;
  }
  const period = checkPeriod(context, clause.period, contract);
  const zone = checkPeriodZone(context, clause.zone, contract, clause.span, 'the period');
  const otherwise = checkOtherwise(context, clause);
  const least = clause.terms.find((term) => term.kind === 'at least');
  const leastTickets = least === undefined ? 0 : checkCount(context, least.tickets);
  reportTermsTwice(context, clause.terms);
  const each = clause.terms.find((term) => term.kind === 'each');
  const by = checkAttainedBy(context, scope, each?.of ?? null, contract);
  if (metric === null || when === null || period === null || zone === null) return null;
  if (otherwise === undefined || leastTickets === null || by === null) return null;
  const tellsApart =
    when.severities === null ? scope.names('severity').length > 1 : when.severities.length > 1;
  if (each === undefined && tellsApart)
    report(context, 'assume/attained-by', beforeSelector(context, clause), {});
  return {
    aim,
    metric,
    period,
    population: clause.population,
    otherwise,
    leastTickets,
    except: checkExcept(context, clause),
    each: by,
    zone,
    when,
    origin: originOf(context, clause.span),
  };
}

const GROUPS = ['severity', 'region', 'channel', 'type'] as const;

/** Of which tickets a line holds by itself; null, and a finding, where no ticket says what is named. */
function checkAttainedBy(
  context: CheckContext,
  scope: Scope,
  by: NameNode | null,
  { facts, regionKey }: ContractTerms,
): AttainedBy | null {
  if (by === null) return 'all tickets';
  if (by.text === regionKey) return 'region';
  const kind = GROUPS.find((group) => group === by.text);
  if (kind !== undefined && scope.names(kind).length > 0) return kind;
  const fact = facts.get(by.text);
  if (fact !== undefined) return { fact: fact.name };
  const known = [
    ...GROUPS.filter((group) => scope.names(group).length > 0),
    ...(regionKey === null ? [] : [regionKey]),
    ...facts.keys(),
  ];
  report(context, 'plan/attained-by-nothing', by.span, {
    name: by.text,
    nearest: nearestWord(by.text, known),
  });
  return null;
}

/** Tickets that are left out, such as duplicates; where nothing is said, every ticket counts. */
function checkExcept(context: CheckContext, clause: AttainNode): readonly string[] {
  const said = clause.terms.find((term) => term.kind === 'except');
  if (said === undefined) {
    report(context, 'assume/counted-tickets', beforeSelector(context, clause), {});
    return [];
  }
  const none = said.names.find(({ text }) => text === 'none');
  if (none === undefined) return said.names.map(({ text }) => text);
  if (said.names.length > 1) report(context, 'plan/except-none-and-some', none.span, {});
  return [];
}

/** The clause without the tickets to which it is narrowed, which stand last. */
function beforeSelector({ source }: CheckContext, clause: AttainNode): AttainNode['span'] {
  if (clause.for === null) return clause.span;
  const { start } = clause.span;
  return { start, end: start + source.text.slice(start, clause.for.span.start).trimEnd().length };
}

function checkAim(
  context: CheckContext,
  scope: Scope,
  clause: AttainNode,
  terms: BusinessTerms,
): CheckedAttainment['aim'] | null {
  const { aim, bound } = clause;
  const isMean = aim.kind === 'mean';
  if (isMean !== (bound?.kind === 'at most')) {
    report(context, 'target/mean-at-most', bound?.bound.span ?? clause.span, { isMean });
    return null;
  }
  let limit: CheckedLimit | null = null;
  if (bound !== null) {
    const bounds = checkBound(context, scope, terms, bound.bound);
    if (bounds === null) return null;
    limit = bounds.hard;
  }
  switch (aim.kind) {
    case 'mean':
      return limit === null ? null : { kind: 'mean', atMost: limit };
    case 'late': {
      const count = checkCount(context, aim.count);
      return count === null ? null : { kind: 'late', count, within: limit };
    }
    case 'share': {
      const share = checkShare(context, aim.share);
      if (aim.orLate === null) return share === null ? null : { kind: 'share', share, within: limit };
      const count = checkCount(context, aim.orLate);
      return share === null || count === null ? null : { kind: 'share or late', share, count, within: limit };
    }
  }
}

export function checkShare(context: CheckContext, { text, span }: NameNode): Fraction | null {
  const percent = Number(text);
  if (percent > 0 && percent <= 100) {
    const { numerator, denominator } = fractionOf(text);
    return { numerator, denominator: denominator * 100 };
  }
  report(context, 'plan/impossible-share', span, { share: text });
  return null;
}

function checkCount(context: CheckContext, { text, span }: NameNode): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  report(context, 'target/not-a-count', span, { count: text });
  return null;
}

/** What holds from a number of tickets on; undefined where it is half said. */
function checkOtherwise(
  context: CheckContext,
  { below, terms, span }: AttainNode,
): CheckedAttainment['otherwise'] | undefined {
  const otherwise = terms.find((term) => term.kind === 'else');
  if (below === null && otherwise === undefined) return null;
  if (below === null || otherwise === undefined) {
    report(context, 'target/below-and-else', otherwise?.span ?? span, {
      lacks: below === null ? 'below' : 'else',
    });
    return undefined;
  }
  const fromTickets = checkCount(context, below);
  const share = checkShare(context, otherwise.share);
  return fromTickets === null || share === null ? undefined : { fromTickets, share };
}

function reportTermsTwice(context: CheckContext, terms: readonly AttainTermNode[]): void {
  const seen = new Set<string>();
  for (const { kind, span } of terms) {
    if (seen.has(kind)) {
      const clause = kind === 'each' ? 'per severity, overall' : kind;
      report(context, 'plan/clause-twice', span, { clause });
    }
    seen.add(kind);
  }
}
