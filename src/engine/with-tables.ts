import { expandCalendar } from '../plan/expand-calendar.ts';
import type { CompiledPlan, PlanCalendar } from '../plan/model.ts';
import type { PlanTable } from '../plan/table-model.ts';
import { MS_PER_DAY, MS_PER_SECOND } from '../time/units.ts';
import { buildOpenTable } from './build-open-table.ts';
import { calendarHorizon } from './calendar-horizon.ts';
import { simplifyCalendar } from './simplify-calendar.ts';
import { sourceOf, storeTable, TABLE_LAYOUT } from './stored-table.ts';

/**
 * The same plan with the tables of its calendars for whole years, both included: an engine that loads it answers in these
 * years without making any. Outside them, and of what hangs on a ticket's customer, tables are made when they are asked for.
 */
export function withTables(plan: CompiledPlan, fromYear: number, toYear: number): CompiledPlan {
  const years = {
    from: Date.UTC(fromYear, 0, 1) - MS_PER_DAY,
    to: Date.UTC(toYear + 1, 0, 1) + MS_PER_DAY,
  };
  const tables: PlanTable[] = [];
  const indexes = new Map<string, number | null>();

  const tableOf = ({ hangsOn, body }: PlanCalendar): number | null => {
    if (hangsOn.length > 0) return null;
    const simple = simplifyCalendar(body);
    if (simple.kind === 'always') return null;
    const source = sourceOf(simple, plan.zones);
    const known = indexes.get(source);
    if (known !== undefined) return known;
    const horizon = calendarHorizon(simple, plan.zones);
    const from = Math.max(years.from, horizon.from) / MS_PER_SECOND;
    const to = Math.min(years.to, horizon.to) / MS_PER_SECOND;
    const index = from < to ? tables.length : null;
    indexes.set(source, index);
    if (index !== null) {
      const edges = expandCalendar(simple, plan.zones, from, to);
      tables.push(storeTable(buildOpenTable(edges, from, to), source));
    }
    return index;
  };

  const tableOfEach = plan.calendars.map(tableOf);
  return {
    ...plan,
    tables: {
      layout: TABLE_LAYOUT,
      tzdata: plan.tzdata,
      fromYear,
      toYear,
      tables,
      tableOf: tableOfEach,
    },
  };
}
