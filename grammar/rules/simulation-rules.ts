import { Comma, DateToken, DotDot, Identifier, NumberToken, Percent, Text } from '../tokens.ts';
import { RuleRules } from './rule-rules.ts';
import type { Rule } from './part-rules.ts';

/** Simulations. */
export class SimulationRules extends RuleRules {
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

  readonly workHead: Rule = this.RULE('workHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
    this.OPTION(() => {
      this.word('in');
      this.CONSUME(Percent);
    });
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
  });

  readonly workRow: Rule = this.RULE('workRow', () => {
    this.OR([{ ALT: () => this.word('otherwise') }, { ALT: () => this.SUBRULE(this.names) }]);
    this.SUBRULE(this.distribution);
  });

  readonly distribution: Rule = this.RULE('distribution', () => {
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
          this.word('uniform');
          this.SUBRULE2(this.amount);
        },
      },
      {
        ALT: () => {
          this.word('lognormal');
          this.word('median');
          this.SUBRULE3(this.amount);
          this.CONSUME(Comma);
          this.CONSUME(Percent);
          this.word('within');
          this.SUBRULE4(this.amount);
        },
      },
      {
        ALT: () => {
          this.word('quantiles');
          this.AT_LEAST_ONE_SEP({
            SEP: Comma,
            DEF: () => {
              this.CONSUME1(Percent);
              this.SUBRULE5(this.amount);
            },
          });
        },
      },
    ]);
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
  });

  readonly takesClause: Rule = this.RULE('takesClause', () => {
    this.CONSUME(Identifier);
    this.word('by');
    this.SUBRULE(this.takesKey);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.OPTION(() => this.word('then'));
      this.SUBRULE1(this.takesKey);
    });
  });

  readonly takesKey: Rule = this.RULE('takesKey', () => {
    this.OR([
      { ALT: () => this.word('severity') },
      { ALT: () => this.word('deadline') },
      { ALT: () => this.word('arrival') },
    ]);
  });
}
