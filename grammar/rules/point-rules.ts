import { Bar, Comma, NumberToken, Percent } from '../tokens.ts';
import { CreditRules } from './credit-rules.ts';
import type { Rule } from './part-rules.ts';

/** Points for missed promises, which credits and rights are counted by. */
export class PointRules extends CreditRules {
  /** `points 3 per missed respond for P1`, `points by attained respond per month gives 1 below 95% | 3 below 90%`. */
  readonly pointsClause: Rule = this.RULE('pointsClause', () => {
    this.word('points');
    this.OR([
      {
        ALT: () => {
          this.CONSUME(NumberToken);
          this.SUBRULE(this.creditCause);
        },
      },
      {
        ALT: () => {
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
                this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.pointBand) });
              },
            },
            {
              ALT: () => {
                this.OR3([
                  {
                    ALT: () => {
                      this.word('availability');
                      this.OPTION(() => {
                        this.word('of');
                        this.SUBRULE(this.words);
                      });
                    },
                  },
                  {
                    ALT: () => {
                      this.word('attained');
                      this.SUBRULE(this.name);
                    },
                  },
                ]);
                this.SUBRULE1(this.period);
                this.word('gives', 1);
                this.AT_LEAST_ONE_SEP1({ SEP: Bar, DEF: () => this.SUBRULE(this.pointShortfall) });
              },
            },
          ]);
        },
      },
    ]);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.creditTerm);
    });
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  /** `1 for 1 to 2`, `3 for 3 or more`. */
  readonly pointBand: Rule = this.RULE('pointBand', () => {
    this.CONSUME(NumberToken);
    this.word('for');
    this.CONSUME1(NumberToken);
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.word('to');
            this.CONSUME2(NumberToken);
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

  /** `1 below 95%`. */
  readonly pointShortfall: Rule = this.RULE('pointShortfall', () => {
    this.CONSUME(NumberToken);
    this.word('below');
    this.CONSUME(Percent);
  });
}
