import { Comma, DateToken, Factor, Identifier, NumberToken, Percent, Text, Time } from '../tokens.ts';
import { CostRules } from './cost-rules.ts';
import type { Rule } from './part-rules.ts';

/** Simulations: how the arrivals of a stream swing about its usual rate, and what else they tell of a ticket. */
export class ArrivalRules extends CostRules {
  /** `pattern office`. */
  readonly patternClause: Rule = this.RULE('patternClause', () => {
    this.CONSUME(Identifier);
    this.OR([{ ALT: () => this.word('office') }, { ALT: () => this.word('even') }]);
  });

  /** `log "tickets.csv" by "tickets.map.json" from 2026-01-05 to 2026-03-29 resampled by week`. */
  readonly logClause: Rule = this.RULE('logClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
    this.word('by');
    this.CONSUME1(Text);
    this.OPTION(() => {
      this.word('from');
      this.CONSUME(DateToken);
      this.word('to');
      this.CONSUME1(DateToken);
    });
    this.OR([
      {
        ALT: () => {
          this.word('as');
          this.word('written');
        },
      },
      {
        ALT: () => {
          this.word('resampled');
          this.word('by', 1);
          this.OR1([{ ALT: () => this.word('week') }, { ALT: () => this.word('day') }]);
        },
      },
    ]);
  });

  /** `takes "solve" from column minutes`, `takes "for the user" from state waiting for customer`. */
  readonly logTakesClause: Rule = this.RULE('logTakesClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
    this.word('from');
    this.OR([
      {
        ALT: () => {
          this.word('column');
          this.SUBRULE(this.name);
          this.OPTION(() => {
            this.word('in');
            this.CONSUME1(Identifier);
          });
        },
      },
      {
        ALT: () => {
          this.word('state');
          this.SUBRULE(this.state);
        },
      },
    ]);
  });

  /** `growth 2% per month`, `decline 10% per year`. */
  readonly growthClause: Rule = this.RULE('growthClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Percent);
    this.word('per');
    this.CONSUME1(Identifier);
  });

  /** `season "summer" every 07-01 .. 08-31 at 60%`. */
  readonly rateSeasonClause: Rule = this.RULE('rateSeasonClause', () => {
    this.CONSUME(Identifier);
    this.OPTION(() => this.CONSUME(Text));
    this.SUBRULE(this.dateRange);
    this.word('at');
    this.CONSUME(Percent);
  });

  /** `bursts of 3 h every 2 weeks at 4x`. */
  readonly burstsClause: Rule = this.RULE('burstsClause', () => {
    this.CONSUME(Identifier);
    this.word('of');
    this.SUBRULE(this.amount);
    this.word('every');
    this.SUBRULE1(this.amount);
    this.word('at');
    this.CONSUME(Factor);
  });

  /** `days vary by 30%`. */
  readonly daysVaryClause: Rule = this.RULE('daysVaryClause', () => {
    this.CONSUME(Identifier);
    this.word('vary');
    this.word('by');
    this.CONSUME(Percent);
  });

  /** `fact environment production 80%, test 20%`. */
  readonly factSharesClause: Rule = this.RULE('factSharesClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        this.SUBRULE1(this.name);
        this.OR([{ ALT: () => this.CONSUME(NumberToken) }, { ALT: () => this.CONSUME(Percent) }]);
      },
    });
  });

  readonly arrivalEventHead: Rule = this.RULE('arrivalEventHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
  });

  /** `from 2026-03-10 to 2026-03-12`, `from 2026-03-10 09:00 to 2026-03-10 15:30`. */
  readonly eventTimeClause: Rule = this.RULE('eventTimeClause', () => {
    this.word('from');
    this.CONSUME(DateToken);
    this.OPTION(() => this.CONSUME(Time));
    this.word('to');
    this.CONSUME1(DateToken);
    this.OPTION1(() => this.CONSUME1(Time));
  });

  /** `brings 300 tickets`, `brings 150% more tickets`. */
  readonly bringsClause: Rule = this.RULE('bringsClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      { ALT: () => this.CONSUME(NumberToken) },
      {
        ALT: () => {
          this.CONSUME(Percent);
          this.word('more');
        },
      },
    ]);
    this.word('tickets');
  });
}
