import { Comma, Identifier, NumberToken, word } from '../tokens.ts';
import { AmountRules } from './amount-rules.ts';
import type { Rule } from './part-rules.ts';

/** The quotas of a plan, what is bought to them in packs, and what is carried over. */
export class QuotaRules extends AmountRules {
  /** `hours 120 per contract year of administer, outside Office at 2x, over billed`. */
  readonly quotaClause: Rule = this.RULE('quotaClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      { ALT: () => this.word('prepaid') },
      {
        ALT: () => {
          this.OPTION(() => {
            this.word('at');
            this.word('most');
          });
          this.CONSUME(NumberToken);
        },
      },
    ]);
    this.OPTION1(() => this.SUBRULE(this.words));
    this.OPTION2(() => this.SUBRULE(this.period));
    this.OPTION3(() => {
      this.word('in');
      this.SUBRULE(this.zone);
    });
    this.OPTION4(() => {
      this.word('of');
      this.SUBRULE(this.name);
    });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.quotaTerm);
    });
    this.OPTION5(() => this.SUBRULE(this.selector));
  });

  readonly quotaTerm: Rule = this.RULE('quotaTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('over');
          this.AT_LEAST_ONE_SEP({ SEP: word('or'), DEF: () => this.SUBRULE(this.overQuota) });
        },
      },
      {
        ALT: () => {
          this.word('booked');
          this.SUBRULE(this.limit);
          this.word('before');
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.word('least');
          this.SUBRULE(this.unitAmount);
          this.word('drawn');
          this.SUBRULE(this.period);
          this.OPTION(() => {
            this.word('or', 1);
            this.word('made');
            this.word('up');
            this.word('later');
          });
        },
      },
      { ALT: () => this.SUBRULE(this.offHours) },
      { ALT: () => this.SUBRULE(this.rounding) },
      {
        ALT: () => {
          this.word('not');
          this.word('rounded');
        },
      },
      {
        ALT: () => {
          this.word('used');
          this.word('when');
          this.OR2([
            { ALT: () => this.word('opened') },
            { ALT: () => this.word('answered') },
            { ALT: () => this.word('closed') },
            {
              ALT: () => {
                this.word('work');
                this.word('ends');
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.word('one');
          this.CONSUME(Identifier);
          this.word('per');
          this.OR3([{ ALT: () => this.word('ticket') }, { ALT: () => this.word('cause') }]);
        },
      },
    ]);
  });

  /** What happens beyond a quota; of several the customer chooses. */
  readonly overQuota: Rule = this.RULE('overQuota', () => {
    this.OR([
      { ALT: () => this.word('refused') },
      { ALT: () => this.word('billed') },
      {
        ALT: () => {
          this.word('best');
          this.word('effort');
        },
      },
      {
        ALT: () => {
          this.word('no');
          this.word('promise');
        },
      },
      {
        ALT: () => {
          this.word('on');
          this.word('hold');
        },
      },
      { ALT: () => this.word('closed') },
    ]);
  });

  /** `pack "10 hours" EUR 900, gives 10 hours, valid 12 months`, `pack "more" on request, gives 1 hour`. */
  readonly packClause: Rule = this.RULE('packClause', () => {
    this.word('pack');
    this.SUBRULE(this.words);
    this.OR([
      {
        ALT: () => {
          this.word('on');
          this.word('request');
        },
      },
      { ALT: () => this.SUBRULE(this.money) },
    ]);
    this.CONSUME(Comma);
    this.word('gives');
    this.SUBRULE(this.unitAmount);
    this.OPTION(() => {
      this.CONSUME1(Comma);
      this.word('valid');
      this.OR1([{ ALT: () => this.SUBRULE(this.withoutLimit) }, { ALT: () => this.SUBRULE(this.amount) }]);
    });
  });

  /** `rollover incidents up to 15 per year, oldest first`, `… up to 15 in all`, `rollover hours without limit, …`. */
  readonly rolloverClause: Rule = this.RULE('rolloverClause', () => {
    this.word('rollover');
    this.SUBRULE(this.name);
    this.OR([
      { ALT: () => this.SUBRULE(this.withoutLimit) },
      {
        ALT: () => {
          this.word('up');
          this.word('to');
          this.CONSUME(NumberToken);
          this.OPTION(() =>
            this.OR2([
              { ALT: () => this.SUBRULE(this.period) },
              {
                ALT: () => {
                  this.word('in');
                  this.word('all');
                },
              },
            ]),
          );
        },
      },
    ]);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.rolloverTerm);
    });
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
  });

  readonly rolloverTerm: Rule = this.RULE('rolloverTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('oldest');
          this.word('first');
        },
      },
      {
        ALT: () => {
          this.word('newest');
          this.word('first', 1);
        },
      },
      {
        ALT: () => {
          this.word('carried');
          this.OR1([{ ALT: () => this.word('once') }, { ALT: () => this.word('again') }]);
        },
      },
      {
        ALT: () => {
          this.word('expires');
          this.OR2([
            {
              ALT: () => {
                this.word('after');
                this.SUBRULE(this.unitAmount);
              },
            },
            {
              ALT: () => {
                this.SUBRULE(this.amount);
                this.word('after', 1);
                this.SUBRULE1(this.name);
              },
            },
          ]);
        },
      },
    ]);
  });
}
