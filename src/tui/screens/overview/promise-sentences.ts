import type { LateFigures, PromiseFigures, WaitFigures } from '../../../simulate/summary.ts';
import type { ReadyState } from '../../state/state.ts';
import { countText, elapsedText, percentText, shareText } from '../../text/figures.ts';
import { run } from '../../text/row.ts';
import type { Run } from '../../text/row.ts';
import { unjudged } from './figure-cell.ts';
import { contractPlan } from './contract-plan.ts';
import type { PromiseLine } from './promise-lines.ts';
import { promiseWords } from './promise-words.ts';
import { isBelow, promisedShare } from './promised-share.ts';

/** A promise under one plan: what the contract says, how much of it was kept, how late the rest came, the waits. */
export function promiseSentences(state: ReadyState, promise: PromiseLine, plan: number): readonly Run[] {
  const contract = contractPlan(state, plan);
  const figures = promise.figures[plan] ?? null;
  const { promise: words, place } = promiseWords(contract, promise, state.overview.grouping);
  const said = run(place === '' ? words : `${words} (${place})`);
  if (figures === null || figures.attainment === null) return [said, run(unjudged(figures), 'dim')];
  const { met, judged, interval } = figures.attainment;
  const range = `95%: ${percentText(interval.low)} to ${percentText(interval.high)} (${interval.kind})`;
  const promised = promisedShare(contract, promise, state.overview.grouping);
  return [
    said,
    run(`${shareText(met, judged)} of ${countText(judged)} met, ${range}`),
    promised === null
      ? run('no share is promised', 'dim')
      : isBelow(figures, promised)
        ? run(`over the stream below ${promisedText(promised)}`, 'bad')
        : run(`over the stream at or above ${promisedText(promised)}`, 'good'),
    figures.late === null ? run('nothing missed', 'good') : run(missedText(figures, figures.late)),
    figures.wait === null ? run('nothing waited for', 'dim') : run(waitText(figures.wait)),
  ];
}

function promisedText(promised: NonNullable<ReturnType<typeof promisedShare>>): string {
  return `the ${shareText(promised.share.numerator, promised.share.denominator)} promised per ${promised.period.unit}`;
}

function missedText(figures: PromiseFigures, late: LateFigures): string {
  const open = late.neverStopped > 0 ? `, ${countText(late.neverStopped)} never stopped` : '';
  const by =
    late.count === 0 ? '' : `, by ${elapsedText(late.median)} (median), ${elapsedText(late.max)} at most`;
  return `${countText(figures.missed)} missed${by}${open}`;
}

function waitText({ median, p90, p99 }: WaitFigures): string {
  return `waited ${elapsedText(median)} (median), ${elapsedText(p90)} (90%), ${elapsedText(p99)} (99%)`;
}
