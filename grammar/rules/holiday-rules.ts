import {
  Comma,
  DateToken,
  DotDot,
  Identifier,
  MonthDay,
  NumberToken,
  Time,
  WeekdayToken,
} from '../tokens.ts';
import { ContractRules } from './contract-rules.ts';
import type { Rule } from './part-rules.ts';

/** Holiday sets, and what a calendar says of holidays. */
export class HolidayRules extends ContractRules {
  /** `holidays RU plus Company minus Observances widened from 21:00 the day before`. */
  readonly holidaysClause: Rule = this.RULE('holidaysClause', () => {
    this.word('holidays');
    this.SUBRULE(this.holidayTerm);
    this.MANY(() => {
      this.OR([{ ALT: () => this.word('plus') }, { ALT: () => this.word('minus') }]);
      this.SUBRULE1(this.holidayTerm);
    });
    this.OPTION(() => this.SUBRULE(this.widening));
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  /** Several sets: a day of `any of` them (as a bare list) or of `all of` them. */
  readonly holidayTerm: Rule = this.RULE('holidayTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.word('of');
          this.CONSUME(Identifier);
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.word('all') }, { ALT: () => this.word('any') }]);
          this.word('of', 1);
          this.SUBRULE(this.names);
        },
      },
      { ALT: () => this.SUBRULE1(this.names) },
    ]);
  });

  /** `widened from 21:00 the day before until 06:00 the day after`. */
  readonly widening: Rule = this.RULE('widening', () => {
    this.word('widened');
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.dayBefore);
          this.OPTION(() => this.SUBRULE(this.dayAfter));
        },
      },
      { ALT: () => this.SUBRULE1(this.dayAfter) },
    ]);
  });

  readonly dayBefore: Rule = this.RULE('dayBefore', () => {
    this.word('from');
    this.CONSUME(Time);
    this.word('the');
    this.word('day');
    this.word('before');
  });

  readonly dayAfter: Rule = this.RULE('dayAfter', () => {
    this.word('until');
    this.CONSUME(Time);
    this.word('the');
    this.word('day');
    this.word('after');
  });

  /** `on holidays open 09:00-14:00`, `on holidays as Sun`. */
  readonly onHolidaysClause: Rule = this.RULE('onHolidaysClause', () => {
    this.word('on');
    this.word('holidays');
    this.OR([
      {
        ALT: () => {
          this.word('open');
          this.SUBRULE(this.timeRanges);
        },
      },
      {
        ALT: () => {
          this.word('as');
          this.CONSUME(WeekdayToken);
        },
      },
    ]);
    this.OPTION(() => this.SUBRULE(this.words));
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  readonly holidaysHead: Rule = this.RULE('holidaysHead', () => {
    this.word('holidays');
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
  });

  /** `every last Mon of 05`, `every 12-29..01-03`, `every 12-25 "Christmas Day" observed nearest weekday`. */
  readonly holidayRule: Rule = this.RULE('holidayRule', () => {
    this.word('every');
    this.OR([
      {
        ALT: () => {
          this.CONSUME(MonthDay);
          this.OPTION(() => {
            this.OR2([
              {
                ALT: () => {
                  this.CONSUME(DotDot);
                  this.CONSUME1(MonthDay);
                },
              },
              { ALT: () => this.SUBRULE(this.partOfDay) },
            ]);
          });
        },
      },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.word('first') },
            { ALT: () => this.word('second') },
            { ALT: () => this.word('third') },
            { ALT: () => this.word('fourth') },
            { ALT: () => this.word('last') },
          ]);
          this.CONSUME(WeekdayToken);
          this.word('of');
          this.CONSUME(NumberToken);
          this.OPTION1(() => this.SUBRULE1(this.partOfDay));
        },
      },
    ]);
    this.OPTION2(() => this.SUBRULE(this.words));
    this.OPTION3(() => this.SUBRULE(this.observance));
  });

  /**
   * What is closed of a day that is closed in part, or from the evening before: `from 14:00`, `from 16:00 the day before
   * until 20:00`, `closed until 12:00`, `closed 12:00-14:00`.
   */
  readonly partOfDay: Rule = this.RULE('partOfDay', () => {
    this.OR([
      {
        ALT: () => {
          this.word('from');
          this.CONSUME(Time);
          this.OPTION(() => {
            this.word('the');
            this.word('day');
            this.word('before');
            this.OPTION1(() => {
              this.word('until');
              this.CONSUME1(Time);
            });
          });
        },
      },
      {
        ALT: () => {
          this.word('closed');
          this.OR1([
            {
              ALT: () => {
                this.word('until', 1);
                this.CONSUME2(Time);
              },
            },
            { ALT: () => this.SUBRULE(this.timeRange) },
          ]);
        },
      },
    ]);
  });

  /** The day on which a holiday is kept instead: `observed Fri if Sat, Mon if Sun`. */
  readonly observance: Rule = this.RULE('observance', () => {
    this.word('observed');
    this.OR([
      {
        ALT: () => {
          this.word('nearest');
          this.word('weekday');
        },
      },
      { ALT: () => this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.observedMove) }) },
    ]);
  });

  readonly observedMove: Rule = this.RULE('observedMove', () => {
    this.CONSUME(WeekdayToken);
    this.word('if');
    this.CONSUME1(WeekdayToken);
    this.MANY(() => {
      this.word('or');
      this.CONSUME2(WeekdayToken);
    });
  });

  readonly holidayRow: Rule = this.RULE('holidayRow', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.holidayRule) },
      {
        ALT: () => {
          this.CONSUME(DateToken);
          this.OPTION(() => {
            this.OR2([
              {
                ALT: () => {
                  this.CONSUME(DotDot);
                  this.CONSUME1(DateToken);
                },
              },
              { ALT: () => this.SUBRULE(this.partOfDay) },
            ]);
          });
          this.OPTION1(() => this.SUBRULE(this.words));
        },
      },
      {
        ALT: () => {
          this.CONSUME(Identifier);
          this.OR1([
            { ALT: () => this.SUBRULE1(this.words) },
            {
              ALT: () => {
                this.CONSUME(NumberToken);
                this.CONSUME1(DotDot);
                this.CONSUME1(NumberToken);
              },
            },
          ]);
        },
      },
    ]);
  });
}
