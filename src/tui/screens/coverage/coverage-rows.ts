import type { CoverageHours } from '../../model.ts';
import type { ReadyState } from '../../state/state.ts';
import { elapsedText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { cells, fitRow, highlight, line, rowWidth, run, spread, spreadKeeping } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { fit, textWidth } from '../../text/width.ts';
import { bar } from '../../widgets/bar/bar.ts';
import { heatRow, hourRuler } from '../../widgets/heat-row/heat-row.ts';
import { listPosition } from '../../widgets/list/list.ts';
import { plansWords, planWindow } from '../../widgets/plan-window/plan-window.ts';
import { longTime } from '../tickets/ticket-cells.ts';
import { coverageAccountRows } from './coverage-account-rows.ts';
import { coverageLayout, planRows } from './coverage-layout.ts';
import { hoursShown, metricShown, subjectOf, worstPending, worstShown } from './coverage-state.ts';
import type { CoverageState } from './coverage-state.ts';

const labelWidth = 11;

/** A week of each plan's hours as a map, an hour a cell; below it the longest wait of each promise. */
export function coverageRows(state: ReadyState, shown: CoverageState, glyphs: Glyphs): readonly Row[] {
  const { columns } = state.size;
  const rows =
    shown.account === null
      ? [
          titleRow(state, shown),
          rulerRow(state, shown),
          ...weekRows(state, shown, glyphs),
          ...worstRows(state, shown, glyphs),
          legendRow(glyphs, columns),
        ]
      : coverageAccountRows(state, shown, shown.account, glyphs);
  return rows.map((row) => fitRow(row, columns));
}

function titleRow(state: ReadyState, shown: CoverageState): Row {
  const { outcome } = state.model;
  const subject = subjectOf(state, shown);
  const what =
    subject === null
      ? 'nothing is promised in hours'
      : subject.kind === 'promise'
        ? `${subject.name}: the hours in which it is counted`
        : `${subject.name}: the hours in which it is done`;
  const whose = [
    outcome.plan.severities[shown.severity]?.name ?? '',
    outcome.plan.regions[shown.region]?.name ?? '',
  ].filter((name) => name !== '');
  const sunday = lastDay(state, shown) ?? shown.monday;
  const week = `${shown.monday} to ${sunday.slice(5)} `;
  return spreadKeeping(
    [run(` ${what}`, 'accent'), run(whose.length === 0 ? '' : `, ${whose.join(' in ')}`)],
    [run(week, 'strong')],
    state.size.columns,
  );
}

/** The hours, and which plans are in sight where not all are. */
function rulerRow(state: ReadyState, shown: CoverageState): Row {
  const layout = coverageLayout(state);
  const all = state.model.outcome.plans.length;
  const { plans } = planWindow(all, shown.plan, layout.plans, 1);
  return spread(
    [run(' '.repeat(labelWidth) + hourRuler(layout.hour), 'dim')],
    [run(plansWords(plans, all, 'long'), 'accent')],
    state.size.columns,
  );
}

function lastDay(state: ReadyState, shown: CoverageState): string | null {
  for (const hours of hoursShown(state, shown)) {
    if (hours.kind !== 'calendar') continue;
    const week = state.model.coverage.week(hours.calendar, state.model.wallClock.zone, shown.monday);
    if (typeof week !== 'string') return week.at(-1)?.date ?? null;
  }
  return null;
}

function weekRows(state: ReadyState, shown: CoverageState, glyphs: Glyphs): readonly Row[] {
  const { summary } = state.model;
  const layout = coverageLayout(state);
  const all = hoursShown(state, shown);
  const { plans } = planWindow(all.length, shown.plan, layout.plans, 1);
  return plans.flatMap((plan) => {
    const hours = all[plan];
    if (hours === undefined) return [];
    const rows = [
      planHead(summary.plans[plan]?.name ?? '', hours, state.size.columns),
      ...planWeek(state, shown, hours, layout.hour, glyphs),
    ];
    return Array.from({ length: planRows }, (_, place) => rows[place] ?? line(''));
  });
}

/** A name that is too long gives way to the clause. */
function planHead(name: string, hours: CoverageHours, columns: number): Row {
  const words = hours.kind === 'calendar' ? hours.name : hours.words;
  const place = hours.kind === 'nothing' ? '' : `  ${hours.place}`;
  const said = [run(`  ${words}`), run(place, 'dim')];
  const room = Math.max(10, columns - 1 - rowWidth(said));
  return [run(` ${textWidth(name) <= room ? name : fit(name, room)}`, 'strong'), ...said];
}

function planWeek(
  state: ReadyState,
  shown: CoverageState,
  hours: CoverageHours,
  width: number,
  glyphs: Glyphs,
): readonly Row[] {
  if (hours.kind === 'round the clock') return [line('   every hour of every day counts')];
  if (hours.kind === 'word') return [line('   no hours are promised')];
  if (hours.kind === 'nothing') return [];
  const { coverage, wallClock } = state.model;
  const week = coverage.week(hours.calendar, wallClock.zone, shown.monday);
  if (typeof week === 'string') return [line(`   ${week}`, 'warn')];
  return week.map(({ date, weekday, hours: ofDay, open, notes }): Row => [
    run(fit(` ${weekday} ${date.slice(5)}`, labelWidth), notes.length > 0 ? 'warn' : 'plain'),
    ...heatRow(ofDay, width, glyphs),
    run(`${open.padStart(11)}  `),
    run(notes.join('; '), 'warn'),
  ]);
}

function worstRows(state: ReadyState, shown: CoverageState, glyphs: Glyphs): readonly Row[] {
  const { summary, wallClock } = state.model;
  const { columns } = state.size;
  const { worst: height } = coverageLayout(state);
  const worst = worstShown(state, shown);
  const metric = metricShown(state, shown) ?? '';
  const head = spread(
    [
      run(`${glyphs.rule.repeat(2)} `, 'dim'),
      run(`${columns < 80 ? 'longest waits' : 'the longest wait that the contract allows'}, ${metric}`, 'strong'),
      run('  Enter accounts for it', 'dim'),
    ],
    [run(`${listPosition(shown.list, worst.length, height)} `, 'dim')],
    columns,
  );
  const wide = columns >= 120;
  const rows = worst.slice(shown.list.top, shown.list.top + height).map((one, place): Row => {
    const current = shown.list.top + place === shown.list.at;
    const time = longTime(wallClock, one.opened);
    // Without the weekday where there is no room for it.
    const when =
      columns < 80
        ? `${one.justAfter ? 'after' : 'at'} ${time.slice(time.indexOf(' ') + 1)}`
        : `${one.justAfter ? 'just after' : 'at'} ${time}`;
    const row = cells([
      { text: `${current ? glyphs.cursor : ' '}${one.tickets}`, width: wide ? 24 : 14 },
      { text: summary.plans[one.plan]?.name ?? '', width: wide ? 18 : 10, tone: 'accent' },
      { text: elapsedText(one.waitMs), width: 10, align: 'right', tone: 'strong' },
      { text: wide ? `opened ${when}` : when, width: wide ? 40 : 33 },
      { text: wide ? one.promise : '', width: wide ? 30 : 0 },
      { text: columns >= 150 ? one.place : '', width: columns >= 150 ? 28 : 0, tone: 'dim' },
    ]);
    return current ? highlight(fitRow(row, columns)) : row;
  });
  const pending = worstPending(state, shown);
  const none =
    pending !== null
      ? [pendingRow(pending.progress, glyphs)]
      : worst.length === 0
        ? [line('   no promise has a deadline that is known throughout', 'dim')]
        : [];
  const body = [...rows, ...none];
  return [head, ...Array.from({ length: height }, (_, place) => body[place] ?? line(''))];
}

function pendingRow(progress: number, glyphs: Glyphs): Row {
  return [
    run('   working them out, over every instant of ten years '),
    run(bar(progress, 20, glyphs), 'accent'),
    run(` ${String(Math.floor(progress * 100))}%`),
  ];
}

function legendRow(glyphs: Glyphs, columns: number): Row {
  const { counted, openInPart, limited, shut, skippedHour } = glyphs;
  const clock =
    columns >= 100
      ? `  2 an hour that comes twice  ${skippedHour} one that the clock skips`
      : columns >= 80
        ? `  2 hour that comes twice  ${skippedHour} skipped`
        : `  2 twice  ${skippedHour} skipped`;
  return [
    run(` ${counted} open`, 'good'),
    run(`  ${openInPart} in part`, 'good'),
    run(`  ${limited} for some`, 'warn'),
    run(`  ${shut} closed`, 'dim'),
    run(clock, 'warn'),
  ];
}
