import { Comma, DateToken, DotDot, Identifier, NumberToken, Percent, Text, word } from '../tokens.ts';
import { ArrivalRules } from './arrival-rules.ts';
import type { Rule } from './part-rules.ts';

/** Simulations. */
export class SimulationRules extends ArrivalRules {
  readonly simulationHead: Rule = this.RULE('simulationHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
  });

  readonly simulatedContractClause: Rule = this.RULE('simulatedContractClause', () => {
    this.word('contract');
    this.CONSUME(Text);
  });

  readonly plansClause: Rule = this.RULE('plansClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.names);
  });

  /** `report breaches, weeks`. */
  readonly reportClause: Rule = this.RULE('reportClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.names);
  });

  readonly spanClause: Rule = this.RULE('spanClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(DateToken);
    this.CONSUME(DotDot);
    this.CONSUME1(DateToken);
    this.word('in');
    this.SUBRULE(this.zone);
  });

  readonly warmUpClause: Rule = this.RULE('warmUpClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.amount);
  });

  readonly seedClause: Rule = this.RULE('seedClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(NumberToken);
  });

  readonly arrivalsHead: Rule = this.RULE('arrivalsHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
    this.OPTION(() => {
      this.word('extends');
      this.CONSUME1(Text);
    });
  });

  readonly rateClause: Rule = this.RULE('rateClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(NumberToken);
    this.word('per');
    this.CONSUME1(Identifier);
  });

  readonly hoursHead: Rule = this.RULE('hoursHead', () => {
    this.word('hours');
  });

  readonly hourRow: Rule = this.RULE('hourRow', () => {
    this.SUBRULE(this.weekdays);
    this.AT_LEAST_ONE(() => this.CONSUME(NumberToken));
  });

  readonly sharesClause: Rule = this.RULE('sharesClause', () => {
    this.CONSUME(Identifier);
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        this.SUBRULE(this.name);
        this.OR([{ ALT: () => this.CONSUME(NumberToken) }, { ALT: () => this.CONSUME(Percent) }]);
      },
    });
  });

  /** `holidays BY, works at 20%`. */
  readonly quietClause: Rule = this.RULE('quietClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.names);
    this.OPTION(() => {
      this.word('at');
      this.CONSUME(Percent);
    });
  });

  readonly workHead: Rule = this.RULE('workHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
    this.OPTION4(() => {
      this.word('of');
      this.SUBRULE1(this.name);
    });
    this.OPTION3(() => {
      this.word('by');
      this.SUBRULE(this.teamNames);
    });
    this.OPTION5(() => this.SUBRULE(this.afterStep));
    this.OPTION(() => {
      this.word('in');
      this.CONSUME(Percent);
    });
    this.OPTION6(() => this.SUBRULE(this.brings));
    this.OPTION1(() => {
      this.word('stops');
      this.SUBRULE(this.name);
      this.word('at');
      this.OR([{ ALT: () => this.word('start') }, { ALT: () => this.word('end') }]);
    });
    this.OPTION2(() => {
      this.word('as');
      this.SUBRULE(this.state);
    });
    this.OPTION7(() => {
      this.word('during');
      this.SUBRULE(this.whoseHours);
    });
  });

  /** The hours in which something is counted: of the customer, or of a calendar. */
  readonly whoseHours: Rule = this.RULE('whoseHours', () => {
    this.OR([
      {
        ALT: () => {
          this.word('their');
          this.word('hours');
        },
      },
      { ALT: () => this.SUBRULE(this.calendarName) },
    ]);
  });

  /** `after "for a date"`: an earlier step, without which there is none of this one. */
  readonly afterStep: Rule = this.RULE('afterStep', () => {
    this.word('after');
    this.CONSUME(Text);
  });

  /** `brings "handed over" at start`. */
  readonly brings: Rule = this.RULE('brings', () => {
    this.word('brings');
    this.SUBRULE(this.name);
    this.word('at');
    this.OR([{ ALT: () => this.word('start') }, { ALT: () => this.word('end') }]);
  });

  readonly workRow: Rule = this.RULE('workRow', () => {
    this.OR([{ ALT: () => this.word('otherwise') }, { ALT: () => this.SUBRULE(this.names) }]);
    this.OR1([
      { ALT: () => this.SUBRULE(this.distribution) },
      {
        ALT: () => {
          this.word('until');
          this.word('described');
        },
      },
    ]);
  });

  /** A time, or one of several in their shares. */
  readonly distribution: Rule = this.RULE('distribution', () => {
    this.OR([
      {
        ALT: () =>
          this.AT_LEAST_ONE_SEP({
            SEP: word('or'),
            DEF: () => {
              this.CONSUME(Percent);
              this.SUBRULE(this.spread);
            },
          }),
      },
      { ALT: () => this.SUBRULE1(this.spread) },
    ]);
  });

  readonly spread: Rule = this.RULE('spread', () => {
    this.OR([
      {
        ALT: () => {
          this.word('fixed');
          this.SUBRULE(this.amount);
        },
      },
      {
        ALT: () => {
          this.word('exponential');
          this.word('mean');
          this.SUBRULE1(this.amount);
        },
      },
      {
        ALT: () => {
          this.word('erlang');
          this.CONSUME(NumberToken);
          this.word('phases');
          this.word('mean', 1);
          this.SUBRULE2(this.amount);
        },
      },
      {
        ALT: () => {
          this.word('gamma');
          this.word('mean', 2);
          this.SUBRULE3(this.amount);
          this.CONSUME(Comma);
          this.word('deviation');
          this.SUBRULE4(this.amount);
        },
      },
      {
        ALT: () => {
          this.word('uniform');
          this.SUBRULE5(this.amount);
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.word('lognormal') }, { ALT: () => this.word('weibull') }]);
          this.word('median');
          this.SUBRULE6(this.amount);
          this.CONSUME1(Comma);
          this.CONSUME(Percent);
          this.word('within');
          this.SUBRULE7(this.amount);
        },
      },
      {
        ALT: () => {
          this.word('quantiles');
          this.AT_LEAST_ONE_SEP({
            SEP: Comma,
            DEF: () => {
              this.CONSUME1(Percent);
              this.SUBRULE8(this.amount);
            },
          });
        },
      },
      {
        ALT: () => {
          this.word('one');
          this.word('of');
          this.AT_LEAST_ONE_SEP1({ SEP: Comma, DEF: () => this.SUBRULE9(this.amount) });
        },
      },
      {
        ALT: () => {
          this.word('from');
          this.CONSUME(Text);
          this.word('column');
          this.SUBRULE(this.name);
          this.OPTION(() => {
            this.word('in');
            this.CONSUME(Identifier);
          });
        },
      },
    ]);
  });

  readonly patienceHead: Rule = this.RULE('patienceHead', () => {
    this.CONSUME(Identifier);
  });

  readonly deskHead: Rule = this.RULE('deskHead', () => {
    this.CONSUME(Identifier);
  });

  readonly teamClause: Rule = this.RULE('teamClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
    this.CONSUME(NumberToken);
    this.word('agents');
    this.word('in');
    this.SUBRULE(this.calendarName);
    this.OPTION(() => this.SUBRULE(this.selector));
    this.OPTION1(() => this.SUBRULE(this.teamPay));
  });

  readonly teamNames: Rule = this.RULE('teamNames', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.CONSUME(Text) });
  });

  readonly takesClause: Rule = this.RULE('takesClause', () => {
    this.CONSUME(Identifier);
    this.OR2([
      {
        ALT: () => {
          this.word('all');
          this.word('at');
          this.word('once');
        },
      },
      {
        ALT: () => {
          this.word('by');
          this.OR([
            {
              ALT: () => {
                this.word('age');
                this.word('weighed');
                this.AT_LEAST_ONE_SEP({
                  SEP: Comma,
                  DEF: () => {
                    this.SUBRULE(this.name);
                    this.CONSUME(NumberToken);
                  },
                });
              },
            },
            {
              ALT: () => {
                this.SUBRULE(this.takesKey);
                this.MANY(() => {
                  this.CONSUME1(Comma);
                  this.OPTION(() => this.word('then'));
                  this.SUBRULE1(this.takesKey);
                });
              },
            },
          ]);
        },
      },
    ]);
  });

  readonly takesKey: Rule = this.RULE('takesKey', () => {
    this.OR([
      { ALT: () => this.word('severity') },
      { ALT: () => this.word('deadline') },
      { ALT: () => this.word('arrival') },
    ]);
  });

  readonly shrinkageClause: Rule = this.RULE('shrinkageClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Percent);
    this.OPTION(() => {
      this.word('of');
      this.SUBRULE(this.teamNames);
    });
  });

  readonly closingClause: Rule = this.RULE('closingClause', () => {
    this.CONSUME(Identifier);
    this.OPTION(() => {
      this.word('of');
      this.SUBRULE(this.teamNames);
    });
    this.OR([
      { ALT: () => this.word('finish') },
      { ALT: () => this.SUBRULE(this.again) },
      {
        ALT: () => {
          this.word('hand');
          this.word('over');
          this.word('to');
          this.SUBRULE1(this.teamNames);
        },
      },
    ]);
  });

  /** What becomes of work that was broken off. */
  readonly again: Rule = this.RULE('again', () => {
    this.OR([
      { ALT: () => this.word('resume') },
      { ALT: () => this.word('restart') },
      { ALT: () => this.word('redraw') },
    ]);
  });

  readonly interruptClause: Rule = this.RULE('interruptClause', () => {
    this.CONSUME(Identifier);
    this.word('for');
    this.SUBRULE(this.names);
    this.word('then');
    this.SUBRULE(this.again);
  });

  readonly roomClause: Rule = this.RULE('roomClause', () => {
    this.CONSUME(Identifier);
    this.word('for');
    this.CONSUME(NumberToken);
    this.word('waiting');
  });
}
