/**
 * What a stretch counts for, exactly: `9 h`, `4 h 30 min`, `1 h 2 min 3.5 s`, `2 days`. Unlike durations in reports
 * nothing is rounded, since the amounts must add up to the promise.
 *
 * @param amount milliseconds, or dates
 */
export function amountWords(amount: number, unit: 'ms' | 'dates'): string {
  if (unit === 'dates') return amount === 1 ? '1 day' : `${String(amount)} days`;
  const hours = Math.floor(amount / 3_600_000);
  const minutes = Math.floor((amount % 3_600_000) / 60_000);
  const seconds = (amount % 60_000) / 1000;
  const parts = [
    hours > 0 ? `${String(hours)} h` : '',
    minutes > 0 ? `${String(minutes)} min` : '',
    seconds > 0 ? `${String(seconds)} s` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '0 h' : parts.join(' ');
}
