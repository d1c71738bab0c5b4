/**
 * The grammar: one rule a clause, each read by itself. Pure: it builds a concrete tree and decides nothing; what
 * the tree means is `src/syntax`'s and `src/check`'s business. The outline (`outline.ts`) says where each clause
 * begins and ends, and `CLAUSE_RULES` which rule reads it, so no rule has to recover from another's mistakes.
 */
import { CstParser, type CstNode, EOF, type IToken, type ParserMethod, type TokenType } from 'chevrotain';
import { clauseMessages } from './messages.ts';
import {
  ALL_TOKENS,
  AtLeast,
  AtMost,
  Bar,
  Comma,
  Dash,
  DateToken,
  DotDot,
  Equal,
  FiveDays,
  FixedOffset,
  Greater,
  Identifier,
  Instant,
  LeftParen,
  Less,
  MonthDay,
  NotEqual,
  NumberToken,
  Percent,
  RightParen,
  RoundTheClock,
  Text,
  Time,
  WeekdayToken,
  word,
  ZoneName,
} from './tokens.ts';

type Rule = ParserMethod<[], CstNode>;

export class ClauseParser extends CstParser {
  constructor(validate = false) {
    super(ALL_TOKENS, {
      recoveryEnabled: false,
      maxLookahead: 3,
      nodeLocationTracking: 'onlyOffset',
      skipValidations: !validate,
      errorMessageProvider: clauseMessages,
    });
    this.performSelfAnalysis();
  }

  #word(text: string, index: 0 | 1 | 2 | 3 = 0): IToken {
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

  // ---- parts ----------------------------------------------------------------------------------------------------

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
      this.#word('to');
      this.CONSUME1(NumberToken);
    });
    this.CONSUME(Identifier);
    this.OPTION1(() => this.CONSUME1(Identifier));
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
          this.#word('every');
          this.CONSUME(MonthDay);
          this.OPTION1(() => {
            this.CONSUME1(DotDot);
            this.CONSUME1(MonthDay);
          });
        },
      },
    ]);
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
      this.#word('in');
      this.SUBRULE(this.zone);
    });
  });

  /** `for P1, P2`, `for region ANZ and phone`. */
  readonly selector: Rule = this.RULE('selector', () => {
    this.#word('for');
    this.SUBRULE(this.selectorTerm);
    this.MANY(() => {
      this.#word('and');
      this.SUBRULE1(this.selectorTerm);
    });
  });

  readonly selectorTerm: Rule = this.RULE('selectorTerm', () => {
    this.OPTION({
      GATE: () => this.LA(2).tokenType !== Comma && this.LA(2).tokenType !== EOF,
      DEF: () =>
        this.OR([
          { ALT: () => this.#word('region') },
          { ALT: () => this.#word('severity') },
          { ALT: () => this.#word('channel') },
          { ALT: () => this.#word('type') },
        ]),
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
          this.#word('not');
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

  // ---- the file -------------------------------------------------------------------------------------------------

  readonly contractHead: Rule = this.RULE('contractHead', () => {
    this.#word('contract');
    this.CONSUME(Text);
    this.OPTION(() => {
      this.#word('version');
      this.CONSUME1(Text);
    });
  });

  readonly partyClause: Rule = this.RULE('partyClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
  });

  readonly effectiveClause: Rule = this.RULE('effectiveClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(DateToken);
    this.OPTION(() => {
      this.#word('until');
      this.CONSUME1(DateToken);
    });
    this.#word('in');
    this.SUBRULE(this.zone);
  });

  readonly zoneClause: Rule = this.RULE('zoneClause', () => {
    this.#word('zone');
    this.OR([
      {
        ALT: () => {
          this.#word('of');
          this.CONSUME(Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.zone) },
    ]);
  });

  readonly currencyClause: Rule = this.RULE('currencyClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME1(Identifier);
  });

  readonly declaredWord: Rule = this.RULE('declaredWord', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
  });

  readonly factsHead: Rule = this.RULE('factsHead', () => {
    this.CONSUME(Identifier);
  });

  readonly factRow: Rule = this.RULE('factRow', () => {
    this.CONSUME(Identifier);
    this.OR([
      {
        ALT: () => {
          this.#word('one');
          this.#word('of');
          this.SUBRULE(this.names);
        },
      },
      {
        ALT: () => {
          this.#word('yes');
          this.#word('or');
          this.#word('no');
        },
      },
      { ALT: () => this.#word('number') },
      { ALT: () => this.#word('text') },
    ]);
    this.OPTION(() => this.SUBRULE(this.words));
  });

  readonly severitiesHead: Rule = this.RULE('severitiesHead', () => {
    this.#word('severities');
  });

  readonly severityRow: Rule = this.RULE('severityRow', () => {
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.CONSUME(Identifier);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.name);
      });
    });
    this.OPTION1(() => this.SUBRULE(this.words));
    this.OPTION2(() =>
      this.OR([
        {
          ALT: () => {
            this.#word('when');
            this.SUBRULE(this.condition);
          },
        },
        { ALT: () => this.#word('otherwise') },
      ]),
    );
  });

  readonly regionsHead: Rule = this.RULE('regionsHead', () => {
    this.CONSUME(Identifier);
    this.#word('by');
    this.CONSUME1(Identifier);
  });

  readonly regionRow: Rule = this.RULE('regionRow', () => {
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
    this.OPTION1(() => {
      this.#word('zone');
      this.SUBRULE(this.zone);
    });
    this.OPTION2(() => {
      this.#word('holidays');
      this.SUBRULE(this.names);
    });
  });

  // ---- calendars ------------------------------------------------------------------------------------------------

  readonly calendarHead: Rule = this.RULE('calendarHead', () => {
    this.#word('calendar');
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
          this.#word('on');
          this.SUBRULE(this.dateRanges);
          this.OR1([
            { ALT: () => this.SUBRULE(this.timeRanges) },
            {
              ALT: () => {
                this.#word('as');
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

  readonly weekWindow: Rule = this.RULE('weekWindow', () => {
    this.OR([
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
    ]);
  });

  readonly closedClause: Rule = this.RULE('closedClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.dateRanges);
    this.OPTION(() => this.SUBRULE(this.words));
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  readonly seasonHead: Rule = this.RULE('seasonHead', () => {
    this.#word('season');
    this.OPTION(() => this.SUBRULE(this.words));
    this.SUBRULE(this.dateRange);
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  readonly holidaysClause: Rule = this.RULE('holidaysClause', () => {
    this.#word('holidays');
    this.OR([
      {
        ALT: () => {
          this.#word('of');
          this.CONSUME(Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.names) },
    ]);
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly holidaysHead: Rule = this.RULE('holidaysHead', () => {
    this.#word('holidays');
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.words));
  });

  readonly holidayRow: Rule = this.RULE('holidayRow', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(DateToken);
          this.OPTION(() => {
            this.#word('from');
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

  // ---- plans ----------------------------------------------------------------------------------------------------

  readonly planHead: Rule = this.RULE('planHead', () => {
    this.#word('plan');
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.#word('extends');
      this.SUBRULE1(this.name);
    });
    this.OPTION1(() => {
      this.#word('also');
      this.#word('called');
      this.SUBRULE(this.names);
    });
    this.OPTION2(() => this.SUBRULE(this.words));
  });

  readonly coverageClause: Rule = this.RULE('coverageClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.names);
    this.#word('in');
    this.SUBRULE(this.calendarName);
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly channelsClause: Rule = this.RULE('channelsClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.names);
    this.OPTION1(() => this.SUBRULE(this.selector));
  });

  readonly businessClause: Rule = this.RULE('businessClause', () => {
    this.#word('business');
    this.OR([{ ALT: () => this.#word('hours') }, { ALT: () => this.#word('days') }]);
    this.SUBRULE(this.basis);
  });

  /** What a count is measured in and how a count of days is read: `in Office at close, cut-off 16:00`. */
  readonly basis: Rule = this.RULE('basis', () => {
    this.OPTION(() => {
      this.#word('in');
      this.SUBRULE(this.calendarName);
    });
    this.OPTION1(() => {
      this.#word('at');
      this.OR([
        {
          ALT: () => {
            this.#word('same');
            this.#word('time');
          },
        },
        { ALT: () => this.#word('close') },
        { ALT: () => this.CONSUME(Time) },
      ]);
    });
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.dayRule);
    });
  });

  readonly dayRule: Rule = this.RULE('dayRule', () => {
    this.OR([
      {
        ALT: () => {
          this.#word('received');
          this.#word('outside');
          this.#word('hours');
          this.OR1([
            {
              ALT: () => {
                this.#word('at');
                this.#word('next');
                this.#word('opening');
              },
            },
            {
              ALT: () => {
                this.#word('as');
                this.#word('received', 1);
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.#word('day');
          this.#word('of');
          this.#word('receipt');
          this.OR2([
            { ALT: () => this.#word('counts') },
            {
              ALT: () => {
                this.#word('does');
                this.#word('not');
                this.#word('count');
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.#word('ending');
          this.#word('outside', 1);
          this.#word('hours', 1);
          this.OR3([
            {
              ALT: () => {
                this.#word('at', 1);
                this.OR4([
                  {
                    ALT: () => {
                      this.#word('next', 1);
                      this.#word('opening', 1);
                    },
                  },
                  {
                    ALT: () => {
                      this.#word('previous');
                      this.#word('close');
                    },
                  },
                ]);
              },
            },
            { ALT: () => this.#word('stays') },
          ]);
        },
      },
      {
        ALT: () => {
          this.#word('cut-off');
          this.CONSUME(Time);
        },
      },
    ]);
  });

  readonly targetsHead: Rule = this.RULE('targetsHead', () => {
    this.#word('targets');
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly targetsByPlanHead: Rule = this.RULE('targetsByPlanHead', () => {
    this.#word('targets');
    this.SUBRULE(this.name);
    this.#word('by');
    this.#word('plan');
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  /** The first row of a targets table: `respond | resolve`. */
  readonly targetHeader: Rule = this.RULE('targetHeader', () => {
    this.OPTION(() => this.CONSUME(Bar));
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.name) });
  });

  readonly targetRow: Rule = this.RULE('targetRow', () => {
    this.SUBRULE(this.names);
    this.OPTION(() => this.CONSUME(Bar));
    this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => this.SUBRULE(this.cell) });
  });

  readonly cell: Rule = this.RULE('cell', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.promiseWord) },
      {
        ALT: () => {
          this.OR1([
            {
              ALT: () => {
                this.#word('next');
                this.#word('business');
                this.#word('day');
              },
            },
            { ALT: () => this.SUBRULE(this.amount) },
          ]);
          this.SUBRULE(this.basis);
        },
      },
    ]);
  });

  readonly promiseWord: Rule = this.RULE('promiseWord', () => {
    this.OR([
      {
        ALT: () => {
          this.#word('best');
          this.#word('effort');
        },
      },
      {
        ALT: () => {
          this.#word('not');
          this.#word('offered');
        },
      },
      { ALT: () => this.#word('optional') },
      { ALT: () => this.#word('unknown') },
    ]);
  });

  readonly period: Rule = this.RULE('period', () => {
    this.#word('per');
    this.OPTION(() => this.#word('contract'));
    this.CONSUME(Identifier);
  });

  readonly attainClause: Rule = this.RULE('attainClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Percent);
    this.#word('of');
    this.SUBRULE(this.name);
    this.OPTION(() => this.SUBRULE(this.period));
    this.OPTION1(() => {
      this.#word('of', 1);
      this.#word('tickets');
      this.OR([
        { ALT: () => this.#word('opened') },
        { ALT: () => this.#word('closed') },
        { ALT: () => this.#word('due') },
      ]);
    });
    this.OPTION2(() => {
      this.#word('in');
      this.SUBRULE(this.zone);
    });
    this.OPTION3(() => this.SUBRULE(this.selector));
  });

  readonly quotaClause: Rule = this.RULE('quotaClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(NumberToken);
    this.OPTION(() => this.SUBRULE(this.period));
    this.OPTION1(() => {
      this.#word('in');
      this.SUBRULE(this.zone);
    });
    this.OPTION2(() => {
      this.CONSUME(Comma);
      this.#word('over');
      this.OR([
        { ALT: () => this.#word('refused') },
        { ALT: () => this.#word('billed') },
        {
          ALT: () => {
            this.#word('best');
            this.#word('effort');
          },
        },
        {
          ALT: () => {
            this.#word('no');
            this.#word('promise');
          },
        },
      ]);
    });
  });

  readonly priceClause: Rule = this.RULE('priceClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      {
        ALT: () => {
          this.#word('included');
          this.#word('with');
          this.SUBRULE(this.words);
        },
      },
      {
        ALT: () => {
          this.#word('on');
          this.#word('request');
        },
      },
      {
        ALT: () => {
          this.CONSUME1(Identifier);
          this.CONSUME(NumberToken);
          this.SUBRULE(this.period);
          this.OPTION(() => {
            this.CONSUME(Comma);
            this.#word('billed');
            this.CONSUME2(Identifier);
          });
        },
      },
    ]);
  });

  readonly featureClause: Rule = this.RULE('featureClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
    this.OR([
      { ALT: () => this.#word('yes') },
      { ALT: () => this.#word('no') },
      { ALT: () => this.#word('optional') },
      { ALT: () => this.#word('unknown') },
    ]);
  });

  // ---- clocks and scenarios -------------------------------------------------------------------------------------

  readonly clockHead: Rule = this.RULE('clockHead', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
  });

  readonly startsClause: Rule = this.RULE('startsClause', () => {
    this.CONSUME(Identifier);
    this.#word('on');
    this.SUBRULE(this.names);
  });

  readonly stopsClause: Rule = this.RULE('stopsClause', () => {
    this.#word('stops');
    this.#word('on');
    this.SUBRULE(this.names);
  });

  readonly pausesClause: Rule = this.RULE('pausesClause', () => {
    this.CONSUME(Identifier);
    this.#word('while');
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.state) });
  });

  /** A state in words: `waiting for customer`, `planned maintenance`. */
  readonly state: Rule = this.RULE('state', () => {
    this.AT_LEAST_ONE(() =>
      this.OR([
        { ALT: () => this.CONSUME(Identifier) },
        { ALT: () => this.#word('for') },
        { ALT: () => this.#word('on') },
        { ALT: () => this.CONSUME(Text) },
      ]),
    );
  });

  readonly scenarioHead: Rule = this.RULE('scenarioHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
  });

  readonly namedClause: Rule = this.RULE('namedClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
  });

  readonly openedClause: Rule = this.RULE('openedClause', () => {
    this.#word('opened');
    this.SUBRULE(this.moment);
  });

  readonly expectClause: Rule = this.RULE('expectClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.OR([
      {
        ALT: () => {
          this.#word('by');
          this.SUBRULE(this.moment);
        },
      },
      { ALT: () => this.SUBRULE(this.promiseWord) },
    ]);
  });

  // ---- simulations ----------------------------------------------------------------------------------------------

  readonly simulationHead: Rule = this.RULE('simulationHead', () => {
    this.CONSUME(Identifier);
    this.CONSUME(Text);
  });

  readonly simulatedContractClause: Rule = this.RULE('simulatedContractClause', () => {
    this.#word('contract');
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
    this.#word('in');
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
    this.#word('per');
    this.CONSUME1(Identifier);
  });

  readonly hoursHead: Rule = this.RULE('hoursHead', () => {
    this.#word('hours');
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
      this.#word('in');
      this.CONSUME(Percent);
    });
    this.OPTION1(() => {
      this.#word('stops');
      this.SUBRULE(this.name);
      this.#word('at');
      this.OR([{ ALT: () => this.#word('start') }, { ALT: () => this.#word('end') }]);
    });
  });

  readonly workRow: Rule = this.RULE('workRow', () => {
    this.OR([{ ALT: () => this.#word('otherwise') }, { ALT: () => this.SUBRULE(this.names) }]);
    this.SUBRULE(this.distribution);
  });

  readonly distribution: Rule = this.RULE('distribution', () => {
    this.OR([
      {
        ALT: () => {
          this.#word('fixed');
          this.SUBRULE(this.amount);
        },
      },
      {
        ALT: () => {
          this.#word('exponential');
          this.#word('mean');
          this.SUBRULE1(this.amount);
        },
      },
      {
        ALT: () => {
          this.#word('uniform');
          this.SUBRULE2(this.amount);
        },
      },
      {
        ALT: () => {
          this.#word('lognormal');
          this.#word('median');
          this.SUBRULE3(this.amount);
          this.CONSUME(Comma);
          this.CONSUME(Percent);
          this.#word('within');
          this.SUBRULE4(this.amount);
        },
      },
      {
        ALT: () => {
          this.#word('quantiles');
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
    this.#word('agents');
    this.#word('in');
    this.SUBRULE(this.calendarName);
    this.OPTION(() => this.SUBRULE(this.selector));
  });

  readonly takesClause: Rule = this.RULE('takesClause', () => {
    this.CONSUME(Identifier);
    this.#word('by');
    this.SUBRULE(this.takesKey);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.OPTION(() => this.#word('then'));
      this.SUBRULE1(this.takesKey);
    });
  });

  readonly takesKey: Rule = this.RULE('takesKey', () => {
    this.OR([
      { ALT: () => this.#word('severity') },
      { ALT: () => this.#word('deadline') },
      { ALT: () => this.#word('arrival') },
    ]);
  });
}

export type ClauseRule = {
  [K in keyof ClauseParser]: ClauseParser[K] extends Rule ? K : never;
}[keyof ClauseParser];

export type { CstNode, IToken, TokenType };
