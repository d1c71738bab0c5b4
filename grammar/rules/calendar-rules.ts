import {
  Comma,
  DateToken,
  DotDot,
  Equal,
  FiveDays,
  Identifier,
  LeftParen,
  MonthDay,
  NumberToken,
  RightParen,
  RoundTheClock,
  Time,
  WeekdayToken,
  word,
} from '../tokens.ts';
import { ContractRules } from './contract-rules.ts';
import type { Rule } from './part-rules.ts';

/** Calendars and holiday sets. */
export class CalendarRules extends ContractRules {
  readonly calendarHead: Rule = this.RULE('calendarHead', () => {
    this.word('calendar');
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
    this.OPTION1(() => {
      this.CONSUME(Equal);
      this.SUBRULE(this.hoursExpression);
    });
  });

  /** `except` binds loosest, then `or`, then `and`. */
  readonly hoursExpression: Rule = this.RULE('hoursExpression', () => {
    this.AT_LEAST_ONE_SEP({ SEP: word('except'), DEF: () => this.SUBRULE(this.hoursUnion) });
  });

  readonly hoursUnion: Rule = this.RULE('hoursUnion', () => {
    this.AT_LEAST_ONE_SEP({ SEP: word('or'), DEF: () => this.SUBRULE(this.hoursMeet) });
  });

  readonly hoursMeet: Rule = this.RULE('hoursMeet', () => {
    this.AT_LEAST_ONE_SEP({ SEP: word('and'), DEF: () => this.SUBRULE(this.hoursAtom) });
  });

  readonly hoursAtom: Rule = this.RULE('hoursAtom', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(LeftParen);
          this.SUBRULE(this.hoursExpression);
          this.CONSUME(RightParen);
        },
      },
      { ALT: () => this.SUBRULE(this.calendarName) },
    ]);
  });

  readonly calendarName: Rule = this.RULE('calendarName', () => {
    this.OR([
      { ALT: () => this.CONSUME(RoundTheClock) },
      { ALT: () => this.CONSUME(FiveDays) },
      { ALT: () => this.SUBRULE(this.name) },
    ]);
  });

  readonly openClause: Rule = this.RULE('openClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      { ALT: () => this.CONSUME(RoundTheClock) },
      {
        ALT: () => {
          this.word('on');
          this.SUBRULE(this.dateRanges);
          this.OR1([
            { ALT: () => this.SUBRULE(this.timeRanges) },
            {
              ALT: () => {
                this.word('as');
                this.CONSUME(WeekdayToken);
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.OPTION(() => this.CONSUME(FiveDays));
          this.SUBRULE(this.weekWindow);
        },
      },
    ]);
    this.OPTION1(() => this.SUBRULE(this.words));
    this.OPTION2(() => this.SUBRULE(this.selector));
  });

  /** The gate decides, so that a mistake is found where it stands and not where the choice is made. */
  readonly weekWindow: Rule = this.RULE('weekWindow', () => {
    this.OR({
      MAX_LOOKAHEAD: 1,
      IGNORE_AMBIGUITIES: true,
      DEF: [
        {
          GATE: () => this.LA(2).tokenType === Time && this.LA(3).tokenType === DotDot,
          ALT: () => {
            this.CONSUME(WeekdayToken);
            this.CONSUME(Time);
            this.CONSUME(DotDot);
            this.CONSUME1(WeekdayToken);
            this.CONSUME1(Time);
          },
        },
        {
          ALT: () => {
            this.SUBRULE(this.weekdays);
            this.SUBRULE(this.timeRanges);
          },
        },
      ],
    });
  });

  readonly closedClause: Rule = this.RULE('closedClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.dateRanges);
    this.OPTION(() => this.SUBRULE(this.words));
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  readonly seasonHead: Rule = this.RULE('seasonHead', () => {
    this.word('season');
    this.OPTION(() => this.SUBRULE(this.words));
    this.SUBRULE(this.dateRange);
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  readonly holidaysClause: Rule = this.RULE('holidaysClause', () => {
    this.word('holidays');
    this.OR([
      {
        ALT: () => {
          this.word('of');
          this.CONSUME(Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.names) },
    ]);
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  /** `use 24x7 for P1`. */
  readonly useClause: Rule = this.RULE('useClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.calendarName);
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly holidaysHead: Rule = this.RULE('holidaysHead', () => {
    this.word('holidays');
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
  });

  /** `every last Mon of 05`, `every 12-25 "Christmas Day" observed nearest weekday`. */
  readonly holidayRule: Rule = this.RULE('holidayRule', () => {
    this.word('every');
    this.OR([
      { ALT: () => this.CONSUME(MonthDay) },
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
        },
      },
    ]);
    this.OPTION(() => {
      this.word('from');
      this.CONSUME(Time);
    });
    this.OPTION1(() => this.SUBRULE(this.words));
    this.OPTION2(() => this.SUBRULE(this.observance));
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
            this.word('from');
            this.CONSUME(Time);
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
                this.CONSUME(DotDot);
                this.CONSUME1(NumberToken);
              },
            },
          ]);
        },
      },
    ]);
  });
}
