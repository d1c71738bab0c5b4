import { Bar, Comma, Factor, Identifier, NumberToken, Percent } from '../tokens.ts';
import { EntitlementRules } from './entitlement-rules.ts';
import type { Rule } from './part-rules.ts';

/** Money: prices, rates by calendar, options, surcharges, and credits for what was missed. */
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

  readonly money: Rule = this.RULE('money', () => {
    this.CONSUME(Identifier);
    this.CONSUME(NumberToken);
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
    ]);
  });

  /** `rate EUR 120 per hour in Office | EUR 180 per hour outside, at least 2 h`. */
  readonly bandedRateClause: Rule = this.RULE('bandedRateClause', () => {
    this.word('rate');
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.rateBand) });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.OR([
        {
          ALT: () => {
            this.word('at');
            this.word('least');
            this.SUBRULE(this.unitAmount);
          },
        },
        { ALT: () => this.SUBRULE(this.rounding) },
      ]);
    });
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly rateBand: Rule = this.RULE('rateBand', () => {
    this.SUBRULE(this.money);
    this.word('per');
    this.CONSUME(Identifier);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.word('in');
            this.SUBRULE(this.calendarName);
          },
        },
        { ALT: () => this.word('outside') },
      ]),
    );
  });

  /** `option "Faster answers" EUR 500 per month, gives respond 30 min for P1`. */
  readonly optionClause: Rule = this.RULE('optionClause', () => {
    this.word('option');
    this.SUBRULE(this.words);
    this.SUBRULE(this.priceAmount);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.optionTerm);
    });
  });

  readonly optionTerm: Rule = this.RULE('optionTerm', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.priceTerm) },
      {
        ALT: () => {
          this.word('gives');
          this.SUBRULE(this.name);
          this.SUBRULE(this.cell);
          this.OPTION(() => this.SUBRULE(this.selector));
        },
      },
    ]);
  });

  /** `surcharge "travel" EUR 80 per visit for region ANZ`, `surcharge "at night" 50% when night`. */
  readonly surchargeClause: Rule = this.RULE('surchargeClause', () => {
    this.word('surcharge');
    this.SUBRULE(this.words);
    this.OR([
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
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
  });

  /**
   * `credit 5% of "monthly fee" per missed respond, at most 15% per month, claimed within 30 calendar days`, or by
   * the number of misses: `credit 5% if 1 to 2 | 10% if 3 or more of "monthly fee" for missed respond per month`.
   */
  readonly creditClause: Rule = this.RULE('creditClause', () => {
    this.word('credit');
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Percent);
          this.word('of');
          this.SUBRULE(this.words);
          this.word('per');
          this.word('missed');
          this.SUBRULE(this.name);
        },
      },
      {
        ALT: () => {
          this.word('of', 1);
          this.SUBRULE1(this.words);
          this.word('by');
          this.word('missed', 1);
          this.SUBRULE1(this.name);
          this.SUBRULE(this.period);
          this.word('gives');
          this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.creditBand) });
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.words);
          this.word('per', 1);
          this.word('missed', 2);
          this.SUBRULE2(this.name);
        },
      },
    ]);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.creditTerm);
    });
  });

  /** `5% for 1 to 2`, `10% for 3 or more`. */
  readonly creditBand: Rule = this.RULE('creditBand', () => {
    this.CONSUME(Percent);
    this.word('for');
    this.CONSUME(NumberToken);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.word('to');
            this.CONSUME1(NumberToken);
          },
        },
        {
          ALT: () => {
            this.word('or');
            this.word('more');
          },
        },
      ]),
    );
  });

  readonly creditTerm: Rule = this.RULE('creditTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('at');
          this.word('most');
          this.CONSUME(Percent);
          this.SUBRULE(this.period);
        },
      },
      {
        ALT: () => {
          this.word('claimed');
          this.word('within');
          this.SUBRULE(this.amount);
        },
      },
    ]);
  });
}
