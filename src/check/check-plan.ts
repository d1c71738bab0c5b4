import type { CoverageNode, PlanNode } from '../syntax/tree.ts';
import type { EntitlementNode } from '../syntax/entitlement-tree.ts';
import { checkTickets } from './check-arrival.ts';
import { checkCalendarName } from './check-calendar-name.ts';
import type { BusinessTerms } from './check-bound.ts';
import { reportHangingCells } from './check-relation.ts';
import { checkSelector, EVERYTHING, narrowness } from './check-selector.ts';
import { selectorKey } from './dimensions.ts';
import { checkTargetTable, reportTwice, type TargetCell } from './check-targets.ts';
import { checkEntitlements } from './check-entitlements.ts';
import { checkOption, checkRate, checkSurcharge } from './check-charges-beside.ts';
import { checkAvailability } from './check-availability.ts';
import { checkTogether } from './check-credit-caps.ts';
import { servicesOf } from './check-credit-cause.ts';
import { checkCredit, checkPoints, reportNoPoints } from './check-credit.ts';
import { checkPrice } from './check-price.ts';
import { checkRight } from './check-right.ts';
import type {
  CheckedAvailability,
  CheckedOption,
  CheckedPrice,
  CheckedRate,
  CheckedSurcharge,
  CheckedTogetherCap,
} from './money-model.ts';
import { checkAttain } from './check-attain.ts';
import type { ContractTerms } from './check-period.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import { LinesTwice, reportClausesTwice } from './lines-twice.ts';
import type {
  CheckedAttainment,
  CheckedChannel,
  CheckedCoverage,
  CheckedFeature,
  CheckedPlan,
  CheckedTarget,
} from './model.ts';
import type { Scope } from './scope.ts';

/** What a plan means by business hours and days: its own words, else those of the plan it extends. */
export function businessTermsOf(node: PlanNode, inherited: BusinessTerms | null): BusinessTerms {
  const own = (unit: 'hours' | 'days') =>
    node.clauses.find((clause) => clause.kind === 'business' && clause.unit === unit);
  const hours = own('hours');
  const days = own('days');
  return {
    hours: hours?.kind === 'business' ? hours.basis : (inherited?.hours ?? null),
    days: days?.kind === 'business' ? days.basis : (inherited?.days ?? null),
    plan: node.name.text,
    lost: node.broken || inherited?.lost === true || (node.extends !== null && inherited === null),
  };
}

/** Whether a plan says for itself what business hours or days are; the cells that it inherits then count in them. */
export function saysBusiness(node: PlanNode): boolean {
  return node.clauses.some((clause) => clause.kind === 'business');
}

/** The cells of the tables in a plan's block, counted by the terms given: its own, or those of a plan that extends it. */
export function cellsOfBlock(
  context: CheckContext,
  scope: Scope,
  node: PlanNode,
  terms: BusinessTerms,
): readonly TargetCell[] {
  const inner = within(context, `plan ${node.name.text}`);
  return node.clauses.flatMap((clause) => {
    if (clause.kind !== 'targets') return [];
    const columns = (clause.columns ?? []).map((column) => {
      const metric = scope.resolve(inner, 'metric', column);
      return metric === null ? null : { metric, plan: node.name.text, terms };
    });
    return checkTargetTable(within(inner, 'targets'), scope, clause, columns);
  });
}

/** Targets with the narrowest before the wider ones, which hold for what those leave. */
function narrowestFirst(cells: readonly TargetCell[]): readonly CheckedTarget[] {
  return cells.map((cell) => cell.target).sort((a, b) => narrowness(b.when) - narrowness(a.when));
}

/** A plan's own cells before those that it inherits, without what they replace line by line. */
export function overInherited(
  own: readonly TargetCell[],
  inherited: readonly CheckedTarget[],
): readonly CheckedTarget[] {
  const key = ({ metric, when }: CheckedTarget) => `${metric} ${selectorKey(when)}`;
  const mine = narrowestFirst(own);
  const said = new Set(mine.map(key));
  return [...mine, ...inherited.filter((target) => !said.has(key(target)))];
}

/**
 * A plan with what it inherits. `readCells` gives the targets that are its own, in its block and in tables at the top
 * level; the inherited ones are those it takes over, as it counts them.
 */
export function checkPlan(
  context: CheckContext,
  scope: Scope,
  node: PlanNode,
  parent: CheckedPlan | null,
  level: number,
  terms: BusinessTerms,
  contract: ContractTerms,
  readCells: () => readonly TargetCell[],
  inheritedTargets: readonly CheckedTarget[],
): CheckedPlan {
  const inner = within(context, `plan ${node.name.text}`);
  const coverage: CheckedCoverage[] = [];
  const channels: CheckedChannel[] = [];
  const attainment: CheckedAttainment[] = [];
  const entitlements: EntitlementNode[] = [];
  const features: CheckedFeature[] = [];
  const rates: CheckedRate[] = [];
  const options: CheckedOption[] = [];
  const surcharges: CheckedSurcharge[] = [];
  const creditCaps: CheckedTogetherCap[] = [];
  const availability: CheckedAvailability[] = [];
  const said = servicesOf(node.clauses, node.broken);
  const inherited = (parent?.availability ?? []).map(({ service }) => service);
  const services = { ...said, names: [...said.names, ...inherited] };
  let price: CheckedPrice | null = null;
  reportClausesTwice(inner, node.clauses);
  const linesTwice = new LinesTwice(inner);

  for (const clause of node.clauses) {
    const origin = originOf(inner, clause.span);
    switch (clause.kind) {
      case 'coverage': {
        const when = checkTickets(inner, scope, clause);
        const hours = checkCoveredHours(inner, scope, clause);
        const activities = clause.activities.map((activity) => scope.resolve(inner, 'activity', activity));
        if (when === null || hours === null) break;
        for (const activity of activities) {
          if (activity === null) continue;
          linesTwice.note(`coverage ${activity}`, when, clause.span);
          coverage.push({ activity, hours, when, origin });
        }
        break;
      }
      case 'channels': {
        const when = checkSelector(inner, scope, clause.for);
        const names = clause.names.map((name) => scope.resolve(inner, 'channel', name));
        if (when === null) break;
        for (const value of names)
          if (value !== null) channels.push({ when, value, onRequest: clause.onRequest, origin });
        break;
      }
      case 'business':
        if (clause.basis.calendar === null) {
          report(inner, 'plan/business-without-calendar', clause.span, { unit: clause.unit });
        } else checkCalendarName(inner, scope, clause.basis.calendar);
        break;
      case 'targets':
        // Read when the clauses are: see `cellsOfBlock`.
        break;
      case 'attain': {
        const value = checkAttain(inner, scope, clause, contract, terms);
        if (value !== null) {
          const { aim } = value;
          const key = aim.kind === 'mean' ? 'mean' : aim.within === null ? '…' : JSON.stringify(aim.within);
          // One share a month and another a year are two promises, and so are those of all sites and of each.
          const { unit, anchor } = value.period;
          const apart = JSON.stringify([anchor, value.each]);
          linesTwice.note(`attain ${key} of ${value.metric} per ${unit}`, value.when, clause.span, apart);
          attainment.push(value);
        }
        break;
      }
      case 'quota':
      case 'rollover':
      case 'charge':
      case 'eligible':
      case 'provision':
      case 'languages':
      case 'versions':
      case 'available':
      case 'pack':
        entitlements.push(clause);
        break;
      case 'price':
        price = checkPrice(inner, scope, clause, contract);
        break;
      case 'rule':
      case 'on change':
      case 'escalate':
      case 'clock':
      case 'note':
        // Read with those of the contract: see check-conduct, check-clock-set.
        break;
      case 'rate': {
        const rate = checkRate(inner, scope, clause, contract);
        if (rate !== null) rates.push(rate);
        break;
      }
      case 'option': {
        const option = checkOption(inner, scope, clause, contract, terms);
        if (option !== null) options.push(option);
        break;
      }
      case 'surcharge': {
        const surcharge = checkSurcharge(inner, scope, clause, contract);
        if (surcharge !== null) surcharges.push(surcharge);
        break;
      }
      case 'credits':
        creditCaps.push(...checkTogether(inner, clause, contract));
        break;
      case 'credit':
      case 'points':
      case 'right':
        // Read below, since it may hang on what stands behind it.
        break;
      case 'availability': {
        const value = checkAvailability(inner, scope, clause, contract, terms);
        if (value !== null) {
          linesTwice.note(`availability "${value.service}"`, EVERYTHING, clause.span);
          availability.push(value);
        }
        break;
      }
      case 'feature':
        features.push({ name: clause.text, value: clause.value, says: clause.says, origin });
    }
  }
  // After the clauses that the cells hang on, whose mistakes are their own.
  const own = readCells();
  reportTwice(own);
  const targets = [...narrowestFirst(own), ...inheritedTargets];
  if (!node.broken) reportHangingCells(own, targets);

  const replaces = <T>(mine: readonly T[], theirs: readonly T[], key: (item: T) => string): T[] => {
    const named = new Set(mine.map(key));
    return [...mine, ...theirs.filter((item) => !named.has(key(item)))];
  };
  const promised = replaces(
    attainment,
    parent?.attainment ?? [],
    (line) =>
      `${line.metric} ${selectorKey(line.when)} ${JSON.stringify([line.aim.kind === 'mean' ? 'mean' : line.aim.within])}`,
  );
  const shares = { lines: promised, lost: node.broken };
  const credits = node.clauses.flatMap((clause) =>
    clause.kind === 'credit'
      ? (checkCredit(inner, scope, clause, contract, terms, services, shares) ?? [])
      : [],
  );
  const points = node.clauses.flatMap((clause) =>
    clause.kind === 'points'
      ? (checkPoints(inner, scope, clause, contract, terms, services, shares) ?? [])
      : [],
  );
  const allPoints = replaces(points, parent?.points ?? [], ({ cause, when }) =>
    JSON.stringify([cause, selectorKey(when)]),
  );
  reportNoPoints(inner, node, allPoints);
  const rights = node.clauses.flatMap((clause) =>
    clause.kind === 'right'
      ? (checkRight(inner, scope, clause, contract, terms, services, shares) ?? [])
      : [],
  );
  return {
    name: node.name.text,
    aliases: node.aliases.map((alias) => alias.text),
    text: node.text,
    origin: originOf(inner, node.span),
    level,
    extends: parent?.name ?? null,
    coverage: replaces(
      coverage,
      parent?.coverage ?? [],
      (line) => `${line.activity} ${selectorKey(line.when)}`,
    ),
    channels: replaces(channels, parent?.channels ?? [], (line) => `${line.value} ${selectorKey(line.when)}`),
    targets: overInherited(own, inheritedTargets),
    attainment: promised,
    ...checkEntitlements(inner, scope, entitlements, contract, parent, terms),
    price: price ?? parent?.price ?? null,
    rates: replaces(rates, parent?.rates ?? [], (rate) => `${paidPer(rate)} ${selectorKey(rate.when)}`),
    options: replaces(options, parent?.options ?? [], (option) => option.text),
    surcharges: replaces(surcharges, parent?.surcharges ?? [], (surcharge) => surcharge.text),
    credits: replaces(credits, parent?.credits ?? [], (credit) =>
      JSON.stringify([credit.cause, credit.gives.kind === 'remedy', selectorKey(credit.when)]),
    ),
    creditCaps: replaces(creditCaps, parent?.creditCaps ?? [], ({ period }) => JSON.stringify(period)),
    points: allPoints,
    rights: replaces(rights, parent?.rights ?? [], ({ text }) => text),
    availability: replaces(availability, parent?.availability ?? [], (each) => each.service),
    features: replaces(features, parent?.features ?? [], (feature) => feature.name),
  };
}

/** What a rate is for each of; time, whether by the hour or the minute, is one thing. */
function paidPer({ bands }: CheckedRate): string {
  const costs = bands[0]?.costs;
  const unit = costs === undefined || costs.kind === 'multiple' ? '' : costs.unit;
  return unit === 'minute' ? 'hour' : unit;
}

/** The calendar of a coverage line, or the word that stands instead of one. */
function checkCoveredHours(
  context: CheckContext,
  scope: Scope,
  clause: CoverageNode,
): CheckedCoverage['hours'] | null {
  if (clause.word !== null) return { kind: 'word', word: clause.word };
  if (clause.hours === null) return null;
  const calendar = checkCalendarName(context, scope, clause.hours);
  return calendar === null ? null : { kind: 'calendar', calendar };
}
