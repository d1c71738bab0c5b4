import type { Answers, TeamOccupancy } from '../../simulate/answers/answers.ts';
import { wrap } from '../../text/wrap.ts';
import { durationWords } from '../duration-words.ts';
import { percentDigits } from '../share-words.ts';
import { renderTable, type TableRow } from '../text-table.ts';
import type { PartOptions, Sections } from './long-answers.ts';
import { weekGrid } from './week-grid.ts';

/** How busy each team was, overall and by the hours of the week. */
export function occupancyPart({ plans, zone }: Answers, { width, palette }: PartOptions): Sections {
  const teams = plans.find(({ occupancy }) => occupancy !== null)?.occupancy?.teams ?? [];
  if (teams.length === 0) return [];
  const rows = teams.flatMap(({ team }, t): readonly TableRow[] => {
    const row = (label: string, cellOf: (its: TeamOccupancy) => string): TableRow => ({
      group: label === 'occupancy' ? team : '',
      label,
      cells: plans.map(({ occupancy }) => {
        const its = occupancy?.teams[t];
        return its === undefined ? '-' : cellOf(its);
      }),
    });
    return [
      row('occupancy', ({ share }) => (share === null ? '-' : `${percentDigits(share)} %`)),
      row('95 % interval', ({ interval }) =>
        interval === null ? '-' : `${percentDigits(interval.low)} to ${percentDigits(interval.high)} %`,
      ),
      row('scheduled', ({ scheduledMs }) => hoursOf(scheduledMs)),
      row('busy', ({ busyMs }) => hoursOf(busyMs)),
      ...(plans.some(({ occupancy }) => (occupancy?.teams[t]?.overtimeMs ?? 0) > 0)
        ? [row('overtime', ({ overtimeMs }) => durationWords(overtimeMs))]
        : []),
    ];
  });
  return [
    [
      palette.strong('agents: time a run'),
      ...renderTable(
        plans.map(({ name }) => name),
        rows,
        width,
        palette,
      ),
    ],
    ...teams.flatMap(({ team }, t) => {
      const grids = plans.map(({ occupancy }) => {
        const { busyByHour = [], scheduledByHour = [] } = occupancy?.teams[t] ?? {};
        return weekGrid(busyByHour, scheduledByHour);
      });
      // What looks the same under every plan is shown once.
      const isSame = grids.every((grid) => grid.join() === grids[0]?.join());
      return (isSame ? grids.slice(0, 1) : grids).map((grid, i) => [
        ...wrap(
          `${team}${isSame ? '' : ` under ${plans[i]?.name ?? ''}`}: busy in a hundred, by hours of the week (${zone})`,
          width,
        ).map(palette.strong),
        ...grid,
      ]);
    }),
  ];
}

/** Agents' time is counted in hours, whatever days it is spread over. */
function hoursOf(ms: number): string {
  return `${(ms / 3_600_000).toFixed(1)} h`;
}
