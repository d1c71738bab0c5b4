import type { ReadyState } from '../../state/state.ts';
import { shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { line, run } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit } from '../../text/width.ts';
import { sparkline } from '../../widgets/sparkline/sparkline.ts';
import { weeksOf } from './advice-of.ts';

/** The share kept week by week, from nothing to all, and the worst of them. */
export function weekRows(
  { model, size }: ReadyState,
  metric: string,
  label: number,
  glyphs: Glyphs,
): readonly Row[] {
  const room = Math.max(8, size.columns - label - (size.columns >= 120 ? 62 : 26));
  let most = 0;
  const rows = model.outcome.plans.flatMap((_, plan): readonly Row[] => {
    const told = weeksOf(model, plan, metric);
    if (told === null || told.weeks.length === 0) return [];
    const shares = told.weeks.map(({ judged, missed }) => (judged - missed) / judged);
    const worst = told.worst.slice(0, size.columns >= 120 ? 3 : 1).flatMap((place) => {
      const week = told.weeks[place];
      return week === undefined ? [] : [`${week.week} ${shareText(week.judged - week.missed, week.judged)}`];
    });
    const said = worst.length === 0 ? 'no week with a miss' : `worst: ${worst.join(', ')}`;
    most = Math.max(most, shares.length);
    return [
      [
        run(fit(` ${model.summary.plans[plan]?.name ?? ''}`, label), 'accent'),
        run(sparkline(shares.slice(-room), glyphs, 1), 'good'),
        run(`  ${said}`),
      ],
    ];
  });
  const which = most > room ? `, the last ${String(room)} of ${String(most)}` : '';
  return rows.length === 0 ? [] : [line(` ${metric} kept, week by week of opening${which}`, 'dim'), ...rows];
}
