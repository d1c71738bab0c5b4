import { is, isNot } from '../gate.ts';
import {
  Comma,
  DotDot,
  Equal,
  FiveDays,
  Identifier,
  LeftParen,
  RightParen,
  RoundTheClock,
  Text,
  Time,
  WeekdayToken,
  word,
} from '../tokens.ts';
import { HolidayRules } from './holiday-rules.ts';
import { NAMES, type Rule } from './part-rules.ts';

/** Calendars. */
export class CalendarRules extends HolidayRules {
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
          this.OPTION3(() => this.word('on'));
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
          GATE: this.gate(is(2, Time), is(3, DotDot)),
          ALT: () => {
            this.CONSUME(WeekdayToken);
            this.CONSUME(Time);
            this.CONSUME(DotDot);
            this.CONSUME1(WeekdayToken);
            this.CONSUME1(Time);
          },
        },
        {
          GATE: this.gate(is(2, Time), is(3, word('in'))),
          ALT: () => {
            this.CONSUME2(WeekdayToken);
            this.CONSUME2(Time);
            this.word('in');
            this.SUBRULE(this.zone);
            this.CONSUME2(DotDot);
            this.CONSUME3(WeekdayToken);
            this.CONSUME3(Time);
            this.word('in', 1);
            this.SUBRULE1(this.zone);
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

  /** `limited Sat 09:00-12:00 admits P1, P2, others stop`. */
  readonly limitedClause: Rule = this.RULE('limitedClause', () => {
    this.word('limited');
    this.OR([
      {
        ALT: () => {
          this.OPTION(() => this.word('on'));
          this.SUBRULE(this.dateRanges);
          this.OPTION1(() => this.SUBRULE(this.timeRanges));
        },
      },
      { ALT: () => this.SUBRULE(this.weekWindow) },
    ]);
    this.OPTION2(() => this.SUBRULE(this.words));
    this.OPTION3(() => this.SUBRULE(this.selector));
    this.word('admits');
    this.SUBRULE(this.admittedTerm);
    this.MANY(() => {
      this.word('and');
      this.SUBRULE1(this.admittedTerm);
    });
    this.CONSUME(Comma);
    this.word('others');
    this.OR1([
      { ALT: () => this.word('stop') },
      {
        ALT: () => {
          this.word('best');
          this.word('effort');
        },
      },
      {
        ALT: () => {
          this.word('lose');
          this.word('the');
          this.word('promise');
        },
      },
    ]);
  });

  /** As after `for`, but the list ends before `, others`. */
  readonly admittedTerm: Rule = this.RULE('admittedTerm', () => {
    this.OPTION(() => this.word('not'));
    this.OPTION1({
      GATE: this.gate(is(2, ...NAMES)),
      DEF: () => this.CONSUME(Identifier),
    });
    this.SUBRULE(this.name);
    this.MANY({
      GATE: this.gate(isNot(2, word('others'))),
      DEF: () => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.name);
      },
    });
  });

  /** `bound to the day of opening`. */
  readonly boundClause: Rule = this.RULE('boundClause', () => {
    this.word('bound');
    this.word('to');
    this.word('the');
    this.word('day');
    this.word('of');
    this.word('opening');
  });

  /** `dates of Europe/Berlin`. */
  readonly datesOfClause: Rule = this.RULE('datesOfClause', () => {
    this.word('dates');
    this.word('of');
    this.SUBRULE(this.zone);
  });

  /** `closures "closures.jsonl" with 2 calendar days notice, late ones do not count, tickets in flight see them`. */
  readonly closuresClause: Rule = this.RULE('closuresClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
    this.OR([
      {
        ALT: () => {
          this.word('with');
          this.SUBRULE(this.amount);
        },
      },
      { ALT: () => this.word('without') },
    ]);
    this.word('notice');
    this.MANY(() => {
      this.CONSUME(Comma);
      this.OR1([
        { ALT: () => this.SUBRULE(this.lateClosures) },
        { ALT: () => this.SUBRULE(this.closuresInFlight) },
      ]);
    });
  });

  /** `late ones do not count`, `late ones count from the end of the notice`. */
  readonly lateClosures: Rule = this.RULE('lateClosures', () => {
    this.word('late');
    this.word('ones');
    this.OR([
      {
        ALT: () => {
          this.word('do');
          this.word('not');
          this.word('count');
        },
      },
      {
        ALT: () => {
          this.word('count', 1);
          this.word('from');
          this.word('the');
          this.word('end');
          this.word('of');
          this.word('the', 1);
          this.word('notice');
        },
      },
    ]);
  });

  /** `tickets in flight see them`, `tickets in flight keep old`. */
  readonly closuresInFlight: Rule = this.RULE('closuresInFlight', () => {
    this.word('tickets');
    this.word('in');
    this.word('flight');
    this.OR([
      {
        ALT: () => {
          this.word('see');
          this.word('them');
        },
      },
      {
        ALT: () => {
          this.word('keep');
          this.word('old');
        },
      },
    ]);
  });

  readonly seasonHead: Rule = this.RULE('seasonHead', () => {
    this.word('season');
    this.OPTION(() => this.SUBRULE(this.words));
    this.SUBRULE(this.dateRange);
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  /** `use 24x7 for P1`. */
  readonly useClause: Rule = this.RULE('useClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.calendarName);
    this.OPTION(() => this.SUBRULE(this.selector));
  });
}
