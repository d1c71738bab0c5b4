import { Comma, Identifier, Text } from '../tokens.ts';
import { PlanRules } from './plan-rules.ts';
import type { Rule } from './part-rules.ts';

/** Clocks and scenarios. */
export class StoryRules extends PlanRules {
  readonly clockHead: Rule = this.RULE('clockHead', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
  });

  readonly startsClause: Rule = this.RULE('startsClause', () => {
    this.CONSUME(Identifier);
    this.word('on');
    this.SUBRULE(this.names);
  });

  readonly stopsClause: Rule = this.RULE('stopsClause', () => {
    this.word('stops');
    this.word('on');
    this.SUBRULE(this.names);
  });

  readonly pausesClause: Rule = this.RULE('pausesClause', () => {
    this.CONSUME(Identifier);
    this.word('while');
    this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.state) });
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
