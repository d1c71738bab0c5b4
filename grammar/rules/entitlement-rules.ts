import { is } from '../gate.ts';
import { Comma, Factor, Identifier, NumberToken, Text, word } from '../tokens.ts';
import type { Rule } from './part-rules.ts';
import { PlanRules } from './plan-rules.ts';

/** What a plan entitles to: quotas, what is charged against them, who may ask, and for what. */
export class EntitlementRules extends PlanRules {
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

  readonly withoutLimit: Rule = this.RULE('withoutLimit', () => {
    this.word('without');
    this.word('limit');
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

  /** A number and one unit: `30 min`, `1 year`. */
  readonly unitAmount: Rule = this.RULE('unitAmount', () => {
    this.CONSUME(NumberToken);
    this.CONSUME(Identifier);
  });

  /** `charge appointment 2 incidents first 1 h, then 1 incident per started 30 min, on conclusion`. */
  readonly chargeClause: Rule = this.RULE('chargeClause', () => {
    this.word('charge');
    this.SUBRULE(this.name);
    this.SUBRULE(this.chargeRate);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.chargeTerm);
    });
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly chargeRate: Rule = this.RULE('chargeRate', () => {
    this.SUBRULE(this.quantity);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.word('first');
            this.SUBRULE(this.unitAmount);
          },
        },
        {
          ALT: () => {
            this.word('per');
            this.OPTION1(() => this.word('started'));
            this.SUBRULE1(this.unitAmount);
          },
        },
      ]),
    );
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

  readonly chargeTerm: Rule = this.RULE('chargeTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('then');
          this.SUBRULE(this.chargeRate);
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.word('least');
          this.SUBRULE(this.unitAmount);
        },
      },
      { ALT: () => this.SUBRULE(this.rounding) },
      { ALT: () => this.SUBRULE(this.offHours) },
      {
        ALT: () => {
          this.word('on');
          this.SUBRULE(this.name);
        },
      },
      {
        ALT: () => {
          this.word('free');
          this.word('when');
          this.SUBRULE(this.condition);
        },
      },
      { ALT: () => this.SUBRULE(this.freeBelow) },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.word('besides') },
            {
              ALT: () => {
                this.word('instead');
                this.word('of');
              },
            },
          ]);
          this.AT_LEAST_ONE_SEP({ SEP: word('and'), DEF: () => this.SUBRULE1(this.name) });
        },
      },
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

  readonly eligibleClause: Rule = this.RULE('eligibleClause', () => {
    this.word('eligible');
    this.word('when');
    this.SUBRULE(this.condition);
    this.word('else');
    this.word('refuse');
    this.SUBRULE(this.words);
  });

  /** `exclude "planned events" when planned`, and what is included, required and advised in the same form. */
  readonly provisionClause: Rule = this.RULE('provisionClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
    this.OPTION(() => this.SUBRULE(this.selector));
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
    this.OPTION2(() => {
      this.word('else');
      this.OR([
        { ALT: () => this.word('refused') },
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
            this.word('clock');
            this.word('pauses');
          },
        },
      ]);
    });
  });

  readonly languagesClause: Rule = this.RULE('languagesClause', () => {
    this.word('languages');
    this.SUBRULE(this.names);
  });

  /** `versions latest, previous major`. */
  readonly versionsClause: Rule = this.RULE('versionsClause', () => {
    this.word('versions');
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.versionWords) });
  });

  readonly versionWords: Rule = this.RULE('versionWords', () => {
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(Identifier)) },
    ]);
  });

  readonly availableClause: Rule = this.RULE('availableClause', () => {
    this.word('available');
    this.word('in');
    this.word('region');
    this.SUBRULE(this.names);
  });
}
