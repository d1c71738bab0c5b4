import { is } from '../gate.ts';
import { Comma, Identifier, NumberToken, Time, word } from '../tokens.ts';
import { CalendarRules } from './calendar-rules.ts';
import type { Rule } from './part-rules.ts';

/** The first words of what a count of days says of itself behind a comma. */
const DAY_RULE_WORDS = ['received', 'day', 'ending', 'cut-off'].map(word);

/** The cells of a targets table: what is promised, and in what it is measured. */
export class CellRules extends CalendarRules {
  /** `4 h in Office`, `at once`, `every 2 h until resolve`, `1 h after workaround`, `best effort`. */
  readonly cell: Rule = this.RULE('cell', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.promiseWord) },
      {
        ALT: () => {
          this.word('every');
          this.SUBRULE(this.bound);
          this.OPTION(() => {
            this.word('until');
            this.SUBRULE(this.name);
          });
        },
      },
      {
        ALT: () => {
          this.OR1([
            {
              ALT: () => {
                this.word('at');
                this.word('once');
              },
            },
            { ALT: () => this.SUBRULE1(this.bound) },
          ]);
          this.OPTION1(() => this.SUBRULE(this.relation));
        },
      },
    ]);
  });

  /** One limit, or the later or earlier of several. */
  readonly bound: Rule = this.RULE('bound', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.word('later') }, { ALT: () => this.word('earlier') }]);
          this.word('of');
          this.AT_LEAST_ONE_SEP({ SEP: word('and'), DEF: () => this.SUBRULE(this.limit) });
        },
      },
      { ALT: () => this.SUBRULE1(this.limit) },
    ]);
  });

  readonly limit: Rule = this.RULE('limit', () => {
    this.OR([
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.word('next') }, { ALT: () => this.word('same') }]);
          this.word('business');
          this.word('day');
        },
      },
      {
        ALT: () => {
          this.word('end');
          this.word('of');
          this.OPTION(() => this.word('next', 1));
          this.CONSUME(Identifier);
        },
      },
      { ALT: () => this.SUBRULE(this.amount) },
    ]);
    this.SUBRULE(this.basis);
  });

  /** `after workaround`, `before resolve is due`: what a limit is counted from, or back from. */
  readonly relation: Rule = this.RULE('relation', () => {
    this.OR([{ ALT: () => this.word('before') }, { ALT: () => this.word('after') }]);
    this.SUBRULE(this.name);
    this.OPTION(() => {
      this.word('is');
      this.word('due');
    });
  });

  /** What a count is measured in and how a count of days is read: `in Office of 8 h`, `in Office at close, cut-off 16:00`. */
  readonly basis: Rule = this.RULE('basis', () => {
    this.OPTION(() => {
      this.word('in');
      this.SUBRULE(this.calendarName);
      this.OPTION2({
        GATE: this.gate(is(2, NumberToken)),
        DEF: () => {
          this.word('of');
          this.SUBRULE(this.dayLength);
        },
      });
    });
    this.OPTION1(() => {
      this.word('at');
      this.OR([
        {
          ALT: () => {
            this.word('same');
            this.word('time');
          },
        },
        { ALT: () => this.word('close') },
        { ALT: () => this.CONSUME(Time) },
      ]);
    });
    this.MANY({
      // What else stands behind a comma belongs to the clause around the cell.
      GATE: this.gate(is(2, ...DAY_RULE_WORDS)),
      DEF: () => {
        this.CONSUME(Comma);
        this.SUBRULE(this.dayRule);
      },
    });
  });

  /** `8 h`: how long a day of a calendar is, where the contract turns days into hours. */
  readonly dayLength: Rule = this.RULE('dayLength', () => {
    this.CONSUME(NumberToken);
    this.CONSUME(Identifier);
  });

  readonly dayRule: Rule = this.RULE('dayRule', () => {
    this.OR([
      {
        ALT: () => {
          this.word('received');
          this.word('outside');
          this.word('hours');
          this.OR1([
            {
              ALT: () => {
                this.word('at');
                this.word('next');
                this.word('opening');
              },
            },
            {
              ALT: () => {
                this.word('as');
                this.word('received', 1);
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.word('day');
          this.word('of');
          this.word('receipt');
          this.OR2([
            { ALT: () => this.word('counts') },
            {
              ALT: () => {
                this.word('does');
                this.word('not');
                this.word('count');
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.word('ending');
          this.word('outside', 1);
          this.word('hours', 1);
          this.OR3([
            {
              ALT: () => {
                this.word('at', 1);
                this.OR4([
                  {
                    ALT: () => {
                      this.word('next', 1);
                      this.word('opening', 1);
                    },
                  },
                  {
                    ALT: () => {
                      this.word('previous');
                      this.word('close');
                    },
                  },
                ]);
              },
            },
            { ALT: () => this.word('stays') },
          ]);
        },
      },
      {
        ALT: () => {
          this.word('cut-off');
          this.CONSUME(Time);
        },
      },
    ]);
  });

  readonly promiseWord: Rule = this.RULE('promiseWord', () => {
    this.OR([
      {
        ALT: () => {
          this.word('best');
          this.word('effort');
        },
      },
      {
        ALT: () => {
          this.word('not');
          this.word('offered');
        },
      },
      {
        ALT: () => {
          this.word('as');
          this.word('agreed');
        },
      },
      { ALT: () => this.word('optional') },
      { ALT: () => this.word('unknown') },
    ]);
  });
}
