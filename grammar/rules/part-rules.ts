import {
  type CstNode,
  CstParser,
  type IParserErrorMessageProvider,
  type IToken,
  type ParserMethod,
  type TokenType as AnyType,
} from 'chevrotain';
import { is, isNot, isOpen, type Look } from '../gate.ts';
import { expected, shouldEndBefore } from '../messages.ts';
import type { TokenType } from '../token.ts';
import {
  ALL_TOKENS,
  AtLeast,
  AtMost,
  Comma,
  Dash,
  DateToken,
  DotDot,
  Equal,
  FixedOffset,
  Greater,
  Identifier,
  Instant,
  LeftParen,
  Less,
  MonthDay,
  NotEqual,
  NumberToken,
  RightParen,
  Text,
  Time,
  WeekdayToken,
  word,
  ZoneName,
} from '../tokens.ts';

/** Words that go on after an amount and are no part of its unit. */
const AFTER_AMOUNTS = [
  'before',
  'after',
  'until',
  'below',
  'beyond',
  'notice',
  'every',
  'during',
  'with',
].map(word);

/** Tokens that the choice between two ways to go on may hang on. */
export const MAX_LOOKAHEAD = 3;

/** What a name may be: what stands before one in a selector says what it is a name of. */
export const NAMES: readonly TokenType[] = [Identifier, Text];

export type Rule = ParserMethod<[], CstNode>;

/** Chevrotain's own messages are for grammar authors; these are what the reader of clauses says. */
const clauseMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: (mistake) => expected([mistake.expected], mistake.actual),
  buildNotAllInputParsedMessage: ({ firstRedundant }) => shouldEndBefore(firstRedundant),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) =>
    expected(expectedPathsPerAlt.flatMap(firstTypes), actual[0]),
  buildEarlyExitMessage: ({ expectedIterationPaths, actual }) =>
    expected(firstTypes(expectedIterationPaths), actual[0]),
};

function firstTypes(paths: readonly (readonly AnyType[])[]): AnyType[] {
  return paths.flatMap((path) => path.slice(0, 1));
}

/** Whether a part may be there, where the tokens ahead do not tell. */
export type Gate = (() => boolean) & { readonly looks: readonly Look[] };

/** The parts that clauses are made of: names, zones, amounts, dates, selectors, conditions. */
export class PartRules extends CstParser {
  constructor(validate: boolean) {
    super(ALL_TOKENS, {
      recoveryEnabled: false,
      maxLookahead: MAX_LOOKAHEAD,
      skipValidations: !validate,
      errorMessageProvider: clauseMessages,
    });
  }

  /** A gate that keeps what it consists of, for the table of the grammar. */
  protected gate(...looks: readonly Look[]): Gate {
    return Object.assign(() => isOpen(looks, (distance) => this.LA(distance)), { looks });
  }

  /** Consumes a word with a fixed place; `index` tells its uses in one rule apart. */
  protected word(text: string, index: 0 | 1 | 2 | 3 = 0): IToken {
    const type = word(text);
    switch (index) {
      case 0:
        return this.CONSUME(type);
      case 1:
        return this.CONSUME1(type);
      case 2:
        return this.CONSUME2(type);
      case 3:
        return this.CONSUME3(type);
    }
  }

  /** A name or, in quotes, a name with any characters. */
  readonly name: Rule = this.RULE('name', () => {
    this.OR([{ ALT: () => this.CONSUME(Identifier) }, { ALT: () => this.CONSUME(Text) }]);
  });

  readonly names: Rule = this.RULE('names', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.name) });
  });

  /** Texts that follow each other are one text. */
  readonly words: Rule = this.RULE('words', () => {
    this.AT_LEAST_ONE(() => this.CONSUME(Text));
  });

  readonly zone: Rule = this.RULE('zone', () => {
    this.OR([
      { ALT: () => this.CONSUME(ZoneName) },
      { ALT: () => this.CONSUME(FixedOffset) },
      { ALT: () => this.CONSUME(Identifier) },
    ]);
  });

  /** `15 min`, `1 to 2 business hours`. */
  readonly amount: Rule = this.RULE('amount', () => {
    this.CONSUME(NumberToken);
    this.OPTION(() => {
      this.word('to');
      this.CONSUME1(NumberToken);
    });
    this.CONSUME(Identifier);
    this.OPTION1({
      GATE: this.gate(isNot(1, ...AFTER_AMOUNTS)),
      DEF: () => this.CONSUME1(Identifier),
    });
  });

  readonly weekdays: Rule = this.RULE('weekdays', () => {
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        this.CONSUME(WeekdayToken);
        this.OPTION(() => {
          this.CONSUME(DotDot);
          this.CONSUME1(WeekdayToken);
        });
      },
    });
  });

  readonly timeRange: Rule = this.RULE('timeRange', () => {
    this.CONSUME(Time);
    this.CONSUME(Dash);
    this.CONSUME1(Time);
  });

  readonly timeRanges: Rule = this.RULE('timeRanges', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.timeRange) });
  });

  readonly dateRange: Rule = this.RULE('dateRange', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(DateToken);
          this.OPTION(() => {
            this.CONSUME(DotDot);
            this.CONSUME1(DateToken);
          });
        },
      },
      {
        ALT: () => {
          this.word('every');
          this.OR1([
            {
              ALT: () => {
                this.CONSUME(MonthDay);
                this.OPTION1(() => {
                  this.CONSUME1(DotDot);
                  this.CONSUME1(MonthDay);
                });
              },
            },
            { ALT: () => this.SUBRULE(this.nthWeekday) },
            { ALT: () => this.SUBRULE(this.everyFewWeeks) },
            { ALT: () => this.SUBRULE(this.weekdaysOfWeeks) },
          ]);
        },
      },
    ]);
  });

  /** `2 weeks from 2026-01-09`, or, from one date to another, `2 weeks from 2026-01-10..2026-01-11`. */
  readonly everyFewWeeks: Rule = this.RULE('everyFewWeeks', () => {
    this.CONSUME(NumberToken);
    this.OR([{ ALT: () => this.word('weeks') }, { ALT: () => this.word('days') }]);
    this.word('from');
    this.CONSUME(DateToken);
    this.OPTION(() => {
      this.CONSUME(DotDot);
      this.CONSUME1(DateToken);
    });
  });

  /** `Fri of odd weeks`, `Sat..Sun of even weeks`. */
  readonly weekdaysOfWeeks: Rule = this.RULE('weekdaysOfWeeks', () => {
    this.CONSUME(WeekdayToken);
    this.OPTION(() => {
      this.CONSUME(DotDot);
      this.CONSUME1(WeekdayToken);
    });
    this.word('of');
    this.OR([{ ALT: () => this.word('odd') }, { ALT: () => this.word('even') }]);
    this.word('weeks');
  });

  /** `first Sun`, of every month, `second Sun of each month`, or `last Mon of 05`. */
  readonly nthWeekday: Rule = this.RULE('nthWeekday', () => {
    this.OR([
      { ALT: () => this.word('first') },
      { ALT: () => this.word('second') },
      { ALT: () => this.word('third') },
      { ALT: () => this.word('fourth') },
      { ALT: () => this.word('last') },
    ]);
    this.CONSUME(WeekdayToken);
    this.OPTION(() => {
      this.word('of');
      this.OR1([
        { ALT: () => this.CONSUME(NumberToken) },
        {
          ALT: () => {
            this.word('each');
            this.word('month');
          },
        },
      ]);
    });
  });

  readonly dateRanges: Rule = this.RULE('dateRanges', () => {
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.dateRange) });
  });

  /** `Fri 2026-06-12 23:00 in Europe/Moscow`, or an instant with its offset. */
  readonly moment: Rule = this.RULE('moment', () => {
    this.OPTION(() => this.CONSUME(WeekdayToken));
    this.OR([
      { ALT: () => this.CONSUME(Instant) },
      {
        ALT: () => {
          this.CONSUME(DateToken);
          this.CONSUME(Time);
        },
      },
    ]);
    this.OPTION1(() => {
      this.word('in');
      this.SUBRULE(this.zone);
    });
  });

  /** `for P1, P2`, `for region ANZ and phone`, `for language German`, `for not addon`. */
  readonly selector: Rule = this.RULE('selector', () => {
    this.word('for');
    this.SUBRULE(this.selectorTerm);
    this.MANY(() => {
      this.word('and');
      this.SUBRULE1(this.selectorTerm);
    });
  });

  readonly selectorTerm: Rule = this.RULE('selectorTerm', () => {
    this.OPTION(() => this.word('not'));
    this.OPTION1({
      // After `for P1` a clause may go on with what holds otherwise.
      GATE: this.gate(is(2, ...NAMES), isNot(2, word('else'))),
      DEF: () => this.CONSUME(Identifier),
    });
    this.SUBRULE(this.names);
  });

  readonly condition: Rule = this.RULE('condition', () => {
    this.AT_LEAST_ONE_SEP({ SEP: word('or'), DEF: () => this.SUBRULE(this.conjunction) });
  });

  readonly conjunction: Rule = this.RULE('conjunction', () => {
    this.AT_LEAST_ONE_SEP({ SEP: word('and'), DEF: () => this.SUBRULE(this.factTest) });
  });

  readonly factTest: Rule = this.RULE('factTest', () => {
    this.OR([
      {
        ALT: () => {
          this.word('not');
          this.SUBRULE(this.factTest);
        },
      },
      {
        ALT: () => {
          this.CONSUME(LeftParen);
          this.SUBRULE(this.condition);
          this.CONSUME(RightParen);
        },
      },
      {
        ALT: () => {
          this.CONSUME(Identifier);
          this.OPTION(() => {
            this.OR1([
              { ALT: () => this.CONSUME(Equal) },
              { ALT: () => this.CONSUME(NotEqual) },
              { ALT: () => this.CONSUME(AtMost) },
              { ALT: () => this.CONSUME(AtLeast) },
              { ALT: () => this.CONSUME(Less) },
              { ALT: () => this.CONSUME(Greater) },
            ]);
            this.OR2([
              { ALT: () => this.CONSUME(NumberToken) },
              { ALT: () => this.CONSUME1(Identifier) },
              { ALT: () => this.CONSUME(Text) },
            ]);
          });
        },
      },
    ]);
  });
}
