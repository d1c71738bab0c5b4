import type { ReadyState } from '../../state/state.ts';
import { countText } from '../../text/figures.ts';
import { line, rowWidth, run } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { wrap } from '../../text/width.ts';

/** `Premium +12.1 points (95%: +10.8 to +13.4): met 412 that Standard missed, missed 3 that it met`. */
export function differenceRows({ model, size }: ReadyState, metric: string): readonly Row[] {
  const rows = model.summary.differences.flatMap((one): readonly Row[] => {
    if (one.metric !== metric || one.interval === null) return [];
    const { centre, low, high } = one.interval;
    const range = size.columns >= 120 ? ` (95%: ${signed(low)} to ${signed(high)})` : '';
    const more = `met ${countText(one.onlySecondMet)} that ${one.firstName} missed`;
    const less = `missed ${countText(one.onlyFirstMet)} that it met`;
    const head = [run(`   ${one.secondName} `, 'accent'), run(`${signed(centre)} points${range}`, 'strong')];
    const row = [...head, run(`: ${more}, ${less}`)];
    if (rowWidth(row) <= size.columns) return [row];
    return [
      [...head, run(':')],
      ...wrap(`${more}, ${less}`, size.columns - 6).map((part) => line(`     ${part}`)),
    ];
  });
  return rows.length === 0 ? [] : [line(` ${metric}, the same tickets under two plans`, 'dim'), ...rows];
}

function signed(share: number): string {
  const points = (share * 100).toFixed(1);
  return share > 0 ? `+${points}` : points;
}
