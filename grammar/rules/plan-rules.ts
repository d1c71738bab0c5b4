import { Bar, Comma, Identifier, NumberToken, Percent, word } from '../tokens.ts';
import { CellRules } from './cell-rules.ts';
import type { Rule } from './part-rules.ts';

/** Plans: coverage, targets, entitlements, price. */
export class PlanRules extends CellRules {
  readonly planHead: Rule = this.RULE('planHead', () => {
    this.word('plan');
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.word('extends');
      this.SUBRULE1(this.name);
    });
    this.OPTION1(() => {
      this.word('also');
      this.word('called');
      this.SUBRULE(this.names);
    });
    this.OPTION2(() => this.SUBRULE(this.words));
  });

  readonly coverageClause: Rule = this.RULE('coverageClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.names);
    this.OR([
      {
        ALT: () => {
          this.word('in');
          this.SUBRULE(this.calendarName);
        },
      },
      { ALT: () => this.SUBRULE(this.promiseWord) },
    ]);
    this.OPTION(() => this.SUBRULE(this.selector));
    this.OPTION1(() => this.SUBRULE(this.arrival));
  });

  readonly channelsClause: Rule = this.RULE('channelsClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.names);
    this.OPTION(() => {
      this.word('on');
      this.word('request');
    });
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  readonly businessClause: Rule = this.RULE('businessClause', () => {
    this.word('business');
    this.OR([{ ALT: () => this.word('hours') }, { ALT: () => this.word('days') }]);
    this.SUBRULE(this.basis);
  });

  readonly targetsHead: Rule = this.RULE('targetsHead', () => {
    this.word('targets');
    this.OPTION(() => this.SUBRULE(this.selector));
    this.OPTION1(() => this.SUBRULE(this.arrival));
  });

  readonly targetsByPlanHead: Rule = this.RULE('targetsByPlanHead', () => {
    this.word('targets');
    this.SUBRULE(this.name);
    this.word('by');
    this.word('plan');
    this.OPTION(() => this.SUBRULE(this.selector));
    this.OPTION1(() => this.SUBRULE(this.arrival));
  });

  /** `when opened in Evening`, `when opened outside Office`. */
  readonly arrival: Rule = this.RULE('arrival', () => {
    this.word('when');
    this.word('opened');
    this.OR([{ ALT: () => this.word('in') }, { ALT: () => this.word('outside') }]);
    this.SUBRULE(this.calendarName);
  });

  /** The first row of a targets table: `respond | resolve`. */
  readonly targetHeader: Rule = this.RULE('targetHeader', () => {
    this.OPTION(() => this.CONSUME(Bar));
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.name) });
  });

  readonly targetRow: Rule = this.RULE('targetRow', () => {
    this.SUBRULE(this.names);
    this.OPTION(() => this.CONSUME(Bar));
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.cell) });
  });

  readonly period: Rule = this.RULE('period', () => {
    this.word('per');
    this.OPTION(() => {
      this.OR([{ ALT: () => this.word('contract') }, { ALT: () => this.word('fiscal') }]);
    });
    this.CONSUME(Identifier);
  });

  /** `attain 90% of resolve per month of tickets closed`, `attain at most 2 late of …`, `attain mean of …`. */
  readonly attainClause: Rule = this.RULE('attainClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Percent);
          this.OPTION6(() => {
            this.word('or');
            this.SUBRULE(this.mostLate);
          });
        },
      },
      { ALT: () => this.SUBRULE1(this.mostLate) },
      { ALT: () => this.word('mean') },
    ]);
    this.word('of');
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.OR1([
        { ALT: () => this.word('within') },
        {
          ALT: () => {
            this.word('at');
            this.word('most');
          },
        },
      ]);
      this.SUBRULE(this.bound);
    });
    this.OPTION1(() => this.SUBRULE(this.period));
    this.OPTION2(() => {
      this.word('of', 1);
      this.word('tickets');
      this.OR2([
        { ALT: () => this.word('opened') },
        { ALT: () => this.word('closed') },
        { ALT: () => this.word('due') },
        { ALT: () => this.word('resolved') },
      ]);
    });
    this.OPTION3(() => {
      this.word('below');
      this.CONSUME(NumberToken);
      this.word('tickets', 1);
    });
    this.OPTION4(() => {
      this.word('in');
      this.SUBRULE(this.zone);
    });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.attainTerm);
    });
    this.OPTION5(() => this.SUBRULE(this.selector));
  });

  /** `at most 4 late`. */
  readonly mostLate: Rule = this.RULE('mostLate', () => {
    this.word('at');
    this.word('most');
    this.CONSUME(NumberToken);
    this.word('late');
  });

  readonly attainTerm: Rule = this.RULE('attainTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('else');
          this.CONSUME(Percent);
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.word('least');
          this.CONSUME(NumberToken);
          this.word('tickets');
        },
      },
      {
        ALT: () => {
          this.word('except');
          this.AT_LEAST_ONE_SEP({ SEP: word('and'), DEF: () => this.SUBRULE(this.name) });
        },
      },
      {
        ALT: () => {
          this.word('per');
          this.SUBRULE1(this.name);
        },
      },
      { ALT: () => this.word('overall') },
    ]);
  });

  readonly featureClause: Rule = this.RULE('featureClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
    this.OR([
      { ALT: () => this.word('yes') },
      { ALT: () => this.word('no') },
      { ALT: () => this.word('optional') },
      { ALT: () => this.word('unknown') },
      {
        ALT: () => {
          this.word('is');
          this.SUBRULE1(this.words);
        },
      },
    ]);
  });
}
