import { Comma, Percent } from '../tokens.ts';
import { PointRules } from './point-rules.ts';
import type { Rule } from './part-rules.ts';

/** The share of time in which a service is there. */
export class AvailabilityRules extends PointRules {
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
            this.SUBRULE(this.measuredStretch);
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
