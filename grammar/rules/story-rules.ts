import { Comma, Identifier, NumberToken, Text, word } from '../tokens.ts';
import { MoneyRules } from './money-rules.ts';
import type { Rule } from './part-rules.ts';

/** Clocks and scenarios. */
export class StoryRules extends MoneyRules {
  /** A length of time without the calendar it is measured in: `30 min`, `3 business days`. */
  readonly stretch: Rule = this.RULE('stretch', () => {
    this.CONSUME(NumberToken);
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
  });

  readonly clockHead: Rule = this.RULE('clockHead', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
  });

  readonly startsClause: Rule = this.RULE('startsClause', () => {
    this.CONSUME(Identifier);
    this.word('on');
    this.OPTION({
      GATE: () => this.LA(2).tokenType === word('of'),
      DEF: () => {
        this.OR([{ ALT: () => this.word('first') }, { ALT: () => this.word('last') }]);
        this.word('of');
      },
    });
    this.SUBRULE(this.names);
  });

  readonly stopsClause: Rule = this.RULE('stopsClause', () => {
    this.word('stops');
    this.word('on');
    this.SUBRULE(this.names);
    this.OPTION(() => {
      this.word('at');
      this.OR([{ ALT: () => this.word('first') }, { ALT: () => this.word('last') }]);
    });
  });

  readonly pausesClause: Rule = this.RULE('pausesClause', () => {
    this.CONSUME(Identifier);
    this.word('while');
    this.SUBRULE(this.state);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.state);
    });
    this.OPTION(() => {
      this.CONSUME1(Comma);
      this.word('at');
      this.word('most');
      this.SUBRULE(this.stretch);
      this.OPTION1(() => {
        this.word('in');
        this.SUBRULE(this.name);
      });
      this.OR([{ ALT: () => this.word('each') }, { ALT: () => this.word('together') }]);
    });
  });

  /** A state in words: `waiting for customer`, `planned maintenance`. */
  readonly state: Rule = this.RULE('state', () => {
    this.AT_LEAST_ONE(() =>
      this.OR([
        { ALT: () => this.CONSUME(Identifier) },
        { ALT: () => this.word('for') },
        { ALT: () => this.word('on') },
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

  /** `fact language = German, addon`. */
  readonly factClause: Rule = this.RULE('factClause', () => {
    this.CONSUME(Identifier);
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.factTest) });
  });

  readonly openedClause: Rule = this.RULE('openedClause', () => {
    this.word('opened');
    this.SUBRULE(this.moment);
  });

  readonly expectClause: Rule = this.RULE('expectClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.OR([
      {
        ALT: () => {
          this.word('by');
          this.SUBRULE(this.moment);
        },
      },
      { ALT: () => this.SUBRULE(this.promiseWord) },
    ]);
  });
}
