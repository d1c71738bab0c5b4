/** Figures in words. Nothing is computed here but the splitting into units that people read. */

/** `12,345`. */
export function countText(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/**
 * A share of whole tickets as a percentage with one digit, rounded towards the middle: only a share with no miss at
 * all reads `100 %`, and only one with no success reads `0 %`.
 */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return 'none';
  if (part === whole) return '100%';
  if (part === 0) return '0%';
  const tenths = Math.min(999, Math.max(1, Math.round((part * 1000) / whole)));
  return `${Math.trunc(tenths / 10)}.${tenths % 10}%`;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** An elapsed time by its two largest units, cut off below: `3 d 4 h`, `2 h 10 min`, `45 s`. Days are 24 hours. */
export function elapsedText(ms: number): string {
  const size = Math.abs(ms);
  const sign = ms < 0 ? '-' : '';
  if (size >= 2 * day) return sign + pair(size, day, 'd', hour, 'h');
  if (size >= hour) return sign + pair(size, hour, 'h', minute, 'min');
  if (size >= minute) return sign + pair(size, minute, 'min', second, 's');
  return `${sign}${String(Math.trunc(size / second))} s`;
}

/** The largest unit alone, for narrow columns: `3 d`, `25 h`, `40 min`. */
export function shortElapsedText(ms: number): string {
  const [first = '', unit = ''] = elapsedText(ms).split(' ');
  return `${first} ${unit}`;
}

function pair(size: number, large: number, largeName: string, small: number, smallName: string): string {
  const first = Math.trunc(size / large);
  const rest = Math.trunc((size % large) / small);
  return rest === 0
    ? `${String(first)} ${largeName}`
    : `${String(first)} ${largeName} ${String(rest)} ${smallName}`;
}
