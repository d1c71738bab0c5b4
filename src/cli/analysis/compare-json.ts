import type { PlanComparison, PromiseFigures } from '../../analyze/compare-plans.ts';
import type { KindGroup } from '../../analyze/kind-groups.ts';
import type { Apart, Later } from '../../analyze/later-than.ts';
import type { Span } from '../../analyze/piece.ts';
import { formatInstantUtc } from '../../time/iso-instant.ts';
import type { Compared } from './compare-text.ts';

/** A comparison as data: instants in UTC, durations in seconds, shares as fractions of the span. */
export function comparisonToJson(compared: readonly Compared[], { span, promises }: PlanComparison) {
  return {
    schemaVersion: 1,
    plans: compared.map(({ file, engine, plan }) => ({
      file,
      contract: engine.plan.title,
      plan: engine.plan.plans[plan]?.name ?? '',
      contractVersion: engine.plan.contractVersion,
      tzdata: engine.plan.tzdata,
    })),
    openedFrom: formatInstantUtc(span.from),
    openedBefore: formatInstantUtc(span.to),
    promises: promises.map(({ metric, kinds, figures }) => ({
      metric,
      tickets: kindsToJson(kinds),
      plans: figures.map((each) => figuresToJson(each, span)),
    })),
  };
}

export function kindsToJson({ named, facts }: KindGroup) {
  return {
    severities: named.severity,
    regions: named.region,
    channels: named.channel,
    types: named.type,
    facts: Object.fromEntries(facts),
  };
}

function figuresToJson({ cells, waits, against }: PromiseFigures, span: Span) {
  const length = span.to - span.from;
  return {
    cells: cells.map(({ words, origin }) => ({ words, ...origin })),
    worst:
      waits === null
        ? null
        : { seconds: waits.worst.ms / 1000, opened: formatInstantUtc(waits.worst.opened) },
    meanSeconds: waits === null ? null : waits.meanMs / 1000,
    best:
      waits === null ? null : { seconds: waits.best.ms / 1000, opened: formatInstantUtc(waits.best.opened) },
    promisedShare: waits === null ? 0 : waits.promisedMs / length,
    againstThePlanBefore:
      against === null
        ? null
        : {
            later: laterToJson(against.later, length),
            earlier: laterToJson(against.earlier, length),
            unknownFrom: against.open === null ? null : formatInstantUtc(against.open),
          },
  };
}

export function laterToJson(later: Later | null, length: number) {
  if (later === null) return null;
  return {
    share: later.ms / length,
    from: formatInstantUtc(later.first),
    ticket: apartToJson(later.witness),
    widest: apartToJson(later.widest),
  };
}

/** Null stands for no deadline. */
function apartToJson({ opened, due, otherDue }: Apart) {
  const instant = (at: number) => (Number.isFinite(at) ? formatInstantUtc(at) : null);
  const gap = Math.abs(due - otherDue);
  return {
    opened: formatInstantUtc(opened),
    due: instant(due),
    otherDue: instant(otherDue),
    gapSeconds: Number.isFinite(gap) ? gap / 1000 : null,
  };
}
