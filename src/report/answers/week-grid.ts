const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOURS_A_CELL = 2;
const CELL = 5;

/**
 * A week as a table of two-hour cells, each a percentage; `.` where there is nothing to take a share of. 64 columns wide.
 * @param part and @param whole by hour of the week, Monday 00:00 first
 */
export function weekGrid(part: readonly number[], whole: readonly number[]): readonly string[] {
  const cells = 24 / HOURS_A_CELL;
  const head = Array.from({ length: cells }, (_, cell) =>
    String(cell * HOURS_A_CELL)
      .padStart(2, '0')
      .padStart(CELL),
  );
  const rows = DAYS.map((name, day) => {
    const row = Array.from({ length: cells }, (_, cell) => {
      const from = day * 24 + cell * HOURS_A_CELL;
      const [its, all] = [part, whole].map((list) =>
        list.slice(from, from + HOURS_A_CELL).reduce((sum, value) => sum + value, 0),
      ) as [number, number];
      return (all === 0 ? '.' : String(Math.round((100 * its) / all))).padStart(CELL);
    });
    return `${name} ${row.join('')}`;
  });
  return [`    ${head.join('')}`, ...rows];
}
