import { Bar, Comma, Identifier, NumberToken, Percent } from '../tokens.ts';
import { ClockRules } from './clock-rules.ts';
import type { Rule } from './part-rules.ts';

/** What missed promises and outages give back. */
export class CreditRules extends ClockRules {
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
                this.word('points');
                this.SUBRULE3(this.period);
                this.word('gives', 3);
                this.AT_LEAST_ONE_SEP3({ SEP: Bar, DEF: () => this.SUBRULE1(this.creditBand) });
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
    this.OPTION3(() => this.SUBRULE(this.selector));
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
  });

  /** `per missed respond`, `per outage`, `per started 30 min of outage`, `per started 4 h in Office of delay of resolve`. */
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
      { ALT: () => this.word('point') },
      {
        ALT: () => {
          this.OPTION(() => this.word('started'));
          this.SUBRULE(this.measuredStretch);
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

  /** `4 h`, `4 h in Office`, `1 business day ending at close in Office`. */
  readonly measuredStretch: Rule = this.RULE('measuredStretch', () => {
    this.SUBRULE(this.stretch);
    this.OPTION(() => {
      this.word('in');
      this.SUBRULE(this.calendarName);
    });
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
          this.OR3({
            // The misses would else be taken for the unit of a time.
            IGNORE_AMBIGUITIES: true,
            DEF: [
              {
                ALT: () => {
                  this.CONSUME1(Percent);
                  this.word('of');
                  this.word('tickets');
                  this.word('due');
                  this.SUBRULE1(this.period);
                },
              },
              {
                ALT: () => {
                  this.CONSUME(NumberToken);
                  this.word('missed');
                  this.SUBRULE2(this.period);
                },
              },
              { ALT: () => this.SUBRULE(this.measuredStretch) },
            ],
          });
        },
      },
      {
        ALT: () => {
          this.word('claimed');
          this.word('within');
          this.SUBRULE(this.amount);
          this.OPTION1(() => {
            this.word('in');
            this.SUBRULE(this.calendarName);
          });
          this.OPTION2(() => {
            this.word('from');
            this.word('end');
            this.word('of', 1);
            this.CONSUME(Identifier);
          });
          this.OPTION(() => {
            this.word('with');
            this.SUBRULE(this.words);
          });
        },
      },
      {
        ALT: () => {
          this.word('earned');
          this.word('back');
          this.word('after');
          this.CONSUME1(NumberToken);
          this.CONSUME1(Identifier);
          this.word('kept');
        },
      },
      {
        ALT: () => {
          this.word('counted');
          this.word('as');
          this.word('promised');
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

  /** `credits at most 15% of "the monthly fee" per month`: what all credits of the plan come to together. */
  readonly creditsClause: Rule = this.RULE('creditsClause', () => {
    this.word('credits');
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.creditsTerm) });
  });

  readonly creditsTerm: Rule = this.RULE('creditsTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('at');
          this.word('most');
          this.OR1([
            {
              ALT: () => {
                this.CONSUME(Percent);
                this.word('of');
                this.SUBRULE(this.words);
              },
            },
            { ALT: () => this.SUBRULE(this.money) },
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
          this.word('sole');
          this.word('remedy');
        },
      },
    ]);
  });
}
