import { is, isNot } from '../gate.ts';
import { Comma, Identifier, NumberToken, Text, word } from '../tokens.ts';
import { MoneyRules } from './money-rules.ts';
import type { Rule } from './part-rules.ts';

/** Clocks: what starts and stops them, what pauses them, and how much may be worked at a stretch. */
export class ClockRules extends MoneyRules {
  /** A length of time without the calendar it is measured in: `30 min`, `3 business days`. */
  readonly stretch: Rule = this.RULE('stretch', () => {
    this.CONSUME(NumberToken);
    this.stretchUnit();
  });

  /** A length that follows another: `4 more business days`. */
  readonly furtherStretch: Rule = this.RULE('furtherStretch', () => {
    this.CONSUME(NumberToken);
    this.word('more');
    this.stretchUnit();
  });

  private stretchUnit(): void {
    this.OPTION(() => this.OR([{ ALT: () => this.word('business') }, { ALT: () => this.word('calendar') }]));
    this.CONSUME(Identifier);
    this.OPTION1(() => {
      this.word('ending');
      this.word('at');
      this.OR1([
        {
          ALT: () => {
            this.word('same');
            this.word('time');
          },
        },
        { ALT: () => this.word('close') },
      ]);
    });
  }

  /** An event in words: `opened`, `restored partly`, `"handed over"`. */
  readonly event: Rule = this.RULE('event', () => {
    this.AT_LEAST_ONE(() =>
      this.OR([{ ALT: () => this.CONSUME(Identifier) }, { ALT: () => this.CONSUME(Text) }]),
    );
  });

  /** A state in words: `waiting for customer`, `planned maintenance`. */
  readonly state: Rule = this.RULE('state', () => {
    this.AT_LEAST_ONE({
      // A word that may be a name would otherwise be taken for one more word of the state.
      GATE: this.gate(isNot(1, word('unless'), word('during'))),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(Identifier) },
          { ALT: () => this.word('for') },
          { ALT: () => this.word('on') },
          { ALT: () => this.CONSUME(Text) },
        ]),
    });
  });

  readonly states: Rule = this.RULE('states', () => {
    this.SUBRULE(this.state);
    this.MANY({
      // `, at most …` behind the states is no state.
      GATE: this.gate(isNot(2, word('at'))),
      DEF: () => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.state);
      },
    });
  });

  readonly clockHead: Rule = this.RULE('clockHead', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
  });

  /** `starts on last of web, email unless outage`, `starts when previous ticket of customer ends`. */
  readonly startsClause: Rule = this.RULE('startsClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      {
        ALT: () => {
          this.word('on');
          this.AT_LEAST_ONE_SEP({ SEP: word('then'), DEF: () => this.SUBRULE(this.startStep) });
        },
      },
      {
        ALT: () => {
          this.word('when');
          this.word('previous');
          this.word('ticket');
          this.word('of');
          this.SUBRULE(this.name);
          this.word('ends');
        },
      },
    ]);
    this.OPTION(() => this.SUBRULE(this.guard));
  });

  readonly startStep: Rule = this.RULE('startStep', () => {
    this.OPTION({
      GATE: this.gate(is(2, word('of'))),
      DEF: () => {
        this.OR([{ ALT: () => this.word('first') }, { ALT: () => this.word('last') }]);
        this.word('of');
      },
    });
    this.SUBRULE(this.names);
  });

  readonly guard: Rule = this.RULE('guard', () => {
    this.OR([{ ALT: () => this.word('when') }, { ALT: () => this.word('unless') }]);
    this.SUBRULE(this.condition);
  });

  readonly stopsClause: Rule = this.RULE('stopsClause', () => {
    this.word('stops');
    this.OPTION(() => this.word('not'));
    this.word('on');
    this.SUBRULE(this.names);
    this.OPTION1(() => {
      this.word('at');
      this.OR([{ ALT: () => this.word('first') }, { ALT: () => this.word('last') }]);
    });
  });

  /** `pauses while waiting for customer, at most 5 business days in Office each`, `pauses during Maintenance`. */
  readonly pausesClause: Rule = this.RULE('pausesClause', () => {
    this.CONSUME(Identifier);
    this.OR([{ ALT: () => this.word('never') }, { ALT: () => this.SUBRULE(this.pause) }]);
  });

  readonly pause: Rule = this.RULE('pause', () => {
    this.OR([
      {
        ALT: () => {
          this.word('while');
          this.SUBRULE(this.states);
        },
      },
      {
        ALT: () => {
          this.word('during');
          this.SUBRULE(this.calendarName);
        },
      },
    ]);
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.word('at');
      this.word('most');
      this.SUBRULE(this.stretch);
      this.OPTION1(() => {
        this.word('in');
        this.SUBRULE(this.name);
      });
      this.OR1([{ ALT: () => this.word('each') }, { ALT: () => this.word('together') }]);
    });
    this.OPTION2(() => this.SUBRULE(this.guard));
  });

  /** What a pause does to a count of days. */
  readonly pausedDaysClause: Rule = this.RULE('pausedDaysClause', () => {
    this.word('days');
    this.OR([
      {
        ALT: () => {
          this.word('run');
          this.word('on');
        },
      },
      {
        ALT: () => {
          this.OR1([
            {
              ALT: () => {
                this.word('skip');
                this.word('dates');
              },
            },
            {
              ALT: () => {
                this.word('add');
                this.word('time');
              },
            },
          ]);
          this.word('paused');
        },
      },
    ]);
  });

  readonly countsClause: Rule = this.RULE('countsClause', () => {
    this.word('counts');
    this.word('only');
    this.word('while');
    this.SUBRULE(this.states);
  });

  /** `works at most 6 h at a stretch, then rests 2 h, at most 12 h in 24 h`. */
  readonly worksClause: Rule = this.RULE('worksClause', () => {
    this.CONSUME(Identifier);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.workLimit) });
    this.OPTION(() => {
      this.word('during');
      this.SUBRULE(this.calendarName);
    });
  });

  readonly workLimit: Rule = this.RULE('workLimit', () => {
    this.word('at');
    this.word('most');
    this.SUBRULE(this.stretch);
    this.OR([
      {
        ALT: () => {
          this.word('at', 1);
          this.word('a');
          this.word('stretch');
          this.CONSUME(Comma);
          this.word('then');
          this.word('rests');
          this.SUBRULE1(this.stretch);
        },
      },
      {
        ALT: () => {
          this.word('in');
          this.SUBRULE2(this.stretch);
        },
      },
      {
        ALT: () => {
          this.word('per');
          this.SUBRULE(this.name);
        },
      },
    ]);
  });

  readonly reopenClause: Rule = this.RULE('reopenClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      { ALT: () => this.word('never') },
      {
        ALT: () => {
          this.word('within');
          this.SUBRULE(this.stretch);
          this.OPTION(() => {
            this.word('in');
            this.SUBRULE(this.name);
          });
          this.OR1([
            { ALT: () => this.word('continues') },
            {
              ALT: () => {
                this.word('runs');
                this.word('on');
              },
            },
            {
              ALT: () => {
                this.word('starts');
                this.word('afresh');
              },
            },
          ]);
          this.OPTION1(() => {
            this.CONSUME(Comma);
            this.word('met');
            this.OR2([
              { ALT: () => this.word('stands') },
              {
                ALT: () => {
                  this.word('is');
                  this.word('withdrawn');
                },
              },
            ]);
          });
        },
      },
    ]);
  });

  readonly closesClause: Rule = this.RULE('closesClause', () => {
    this.CONSUME(Identifier);
    this.word('after');
    this.SUBRULE(this.stretch);
    this.OPTION(() => {
      this.word('in');
      this.SUBRULE(this.name);
    });
    this.word('of');
    this.SUBRULE(this.state);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.reminder);
    });
  });

  /** `reminder after 5 calendar days`, `reminder 24 h before`. */
  readonly reminder: Rule = this.RULE('reminder', () => {
    this.word('reminder');
    this.OR([
      {
        ALT: () => {
          this.word('after');
          this.SUBRULE(this.namedStretch);
        },
      },
      {
        ALT: () => {
          this.SUBRULE1(this.namedStretch);
          this.word('before');
        },
      },
    ]);
  });

  /** A length of time with the calendar it is measured in. */
  readonly namedStretch: Rule = this.RULE('namedStretch', () => {
    this.SUBRULE(this.stretch);
    this.OPTION(() => {
      this.word('in');
      this.SUBRULE(this.name);
    });
  });

  readonly everyClause: Rule = this.RULE('everyClause', () => {
    this.word('every');
    this.SUBRULE(this.event);
    this.CONSUME(Comma);
    this.OR([{ ALT: () => this.word('oldest') }, { ALT: () => this.word('newest') }]);
    this.word('message');
    this.OPTION(() => {
      this.CONSUME1(Comma);
      this.word('messages');
      this.word('within');
      this.SUBRULE(this.stretch);
      this.word('are');
      this.word('one');
    });
  });
}
