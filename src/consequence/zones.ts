import { formatInstantUtc } from '../time/iso-instant.ts';
import { offsetAtSecond } from '../time/zone-arithmetic.ts';
import { isKnownZone, lookUpZone } from '../time/zone-lookup.ts';

/**
 * How far two readings of an abbreviation lie apart over a year:
 * `` `America/New_York` and `fixed -05:00` are 1 h apart from 2026-03-08 to 2026-11-01 ``. Null where they never are.
 */
export function zonesApart(candidates: readonly string[], year: number): string | null {
  const zones = candidates.flatMap((written) => {
    const name = written.replace(/^fixed /, '');
    return name !== written || isKnownZone(name) ? [{ written, table: lookUpZone(name, year, year) }] : [];
  });
  const [first, ...others] = zones;
  if (first === undefined) return null;
  const [from, to] = [first.table.from, first.table.to];
  for (const other of others) {
    const edges = [...new Set([from, ...first.table.transitions, ...other.table.transitions, to])]
      .filter((edge) => edge >= from && edge <= to)
      .sort((a, b) => a - b);
    const stretches = edges.slice(0, -1).map((start, i) => ({
      start,
      end: edges[i + 1] ?? to,
      gap: Math.abs(offsetAtSecond(first.table, start) - offsetAtSecond(other.table, start)),
    }));
    const apart = stretches.filter(({ gap }) => gap > 0);
    const gaps = [...new Set(apart.map(({ gap }) => gap))].sort((a, b) => a - b);
    const [start, last] = [apart[0], apart.at(-1)];
    if (start === undefined || last === undefined) continue;
    const far = gaps.map(hoursOf).join(' to ');
    const when =
      apart.length === stretches.length ? 'all year' : `from ${dateOf(start.start)} to ${dateOf(last.end)}`;
    return `\`${first.written}\` and \`${other.written}\` are ${far} apart ${when}, and every deadline with them`;
  }
  return null;
}

function hoursOf(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), (seconds % 3600) / 60];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(minutes > 0 ? [`${minutes} min`] : [])].join(' ');
}

function dateOf(second: number): string {
  return formatInstantUtc(second * 1000).slice(0, 10);
}
