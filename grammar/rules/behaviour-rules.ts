import { Comma, Identifier, NumberToken, Percent, Text } from '../tokens.ts';
import type { Rule } from './part-rules.ts';
import { SimulationRules } from './simulation-rules.ts';

/** What customers do, and what becomes of their tickets beside the work on them. */
export class BehaviourRules extends SimulationRules {
  /** `works in VladivostokOffice`. */
  readonly ownHoursClause: Rule = this.RULE('ownHoursClause', () => {
    this.CONSUME(Identifier);
    this.word('in');
    this.SUBRULE(this.calendarName);
  });

  /** `misjudged P3 as P1 in 8%, P2 as P1 in 5% then corrected at end of "first look"`. */
  readonly misjudgedClause: Rule = this.RULE('misjudgedClause', () => {
    this.CONSUME(Identifier);
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        this.SUBRULE(this.name);
        this.word('as');
        this.SUBRULE1(this.name);
        this.word('in');
        this.CONSUME(Percent);
      },
    });
    this.OPTION(() => {
      this.word('then');
      this.word('corrected');
      this.SUBRULE(this.turnMoment);
    });
  });

  /** `raised in 5% of P3 to P2 after exponential mean 4 h`, `lowered in 10% of P1, P2 by 1 at end of "look"`. */
  readonly turnedClause: Rule = this.RULE('turnedClause', () => {
    this.CONSUME(Identifier);
    this.word('in');
    this.CONSUME(Percent);
    this.OPTION(() => {
      this.word('of');
      this.SUBRULE(this.names);
    });
    this.OR([
      {
        ALT: () => {
          this.word('by');
          this.CONSUME(NumberToken);
        },
      },
      {
        ALT: () => {
          this.word('to');
          this.SUBRULE(this.name);
        },
      },
    ]);
    this.SUBRULE(this.turnMoment);
  });

  /** `happens restored partly in 30% of P1 after exponential mean 4 h`. */
  readonly happensClause: Rule = this.RULE('happensClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.event);
    this.word('in');
    this.CONSUME(Percent);
    this.OPTION(() => {
      this.word('of');
      this.SUBRULE(this.names);
    });
    this.SUBRULE(this.turnMoment);
  });

  /** `undescribed in 15% as not detailed then described after exponential mean 4 h`. */
  readonly undescribedClause: Rule = this.RULE('undescribedClause', () => {
    this.CONSUME(Identifier);
    this.word('in');
    this.CONSUME(Percent);
    this.OPTION(() => {
      this.word('as');
      this.word('not');
      this.SUBRULE(this.name);
    });
    this.OPTION1(() => {
      this.word('then');
      this.word('described');
      this.SUBRULE(this.turnMoment);
    });
  });

  /** `agrees in 70%, refuses in 20% after exponential mean 4 h`. */
  readonly agreesClause: Rule = this.RULE('agreesClause', () => {
    this.CONSUME(Identifier);
    this.word('in');
    this.CONSUME(Percent);
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.word('refuses');
      this.word('in', 1);
      this.CONSUME1(Percent);
    });
    this.SUBRULE(this.delay);
  });

  /** `reopened in 4% after exponential mean 2 calendar days for "solution" at 50%`. */
  readonly reopenedClause: Rule = this.RULE('reopenedClause', () => {
    this.CONSUME(Identifier);
    this.word('in');
    this.CONSUME(Percent);
    this.OPTION(() => {
      this.word('of');
      this.SUBRULE(this.names);
    });
    this.SUBRULE(this.delay);
    this.word('for');
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        this.CONSUME(Text);
        this.OPTION1(() => {
          this.word('at');
          this.CONSUME1(Percent);
        });
      },
    });
  });

  /** When something happens to a ticket: a while after its opening, or as a step of the work begins or ends. */
  readonly turnMoment: Rule = this.RULE('turnMoment', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.delay) },
      {
        ALT: () => {
          this.word('at');
          this.OR1([{ ALT: () => this.word('start') }, { ALT: () => this.word('end') }]);
          this.word('of');
          this.CONSUME(Text);
        },
      },
    ]);
  });

  readonly delay: Rule = this.RULE('delay', () => {
    this.word('after');
    this.SUBRULE(this.distribution);
    this.OPTION(() => {
      this.word('during');
      this.SUBRULE(this.whoseHours);
    });
  });
}
