import type { PlanNode } from '../syntax/tree.ts';
import { checkAttain } from './check-attain.ts';
import { checkCalendarName } from './check-calendar.ts';
import type { ContractTerms } from './check-period.ts';
import { checkPrice } from './check-price.ts';
import type { BusinessTerms } from './check-promise.ts';
import { checkQuota } from './check-quota.ts';
import { checkSelector, narrowness } from './check-selector.ts';
import { checkTargetTable, reportTwice, type TargetCell } from './check-targets.ts';
import { type CheckContext, originOf, report, within } from './context.ts';
import { LinesTwice, reportClausesTwice } from './lines-twice.ts';
import type {
  CheckedAttainment,
  CheckedCoverage,
  CheckedFeature,
  CheckedPlan,
  CheckedPrice,
  CheckedQuota,
  CheckedTarget,
  Selected,
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

/**
 * A plan with what it inherits. `cells` are the targets that tables at the top level give it; they are the plan's
 * own, like those in its block.
 */
export function checkPlan(
  context: CheckContext,
  scope: Scope,
  node: PlanNode,
  parent: CheckedPlan | null,
  level: number,
  terms: BusinessTerms,
  contract: ContractTerms,
  cells: readonly TargetCell[],
): CheckedPlan {
  const inner = within(context, `plan ${node.name.text}`);
  const coverage: CheckedCoverage[] = [];
  const channels: Selected<string>[] = [];
  const attainment: CheckedAttainment[] = [];
  const quotas: CheckedQuota[] = [];
  const features: CheckedFeature[] = [];
  const own: TargetCell[] = [...cells];
  let price: CheckedPrice | null = null;
  reportClausesTwice(inner, node.clauses);
  const linesTwice = new LinesTwice(inner);

  for (const clause of node.clauses) {
    const origin = originOf(inner, clause.span);
    switch (clause.kind) {
      case 'coverage': {
        const when = checkSelector(inner, scope, clause.for);
        const calendar = checkCalendarName(inner, scope, clause.calendar);
        const activities = clause.activities.map((activity) => scope.resolve(inner, 'activity', activity));
        if (when === null || calendar === null) break;
        for (const activity of activities) {
          if (activity === null) continue;
          linesTwice.note(`coverage ${activity}`, when, clause.span);
          coverage.push({ activity, calendar, when, origin });
        }
        break;
      }
      case 'channels': {
        const when = checkSelector(inner, scope, clause.for);
        const names = clause.names.map((name) => scope.resolve(inner, 'channel', name));
        if (when === null) break;
        for (const value of names) if (value !== null) channels.push({ when, value, origin });
        break;
      }
      case 'business':
        if (clause.basis.calendar === null) {
          report(inner, 'plan/business-without-calendar', clause.span, { unit: clause.unit });
        } else checkCalendarName(inner, scope, clause.basis.calendar);
        break;
      case 'targets': {
        const columns = (clause.columns ?? []).map((column) => {
          const metric = scope.resolve(inner, 'metric', column);
          return metric === null ? null : { metric, plan: node.name.text, terms };
        });
        own.push(...checkTargetTable(within(inner, 'targets'), scope, clause, columns));
        break;
      }
      case 'attain': {
        const value = checkAttain(inner, scope, clause, contract);
        if (value !== null) {
          linesTwice.note(`attain … of ${value.metric}`, value.when, clause.span);
          attainment.push(value);
        }
        break;
      }
      case 'quota': {
        const value = checkQuota(inner, clause, contract);
        if (value !== null) quotas.push(value);
        break;
      }
      case 'price':
        price = checkPrice(inner, clause, contract);
        break;
      case 'feature':
        features.push({ name: clause.text, value: clause.value, origin });
    }
  }
  reportTwice(own);

  const narrowestFirst = own
    .map((cell) => cell.target)
    .sort((a: CheckedTarget, b: CheckedTarget) => narrowness(b.when) - narrowness(a.when));
  const replaces = <T>(mine: readonly T[], theirs: readonly T[], key: (item: T) => string): T[] => {
    const named = new Set(mine.map(key));
    return [...mine, ...theirs.filter((item) => !named.has(key(item)))];
  };
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
      (line) => `${line.activity} ${JSON.stringify(line.when)}`,
    ),
    channels: replaces(
      channels,
      parent?.channels ?? [],
      (line) => `${line.value} ${JSON.stringify(line.when)}`,
    ),
    targets: [...narrowestFirst, ...(parent?.targets ?? [])],
    attainment: replaces(
      attainment,
      parent?.attainment ?? [],
      (line) => `${line.metric} ${JSON.stringify(line.when)}`,
    ),
    quotas: replaces(quotas, parent?.quotas ?? [], (quota) => quota.thing),
    price: price ?? parent?.price ?? null,
    features: replaces(features, parent?.features ?? [], (feature) => feature.name),
  };
}
