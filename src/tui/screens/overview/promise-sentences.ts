import type { LateFigures, PromiseFigures, WaitFigures } from '../../../simulate/summary.ts';
import type { ReadyState } from '../../state/state.ts';
import { countText, elapsedText, percentText, shareText } from '../../text/figures.ts';
import type { Glyphs } from '../../text/glyphs.ts';
import { run } from '../../text/row.ts';
import type { Run } from '../../text/row.ts';
import { breachText, unjudged, verdictText, verdictTone } from './figure-cell.ts';
import { contractPlan } from './contract-plan.ts';
import type { PromiseLine } from './promise-lines.ts';
import { promiseWords } from './promise-words.ts';
import { against, promisedPercent, promisedShare } from './promised-share.ts';
import type { PromisedShare } from './promised-share.ts';

/**
 * A promise under one plan: what the contract says, how much of it was kept, how late the rest came, the waits. Where rows are
 * dear it is said in fewer: that no share is promised shows by the missing mark.
 */
export function promiseSentences(
  state: ReadyState,
  promise: PromiseLine,
  plan: number,
  glyphs: Glyphs,
  length: 'whole' | 'short',
): readonly Run[] {
  const contract = contractPlan(state, plan);
  const figures = promise.figures[plan] ?? null;
  const { promise: words, place } = promiseWords(contract, promise, state.overview.grouping);
  const said = run(place === '' ? words : `${words} (${place})`);
  if (figures === null || figures.attainment === null) return [said, run(unjudged(figures), 'dim')];
  const { met, judged, interval } = figures.attainment;
  const kind = length === 'whole' ? ` (${interval.kind})` : '';
  const range = `95%: ${percentText(interval.low)} to ${percentText(interval.high)}${kind}`;
  const promised = promisedShare(contract, promise, state.overview.grouping);
  const attained = `${shareText(met, judged)} of ${countText(judged)} met, ${range}`;
  const verdict = against(figures, promised)?.verdict ?? null;
  const isKept =
    promised === null || verdict === null
      ? ''
      : `; ${verdictText(verdict, true, glyphs)}: ${promisedPercent(promised)} a ${promised.period.unit}`;
  return [
    said,
    ...(length === 'short'
      ? [run(attained + isKept, verdict === null ? 'plain' : verdictTone(verdict))]
      : [run(attained), promisedSentence(figures, promised, glyphs)]),
    figures.late === null ? run('nothing missed', 'good') : run(missedText(figures, figures.late)),
    figures.wait === null ? run('nothing waited for', 'dim') : run(waitText(figures.wait)),
  ];
}

function promisedSentence(figures: PromiseFigures, promised: PromisedShare | null, glyphs: Glyphs): Run {
  const verdict = against(figures, promised)?.verdict ?? null;
  if (promised === null || verdict === null) return run('no share is promised', 'dim');
  const said = `${promisedPercent(promised)} promised per ${promised.period.unit}`;
  return run(`${verdictText(verdict, true, glyphs)} over the stream: ${said}`, verdictTone(verdict));
}

function missedText(figures: PromiseFigures, late: LateFigures): string {
  const open = late.neverStopped > 0 ? `, ${countText(late.neverStopped)} never stopped` : '';
  const by =
    late.count === 0 ? '' : `, by ${elapsedText(late.median)} (median), ${elapsedText(late.max)} at most`;
  const together = late.count > 1 ? `, ${breachText(figures)} together` : '';
  return `${countText(figures.missed)} missed${by}${together}${open}`;
}

function waitText({ median, p90, p99 }: WaitFigures): string {
  return `waited ${elapsedText(median)} (median), ${elapsedText(p90)} (90%), ${elapsedText(p99)} (99%)`;
}
