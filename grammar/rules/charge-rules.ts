import { Comma, word } from '../tokens.ts';
import type { Rule } from './part-rules.ts';
import { QuotaRules } from './quota-rules.ts';

/** What is charged for work, against quotas or in money. */
export class ChargeRules extends QuotaRules {
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
}
