/** What a checked contract says, a line a fact, so that a reviewer can hold it against the text. */
import type {
  CheckedContract,
  CheckedLimit,
  CheckedPlan,
  CheckedPromise,
  Selector,
} from '../../src/check/model.ts';
import { assertNever } from '../../src/text/assert-never.ts';

export function readingOf(contract: CheckedContract): string {
  const lines = [
    `${contract.title}: zone ${contract.zone ?? '-'}, currency ${contract.currency ?? '-'}`,
    ...contract.severities.map(({ rank, name, aliases }) => `severity ${rank}: ${[name, ...aliases].join(', ')}`),
    ...contract.regions.map(
      ({ name, zone, holidays }) => `region ${name}: ${zone ?? '-'}, holidays ${String(holidays)}`,
    ),
    ...contract.clocks.map(
      ({ metric, startsOn, stopsOn, pausesWhile }) =>
        `clock ${metric}: ${startsOn.join(', ')} -> ${stopsOn.join(', ')}${pausesWhile.length > 0 ? ` unless ${pausesWhile.join(', ')}` : ''}`,
    ),
    ...contract.plans.flatMap(readingOfPlan),
  ];
  return `${lines.join('\n')}\n`;
}

function readingOfPlan(plan: CheckedPlan): readonly string[] {
  const names = [plan.name, ...plan.aliases].join(', ');
  return [
    `plan ${plan.level}: ${names}${plan.extends === null ? '' : ` on top of ${plan.extends}`}`,
    ...plan.coverage.map(({ activity, hours, when }) =>
        `  ${activity} in ${hours.kind === 'word' ? hours.word : hours.calendar}${of(when)}`),
    ...plan.channels.map(({ value, when }) => `  by ${value}${of(when)}`),
    ...plan.targets.map(({ metric, when, promise }) => `  ${metric}${of(when)}: ${promised(promise)}`),
    ...plan.attainment.map(
      ({ aim, metric, period, population, zone, when }) =>
        `  ${aim.kind === 'share' ? `${aim.share.numerator}/${aim.share.denominator}` : aim.kind} of ${metric} ${population} per ${period.anchor} ${period.unit} in ${zone}${of(when)}`,
    ),
    ...plan.quotas.map(
      ({ thing, amount, period, zone, over }) =>
        `  ${String(amount)} ${thing}${period === null ? '' : ` per ${period.anchor} ${period.unit} in ${String(zone)}`}, then ${String(over)}`,
    ),
    ...(plan.price?.kind === 'amount'
      ? [`  ${plan.price.currency} ${plan.price.amount} a ${plan.price.per}, billed each ${plan.price.billed}`]
      : []),
    ...plan.features.map(({ name, value }) => `  ${name}: ${value}`),
  ];
}

function of(when: Selector): string {
  const { severities, regions, channels, types, facts } = when;
  const ofFacts = facts.map(({ fact, words }) => words.map((word) => `${fact} ${word}`));
  const said = [...[severities, regions, channels, types].filter((names) => names !== null), ...ofFacts];
  return said.length === 0 ? '' : ` of ${said.map((names) => names.join(' or ')).join(' and ')}`;
}

function promised(promise: CheckedPromise): string {
  if (promise.kind === 'word') return promise.word;
  if (promise.kind === 'range') return `${limit(promise.hard)}, aimed at ${limit(promise.soft)}`;
  if (promise.kind === 'cadence') {
    return `every ${limit(promise.hard)}${promise.until === null ? '' : ` until ${promise.until}`}`;
  }
  if (promise.kind === 'relative') {
    const { of, side } = promise;
    return `${limit(promise.hard)} ${side} ${of.kind} of ${of.kind === 'event' ? of.event : of.metric}`;
  }
  return limit(promise);
}

function limit(bound: CheckedLimit): string {
  switch (bound.kind) {
    case 'elapsed':
      return `${bound.seconds} s`;
    case 'hours':
      return `${bound.seconds} s of ${bound.calendar}`;
    case 'days': {
      const end = bound.end.kind === 'clock' ? `at second ${bound.end.time}` : `at ${bound.end.kind}`;
      const cutOff = bound.cutOff === null ? '' : `, cut off at second ${bound.cutOff}`;
      return `${bound.count} x ${bound.unit} of ${bound.calendar} ${end}, from ${bound.receipt}, one is ${bound.dayOne}, outside ${bound.endOutside}${cutOff}`;
    }
    case 'pick':
      return `${bound.pick} of ${bound.of.map(limit).join(' and ')}`;
    default:
      return assertNever(bound);
  }
}
