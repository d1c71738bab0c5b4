import { is } from '../gate.ts';
import { Factor, Identifier, NumberToken, word } from '../tokens.ts';
import type { Rule } from './part-rules.ts';
import { PlanRules } from './plan-rules.ts';

/** Amounts of work and of money, and how work is counted: the parts that quotas, charges and prices have in common. */
export class AmountRules extends PlanRules {
  /** A number and one unit: `30 min`, `1 year`. */
  readonly unitAmount: Rule = this.RULE('unitAmount', () => {
    this.CONSUME(NumberToken);
    this.CONSUME(Identifier);
  });

  readonly money: Rule = this.RULE('money', () => {
    this.CONSUME(Identifier);
    this.CONSUME(NumberToken);
  });

  /** `EUR 120`, or so many of a thing: `2 incidents`. */
  readonly quantity: Rule = this.RULE('quantity', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Identifier);
          this.CONSUME(NumberToken);
        },
      },
      {
        ALT: () => {
          this.CONSUME1(NumberToken);
          this.CONSUME1(Identifier);
        },
      },
    ]);
  });

  readonly withoutLimit: Rule = this.RULE('withoutLimit', () => {
    this.word('without');
    this.word('limit');
  });

  /** `outside Office at 2x split at edge`: what work costs outside a calendar, and whose hours those are. */
  readonly offHours: Rule = this.RULE('offHours', () => {
    this.word('outside');
    this.SUBRULE(this.calendarName);
    this.word('at');
    this.CONSUME(Factor);
    this.OPTION(() => this.SUBRULE(this.edgeParts));
  });

  /** By whose hours work counts that lies on both sides of an edge: `split at edge`, `by start`, `whole`. */
  readonly edgeParts: Rule = this.RULE('edgeParts', () => {
    this.OR([
      {
        ALT: () => {
          this.word('split');
          this.word('at');
          this.word('edge');
        },
      },
      {
        ALT: () => {
          this.word('by');
          this.word('start');
        },
      },
      { ALT: () => this.word('whole') },
    ]);
  });

  readonly freeBelow: Rule = this.RULE('freeBelow', () => {
    this.word('free');
    this.word('below');
    this.SUBRULE(this.unitAmount);
  });

  /**
   * `rounded up to 15 min after 5 min`: up to five minutes over a quarter of an hour are not counted. With `per month`
   * the work of the month is added up first, with `per ticket per month` the month's work on each ticket by itself. Of
   * work that is split at an edge, `before splitting` rounds the whole and `after splitting` each part.
   */
  readonly rounding: Rule = this.RULE('rounding', () => {
    this.word('rounded');
    this.word('up');
    this.word('to');
    this.SUBRULE(this.unitAmount);
    this.OPTION(() => {
      this.word('after');
      this.SUBRULE1(this.unitAmount);
    });
    this.OPTION1({
      // `per ticket` would else be taken for a period.
      GATE: this.gate(is(2, word('ticket'))),
      DEF: () => {
        this.word('per');
        this.word('ticket');
      },
    });
    this.OPTION2(() => this.SUBRULE(this.period));
    this.OPTION3(() => {
      this.OR([{ ALT: () => this.word('before') }, { ALT: () => this.word('after', 1) }]);
      this.word('splitting');
    });
  });
}
