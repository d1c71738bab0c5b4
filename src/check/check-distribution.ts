import { checkTimesOfFile } from './check-times-of-file.ts';
import type { AmountNode, DistributionNode, NameNode, SpreadNode } from '../syntax/tree.ts';
import { elapsedSeconds } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { Distribution, Quantile } from './simulation-model.ts';

/** A time of work or waiting, in seconds. */
export function checkDistribution(context: CheckContext, node: DistributionNode): Distribution | null {
  if (node.kind !== 'mixture') return checkSpread(context, node);
  const parts = node.parts.map(({ share, of }) => ({
    weight: Number(share.text),
    of: checkSpread(context, of),
  }));
  const whole = parts.flatMap(({ weight, of }) => (of === null ? [] : [{ weight, of }]));
  if (whole.length < parts.length) return null;
  const sum = whole.reduce((total, { weight }) => total + weight, 0);
  // Shares as people write them: thirds do not sum to 100 exactly.
  if (Math.abs(sum - 100) > 0.1) {
    report(context, 'simulation/mixture', node.span, { sum: Number(sum.toFixed(3)) });
    return null;
  }
  return { kind: 'mixture', parts: whole.filter(({ weight }) => weight > 0) };
}

function checkSpread(context: CheckContext, node: SpreadNode): Distribution | null {
  switch (node.kind) {
    case 'fixed': {
      const seconds = elapsedSeconds(context, node.amount);
      return seconds === null ? null : { kind: 'fixed', seconds };
    }
    case 'exponential': {
      const mean = elapsedSeconds(context, node.amount);
      return mean === null ? null : { kind: 'exponential', mean };
    }
    case 'erlang': {
      const mean = elapsedSeconds(context, node.mean);
      const phases = Number(node.phases.text);
      if (mean === null) return null;
      if (Number.isSafeInteger(phases) && phases >= 1) return { kind: 'erlang', phases, mean };
      report(context, 'simulation/not-a-count', node.phases.span, {
        what: 'phases',
        value: node.phases.text,
      });
      return null;
    }
    case 'gamma': {
      const mean = elapsedSeconds(context, node.mean);
      const deviation = elapsedSeconds(context, node.deviation);
      return mean === null || deviation === null ? null : { kind: 'gamma', mean, deviation };
    }
    case 'uniform':
      return checkUniform(context, node.amount, node);
    case 'lognormal':
    case 'weibull':
      return checkByMedian(context, node.kind, node);
    case 'quantiles':
      return checkQuantiles(context, node);
    case 'of a file':
      return checkTimesOfFile(context, node);
    case 'values': {
      const seconds = node.amounts.map((amount) => secondsOrNone(context, amount));
      const whole = seconds.filter((value) => value !== null);
      return whole.length < seconds.length ? null : { kind: 'values', seconds: whole.sort((a, b) => a - b) };
    }
  }
}

/** Where several times are listed, none at all may be among them. */
function secondsOrNone(context: CheckContext, amount: AmountNode): number | null {
  return Number(amount.amount) === 0 ? 0 : elapsedSeconds(context, amount);
}

function checkUniform(context: CheckContext, amount: AmountNode, node: SpreadNode): Distribution | null {
  if (amount.upTo === null) {
    report(context, 'simulation/range-missing', node.span, {});
    return null;
  }
  const from = elapsedSeconds(context, amount);
  const to = elapsedSeconds(context, { ...amount, amount: amount.upTo });
  if (from === null || to === null) return null;
  if (from < to) return { kind: 'uniform', from, to };
  report(context, 'time/range-backwards', amount.span, { from: amount.amount, to: amount.upTo });
  return null;
}

function checkByMedian(
  context: CheckContext,
  kind: 'lognormal' | 'weibull',
  node: { readonly median: AmountNode; readonly share: NameNode; readonly within: AmountNode } & Pick<
    SpreadNode,
    'span'
  >,
): Distribution | null {
  const median = elapsedSeconds(context, node.median);
  const p90 = elapsedSeconds(context, node.within);
  if (median === null || p90 === null) return null;
  if (Number(node.share.text) !== 90) {
    const problem = `is given by ${node.share.text}%, not by 90%`;
    report(context, 'simulation/lognormal', node.share.span, { kind, problem });
    return null;
  }
  if (p90 > median) return { kind, median, p90 };
  const problem = 'has its 90 % bound at or below its median';
  report(context, 'simulation/lognormal', node.span, { kind, problem });
  return null;
}

function checkQuantiles(
  context: CheckContext,
  node: Extract<SpreadNode, { readonly kind: 'quantiles' }>,
): Distribution | null {
  const points = node.points.map(({ at, amount }) => ({
    at: Number(at.text) / 100,
    seconds: secondsOrNone(context, amount),
  }));
  const whole = points.flatMap(({ at, seconds }): Quantile[] => (seconds === null ? [] : [{ at, seconds }]));
  if (whole.length < points.length) return null;
  if (whole[0]?.at !== 0 || whole[whole.length - 1]?.at !== 1) {
    report(context, 'simulation/quantiles', node.span, { problem: 'do not run from 0% to 100%' });
    return null;
  }
  const rising = whole.every((point, i) => {
    const before = whole[i - 1];
    return before === undefined || (point.at > before.at && point.seconds >= before.seconds);
  });
  if (rising) return { kind: 'quantiles', points: whole };
  report(context, 'simulation/quantiles', node.span, { problem: 'do not rise' });
  return null;
}
