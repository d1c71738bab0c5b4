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

  /**
   * `credit 5% of "monthly fee" per missed respond, at most 15% per month`, `credit EUR 50 per started 30 min of
   * outage`, in time: `credit 3 hours of "free support" per any missed target`, or by how often or how far:
   * `credit of "monthly fee" by missed respond per month gives 5% for 1 to 2`, `by attained respond per month gives 5% below
   * 95%`.
   */
  readonly creditClause: Rule = this.RULE('creditClause', () => {
    this.word('credit');
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Percent);
          this.word('of');
          this.SUBRULE(this.words);
          this.SUBRULE(this.creditCause);
        },
      },
      {
        ALT: () => {
          this.SUBRULE(this.money);
          this.SUBRULE1(this.creditCause);
        },
      },
      {
        ALT: () => {
          this.OPTION2(() => {
            this.word('up');
            this.word('to');
          });
          this.SUBRULE(this.amount);
          this.word('of', 3);
          this.SUBRULE4(this.words);
          this.SUBRULE3(this.creditCause);
        },
      },
      {
        ALT: () => {
          this.word('of', 1);
          this.SUBRULE1(this.words);
          this.word('by');
          this.OR1([
            {
              ALT: () => {
                this.OR2([
                  { ALT: () => this.SUBRULE(this.anyMissed) },
                  {
                    ALT: () => {
                      this.word('missed');
                      this.SUBRULE(this.names);
                    },
                  },
                ]);
                this.SUBRULE(this.period);
                this.word('gives');
                this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.creditBand) });
              },
            },
            {
              ALT: () => {
                this.word('availability');
                this.OPTION(() => {
                  this.word('of', 2);
                  this.SUBRULE2(this.words);
                });
                this.SUBRULE1(this.period);
                this.word('gives', 1);
                this.AT_LEAST_ONE_SEP1({ SEP: Bar, DEF: () => this.SUBRULE(this.shortfallBand) });
              },
            },
            {
              ALT: () => {
                this.word('attained');
                this.SUBRULE(this.name);
                this.SUBRULE2(this.period);
                this.word('gives', 2);
                this.AT_LEAST_ONE_SEP2({ SEP: Bar, DEF: () => this.SUBRULE1(this.shortfallBand) });
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.SUBRULE3(this.words);
          this.SUBRULE2(this.creditCause);
        },
      },
    ]);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.creditTerm);
    });
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
  });

  /** `per missed respond`, `per outage`, `per started 30 min of outage`, `per started 24 h of delay of resolve`. */
  readonly creditCause: Rule = this.RULE('creditCause', () => {
    this.word('per');
    this.OR([
      { ALT: () => this.SUBRULE(this.anyMissed) },
      {
        ALT: () => {
          this.word('missed');
          this.SUBRULE(this.name);
        },
      },
      { ALT: () => this.word('outage') },
      {
        ALT: () => {
          this.OPTION(() => this.word('started'));
          this.SUBRULE(this.unitAmount);
          this.word('of');
          this.OR1([
            { ALT: () => this.word('outage', 1) },
            {
              ALT: () => {
                this.word('delay');
                this.word('of', 1);
                this.SUBRULE1(this.name);
              },
            },
          ]);
        },
      },
    ]);
  });

  /** `any missed target`, whichever it is of. */
  readonly anyMissed: Rule = this.RULE('anyMissed', () => {
    this.word('any');
    this.word('missed');
    this.word('target');
  });

  /** `10% below 99.9%`, `5% from 95.1% to 99.8%`, `5% from 95% to below 99.9%`. */
  readonly shortfallBand: Rule = this.RULE('shortfallBand', () => {
    this.CONSUME(Percent);
    this.OR([
      {
        ALT: () => {
          this.word('below');
          this.CONSUME1(Percent);
        },
      },
      {
        ALT: () => {
          this.word('from');
          this.CONSUME2(Percent);
          this.word('to');
          this.OPTION(() => this.word('below', 1));
          this.CONSUME3(Percent);
        },
      },
    ]);
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
          this.OR1([
            { ALT: () => this.CONSUME(Percent) },
            { ALT: () => this.SUBRULE(this.money) },
            { ALT: () => this.SUBRULE1(this.amount) },
          ]);
          this.OR2({
            // A ticket would else be taken for a period.
            IGNORE_AMBIGUITIES: true,
            DEF: [
              {
                ALT: () => {
                  this.word('per');
                  this.word('ticket');
                },
              },
              { ALT: () => this.SUBRULE(this.period) },
            ],
          });
        },
      },
      {
        ALT: () => {
          this.word('beyond');
          this.SUBRULE(this.unitAmount);
        },
      },
      {
        ALT: () => {
          this.word('claimed');
          this.word('within');
          this.SUBRULE(this.amount);
          this.OPTION(() => {
            this.word('with');
            this.SUBRULE(this.words);
          });
        },
      },
      {
        ALT: () => {
          this.word('sole');
          this.word('remedy');
        },
      },
    ]);
  });

  /** `availability "API" 99.9% per month of real time in Europe/Berlin, …`, or in any stretch: `90% in any 1 h of …`. */
  readonly availabilityClause: Rule = this.RULE('availabilityClause', () => {
    this.word('availability');
    this.OPTION(() => this.SUBRULE(this.words));
    this.CONSUME(Percent);
    this.OR1([
      { ALT: () => this.SUBRULE(this.period) },
      {
        ALT: () => {
          this.word('in');
          this.word('any');
          this.SUBRULE(this.unitAmount);
        },
      },
    ]);
    this.word('of');
    this.OR([
      {
        ALT: () => {
          this.word('real');
          this.word('time');
        },
      },
      { ALT: () => this.SUBRULE(this.calendarName) },
    ]);
    this.OPTION1(() => {
      this.word('in', 1);
      this.SUBRULE(this.zone);
    });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.availabilityTerm);
    });
  });

  readonly availabilityTerm: Rule = this.RULE('availabilityTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('outage');
          this.word('from');
          this.SUBRULE(this.words);
          this.word('to');
          this.SUBRULE1(this.words);
        },
      },
      {
        ALT: () => {
          this.word('counted');
          this.word('per');
          this.word('started');
          this.SUBRULE(this.unitAmount);
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.word('least');
          this.SUBRULE1(this.unitAmount);
        },
      },
      {
        ALT: () => {
          this.word('except');
          this.SUBRULE2(this.words);
          this.OPTION(() => {
            this.word('announced');
            this.SUBRULE2(this.unitAmount);
            this.word('before');
          });
          this.OPTION1(() => {
            this.word('up');
            this.word('to', 1);
            this.SUBRULE3(this.unitAmount);
            this.SUBRULE(this.period);
          });
        },
      },
      {
        ALT: () => {
          this.word('formula');
          this.SUBRULE3(this.words);
        },
      },
    ]);
  });
}
