import { Comma, Identifier, NumberToken, Percent, word } from '../tokens.ts';
import { AvailabilityRules } from './availability-rules.ts';
import type { Rule } from './part-rules.ts';

/** What the customer may do once promises have failed again and again. */
export class RightRules extends AvailabilityRules {
  /** `right "to terminate" when attained resolve fails in 3 months in a row, used within 60 calendar days`. */
  readonly rightClause: Rule = this.RULE('rightClause', () => {
    this.word('right');
    this.SUBRULE(this.words);
    this.word('when');
    this.AT_LEAST_ONE_SEP({ SEP: word('or'), DEF: () => this.SUBRULE(this.badPeriods) });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.rightTerm);
    });
  });

  /** `attained resolve below 85% in any month`, `5 or more missed respond in 4 of 12 months`, `credits reach EUR 500 in any year`. */
  readonly badPeriods: Rule = this.RULE('badPeriods', () => {
    this.OR([
      {
        ALT: () => {
          this.word('attained');
          this.SUBRULE(this.name);
          this.SUBRULE(this.failing);
          // Behind a name the tickets would be read as what the name is of.
          this.OPTION2(() => this.SUBRULE(this.selector));
        },
      },
      {
        ALT: () => {
          this.word('availability');
          this.OPTION(() => {
            this.word('of');
            this.SUBRULE(this.words);
          });
          this.SUBRULE1(this.failing);
        },
      },
      {
        ALT: () => {
          this.CONSUME(NumberToken);
          this.word('or');
          this.word('more');
          this.OR1([
            {
              ALT: () => {
                this.word('missed');
                this.SUBRULE(this.names);
              },
            },
            { ALT: () => this.SUBRULE(this.anyMissed) },
            { ALT: () => this.word('points') },
          ]);
          this.OPTION1(() => this.SUBRULE1(this.selector));
        },
      },
      {
        ALT: () => {
          this.word('credits');
          this.word('reach');
          this.OR2([
            {
              ALT: () => {
                this.CONSUME(Percent);
                this.word('of', 1);
                this.SUBRULE1(this.words);
              },
            },
            { ALT: () => this.SUBRULE(this.money) },
          ]);
        },
      },
    ]);
    this.SUBRULE(this.periodTally);
  });

  /** `fails`, what the plan promises, or `below 85%`. */
  readonly failing: Rule = this.RULE('failing', () => {
    this.OR([
      { ALT: () => this.word('fails') },
      {
        ALT: () => {
          this.word('below');
          this.CONSUME(Percent);
        },
      },
    ]);
  });

  /** `in any month`, `in any 3 months`, `in 3 months in a row`, `in 4 of 12 months`. */
  readonly periodTally: Rule = this.RULE('periodTally', () => {
    this.word('in');
    this.OR([
      {
        ALT: () => {
          this.word('any');
          this.OPTION(() => this.CONSUME(NumberToken));
          this.SUBRULE(this.periodUnit);
        },
      },
      {
        ALT: () => {
          this.CONSUME1(NumberToken);
          this.OR1([
            {
              ALT: () => {
                this.word('of');
                this.CONSUME2(NumberToken);
                this.SUBRULE1(this.periodUnit);
              },
            },
            {
              ALT: () => {
                this.SUBRULE2(this.periodUnit);
                this.word('in', 1);
                this.word('a');
                this.word('row');
              },
            },
          ]);
        },
      },
    ]);
  });

  /** `months`, `contract months`, `fiscal quarters`. */
  readonly periodUnit: Rule = this.RULE('periodUnit', () => {
    this.OPTION(() => this.OR([{ ALT: () => this.word('contract') }, { ALT: () => this.word('fiscal') }]));
    this.CONSUME(Identifier);
  });

  readonly rightTerm: Rule = this.RULE('rightTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('used');
          this.word('within');
          this.SUBRULE(this.measuredStretch);
        },
      },
      {
        ALT: () => {
          this.word('notice');
          this.SUBRULE1(this.measuredStretch);
        },
      },
    ]);
  });
}
