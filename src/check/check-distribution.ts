import type { DistributionNode } from '../syntax/tree.ts';
import { elapsedSeconds } from './check-time.ts';
import { type CheckContext, report } from './context.ts';
import type { Distribution } from './simulation-model.ts';

/** A time of work or waiting, in seconds. */
export function checkDistribution(context: CheckContext, node: DistributionNode): Distribution | null {
  switch (node.kind) {
    case 'fixed': {
      const seconds = elapsedSeconds(context, node.amount);
      return seconds === null ? null : { kind: 'fixed', seconds };
    }
    case 'exponential': {
      const mean = elapsedSeconds(context, node.amount);
      return mean === null ? null : { kind: 'exponential', mean };
    }
    case 'uniform': {
      if (node.amount.upTo === null) {
        report(context, 'simulation/range-missing', node.span, {});
        return null;
      }
      const from = elapsedSeconds(context, node.amount);
      const to = elapsedSeconds(context, { ...node.amount, amount: node.amount.upTo });
      if (from === null || to === null) return null;
      if (from < to) return { kind: 'uniform', from, to };
      report(context, 'time/range-backwards', node.amount.span, {
        from: node.amount.amount,
        to: node.amount.upTo,
      });
      return null;
    }
    case 'lognormal': {
      const median = elapsedSeconds(context, node.median);
      const p90 = elapsedSeconds(context, node.within);
      if (median === null || p90 === null) return null;
      if (Number(node.share.text) !== 90) {
        report(context, 'simulation/lognormal', node.share.span, {
          problem: `is given by ${node.share.text}%, not by 90%`,
        });
        return null;
      }
      if (p90 > median) return { kind: 'lognormal', median, p90 };
      report(context, 'simulation/lognormal', node.span, {
        problem: 'has its 90 % bound at or below its median',
      });
      return null;
    }
    case 'quantiles': {
      const points = node.points.map(({ at, amount }) => ({
        at: Number(at.text) / 100,
        seconds: Number(amount.amount) === 0 ? 0 : elapsedSeconds(context, amount),
      }));
      if (points.some((point) => point.seconds === null)) return null;
      const whole = points.flatMap(({ at, seconds }) => (seconds === null ? [] : [{ at, seconds }]));
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
  }
}
