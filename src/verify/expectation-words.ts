import { instantOfMoment } from '../check/instant-of-moment.ts';
import type { CheckedExpectation, ExpectedCharge, Moment } from '../check/scenario-model.ts';
import { assertNever } from '../text/assert-never.ts';
import type { Words } from './scenario-result.ts';

/** What is expected, as it is written. */
export function expectationWords(expectation: CheckedExpectation): Words {
  switch (expectation.kind) {
    case 'due':
      return [`${clockWords(expectation)} by `, instantOfMoment(expectation.by)];
    case 'aimed':
      return [`${clockWords(expectation)} aimed at `, instantOfMoment(expectation.by)];
    case 'word':
      return [`${clockWords(expectation)} ${expectation.word}`];
    case 'status':
      return [`${clockWords(expectation)} ${expectation.status}`, ...atWords(expectation.at)];
    case 'severity': {
      const { becomes, severity, at } = expectation;
      return [`severity ${becomes ? 'becomes ' : ''}${severity}`, ...atWords(at)];
    }
    case 'state':
      return [`state ${expectation.state}`, ...atWords(expectation.at)];
    case 'notice': {
      const { no, to, at } = expectation;
      return [`${no ? 'no ' : ''}notice to ${to}`, ...atWords(at)];
    }
    case 'charge':
      return [chargeWords(expectation.charge)];
    case 'refused': {
      const { because } = expectation;
      return [because === null ? 'refused' : `refused because "${because}"`];
    }
    case 'closed':
      return ['closed', ...atWords(expectation.at)];
    default:
      return assertNever(expectation);
  }
}

function clockWords({
  metric,
  occurrence,
}: {
  readonly metric: string;
  readonly occurrence: number | null;
}): string {
  return occurrence === null ? metric : `${metric} ${occurrence}`;
}

function atWords(at: Moment | null): Words {
  return at === null ? [] : [' at ', instantOfMoment(at)];
}

function chargeWords(charge: ExpectedCharge): string {
  switch (charge.kind) {
    case 'nothing':
      return 'charges nothing';
    case 'money':
      return `charges ${charge.currency} ${charge.amount}`;
    case 'units':
      return `charges ${charge.amount} ${charge.thing}`;
    case 'over':
      return `over ${charge.amount} ${charge.thing}`;
  }
}
