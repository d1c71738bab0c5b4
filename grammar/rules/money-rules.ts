import { Bar, Comma, Factor, Identifier, Percent } from '../tokens.ts';
import { EntitlementRules } from './entitlement-rules.ts';
import type { Rule } from './part-rules.ts';

/** Money: prices, rates by calendar, options and surcharges. */
export class MoneyRules extends EntitlementRules {
  /** `price EUR 2 per user per month, at least EUR 100, billed yearly`. */
  readonly priceClause: Rule = this.RULE('priceClause', () => {
    this.word('price');
    this.OR({
      MAX_LOOKAHEAD: 1,
      IGNORE_AMBIGUITIES: true,
      DEF: [
        {
          ALT: () => {
            this.word('included');
            this.word('with');
            this.SUBRULE(this.words);
          },
        },
        {
          ALT: () => {
            this.word('on');
            this.word('request');
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.priceAmount);
            this.MANY(() => {
              this.CONSUME(Comma);
              this.SUBRULE(this.priceTerm);
            });
          },
        },
      ],
    });
  });

  /** `EUR 2 per user per month`, `15% of "recurring fees" per month`. */
  readonly priceAmount: Rule = this.RULE('priceAmount', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Percent);
          this.word('of');
          this.SUBRULE(this.words);
        },
      },
      { ALT: () => this.SUBRULE(this.money) },
    ]);
    this.SUBRULE(this.period);
    this.OPTION(() => this.SUBRULE1(this.period));
  });

  readonly priceTerm: Rule = this.RULE('priceTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('billed');
          this.CONSUME(Identifier);
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.OR1([{ ALT: () => this.word('least') }, { ALT: () => this.word('most') }]);
          this.SUBRULE(this.quantity);
        },
      },
      {
        ALT: () => {
          this.CONSUME(Factor);
          this.word('when');
          this.SUBRULE(this.condition);
        },
      },
      {
        ALT: () => {
          this.word('prorated');
          this.word('by');
          this.CONSUME1(Identifier);
        },
      },
      {
        ALT: () => {
          this.word('tax');
          this.OR2([{ ALT: () => this.word('included') }, { ALT: () => this.word('added') }]);
        },
      },
      { ALT: () => this.SUBRULE(this.priceStep) },
    ]);
  });

  /** `EUR 8 beyond 50 users`: what those cost that are beyond; `EUR 8 for all beyond 50 users`: what all cost then. */
  readonly priceStep: Rule = this.RULE('priceStep', () => {
    this.OR([{ ALT: () => this.CONSUME(Percent) }, { ALT: () => this.SUBRULE(this.money) }]);
    this.OPTION(() => {
      this.word('for');
      this.word('all');
    });
    this.word('beyond');
    this.SUBRULE(this.quantity);
  });

  /**
   * `rate EUR 120 per hour in Office | EUR 180 per hour outside, at least 2 h`, or as multiples of the first:
   * `rate "the normal rate" per hour in Office | 1.5x in Evening | 2x outside`.
   */
  readonly bandedRateClause: Rule = this.RULE('bandedRateClause', () => {
    this.word('rate');
    this.SUBRULE(this.rateBand);
    this.MANY(() => {
      this.CONSUME(Bar);
      this.OR1([{ ALT: () => this.SUBRULE1(this.rateBand) }, { ALT: () => this.SUBRULE(this.rateMultiple) }]);
    });
    this.MANY1(() => {
      this.CONSUME(Comma);
      this.OR([
        {
          ALT: () => {
            this.word('at');
            this.word('least');
            this.SUBRULE(this.unitAmount);
          },
        },
        { ALT: () => this.SUBRULE(this.freeBelow) },
        { ALT: () => this.SUBRULE(this.rounding) },
        { ALT: () => this.SUBRULE(this.edgeParts) },
      ]);
    });
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly rateBand: Rule = this.RULE('rateBand', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.money) }, { ALT: () => this.SUBRULE(this.words) }]);
    this.word('per');
    this.CONSUME(Identifier);
    this.OPTION(() => this.SUBRULE(this.rateHours));
  });

  /** `1.5x in Evening`, of what the first band costs. */
  readonly rateMultiple: Rule = this.RULE('rateMultiple', () => {
    this.CONSUME(Factor);
    this.SUBRULE(this.rateHours);
  });

  readonly rateHours: Rule = this.RULE('rateHours', () => {
    this.OR([
      {
        ALT: () => {
          this.word('in');
          this.SUBRULE(this.calendarName);
        },
      },
      { ALT: () => this.word('outside') },
    ]);
  });

  /** `option "Faster answers" EUR 500 per month, gives respond 30 min for P1`, `option "Training" on request`. */
  readonly optionClause: Rule = this.RULE('optionClause', () => {
    this.word('option');
    this.SUBRULE(this.words);
    this.OR([
      {
        ALT: () => {
          this.word('on');
          this.word('request');
          this.MANY(() => {
            this.CONSUME(Comma);
            this.SUBRULE(this.optionCell);
          });
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.priceAmount);
          this.MANY1(() => {
            this.CONSUME1(Comma);
            this.OR1([
              { ALT: () => this.SUBRULE(this.priceTerm) },
              { ALT: () => this.SUBRULE1(this.optionCell) },
            ]);
          });
        },
      },
    ]);
  });

  /** `gives respond 30 min for P1`. */
  readonly optionCell: Rule = this.RULE('optionCell', () => {
    this.word('gives');
    this.SUBRULE(this.name);
    this.SUBRULE(this.cell);
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  /** `surcharge "travel" EUR 80 per visit for region ANZ`, `surcharge "at night" 50% when night`. */
  readonly surchargeClause: Rule = this.RULE('surchargeClause', () => {
    this.word('surcharge');
    this.SUBRULE(this.words);
    this.OR([
      {
        ALT: () => {
          this.word('on');
          this.word('request');
        },
      },
      { ALT: () => this.CONSUME(Percent) },
      {
        ALT: () => {
          this.SUBRULE(this.money);
          this.word('per');
          this.CONSUME(Identifier);
        },
      },
    ]);
    this.OPTION(() => this.SUBRULE(this.selector));
    this.OPTION2(() => this.SUBRULE(this.arrival));
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
  });
}
