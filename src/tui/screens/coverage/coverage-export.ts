import type { ViewTable } from '../../export/view-table.ts';
import { shellWord } from '../../state/command-line.ts';
import type { ReadyState } from '../../state/state.ts';
import { hoursShown, worstShown } from './coverage-state.ts';

/** The week shown, a row a plan and date, with an hour a column: 1 open, 0.5 open in part, 0 shut, null skipped. */
export function coverageTable(state: ReadyState): ViewTable | null {
  const { coverage: shown, model } = state;
  if (shown === null) return null;
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  const rows = hoursShown(state, shown).flatMap((of, plan) => {
    const name = model.summary.plans[plan]?.name ?? '';
    if (of.kind !== 'calendar') return [[name, of.words, null, null, ...hours.map(() => null), null]];
    const week = model.coverage.week(of.calendar, model.wallClock.zone, shown.monday);
    if (typeof week === 'string') return [[name, of.name, null, null, ...hours.map(() => null), week]];
    return week.map((day) => [
      name,
      of.name,
      day.date,
      day.open,
      ...day.hours.map(({ open, clock }) =>
        clock === 'skipped' ? null : { open: 1, 'in part': 0.5, shut: 0 }[open],
      ),
      day.notes.join('; '),
    ]);
  });
  return { name: `coverage in ${model.wallClock.zone}`, columns: ['plan', 'hours', 'date', 'open', ...hours, 'notes'], rows };
}

/** The week of the first plan in sight that has a calendar, or the account of the longest wait. */
export function coverageCommand(state: ReadyState): string | null {
  const { coverage: shown, model } = state;
  if (shown === null) return null;
  if (shown.account !== null) return worstShown(state, shown)[shown.list.at]?.command ?? null;
  const all = hoursShown(state, shown);
  const from = [...all.slice(shown.plan), ...all].find((hours) => hours.kind === 'calendar');
  if (from?.kind !== 'calendar') return null;
  const file = from.place.replace(/:\d+$/, '');
  return `surety calendar ${shellWord(file)} ${shellWord(from.name)} --from ${shown.monday} --zone ${shellWord(model.wallClock.zone)}`;
}

export function coverageClause(state: ReadyState): string | null {
  const { coverage: shown } = state;
  return shown === null ? null : (worstShown(state, shown)[shown.list.at]?.place ?? null);
}
