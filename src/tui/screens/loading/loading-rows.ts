import type { LoadingModel } from '../../model.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { line, run } from '../../text/row.ts';
import type { Row } from '../../text/row.ts';
import { bar } from '../../widgets/bar/bar.ts';

/** What is known before the figures are: what will be compared, and how far it is. */
export function loadingRows(model: LoadingModel, width: number, glyphs: Glyphs): readonly Row[] {
  const progress =
    model.progress === null
      ? line(' working …')
      : [
          run(` ${String(Math.floor(model.progress * 100)).padStart(3)}% `),
          run(bar(model.progress, Math.min(60, width - 8), glyphs), 'accent'),
        ];
  return [
    line(''),
    line(' comparing', 'dim'),
    ...model.plans.map((plan) => line(`   ${plan}`)),
    line(''),
    ...(typeof model.doing === 'string' ? [line(` ${model.doing}`, 'dim')] : []),
    progress,
  ];
}
