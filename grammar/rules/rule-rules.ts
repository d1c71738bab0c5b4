import { is } from '../gate.ts';
import {
  Comma,
  Identifier,
  NumberToken,
  Percent,
  RoundTheClock,
  Text,
  TzdataVersion,
  word,
} from '../tokens.ts';
import { StoryRules } from './story-rules.ts';
import type { Rule } from './part-rules.ts';

/** The first words of what a rule does. */
const ACTION_WORDS = ['severity', 'raise', 'lower', 'tell', 'close', 'wait'].map(word);

/** What is done as a ticket goes on: rules, changes of the promise, escalation; and what binds a contract. */
export class RuleRules extends StoryRules {
  readonly ruleClause: Rule = this.RULE('ruleClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
    this.OPTION(() => this.SUBRULE(this.trigger));
    this.OPTION1(() => {
      this.word('when');
      this.SUBRULE(this.condition);
    });
    this.word('then');
    this.SUBRULE(this.action);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE1(this.action);
    });
    this.MANY1(() => {
      this.CONSUME1(Comma);
      this.SUBRULE(this.furtherStage);
    });
    this.OPTION2(() => {
      this.CONSUME2(Comma);
      this.word('reset');
      this.word('by');
      this.AT_LEAST_ONE_SEP({ SEP: word('or'), DEF: () => this.SUBRULE(this.event) });
    });
    this.OPTION3(() => {
      this.CONSUME3(Comma);
      this.SUBRULE(this.consent);
    });
  });

  /** What follows while the ticket stays in the state: `after 4 more business days then close`. */
  readonly furtherStage: Rule = this.RULE('furtherStage', () => {
    this.word('after');
    this.SUBRULE(this.furtherStretch);
    this.OPTION(() => {
      this.word('in');
      this.SUBRULE(this.name);
    });
    this.word('then');
    this.SUBRULE(this.action);
    this.MANY({
      // What else stands behind a comma belongs to the rule around the stage.
      GATE: this.gate(is(2, ...ACTION_WORDS)),
      DEF: () => {
        this.CONSUME(Comma);
        this.SUBRULE1(this.action);
      },
    });
  });

  readonly trigger: Rule = this.RULE('trigger', () => {
    this.OR([
      {
        ALT: () => {
          this.word('on');
          this.SUBRULE(this.event);
        },
      },
      {
        ALT: () => {
          this.word('after');
          this.SUBRULE(this.stretch);
          this.word('in');
          this.SUBRULE(this.state);
          this.OPTION(() => {
            this.word('in', 1);
            this.SUBRULE1(this.state);
          });
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.SUBRULE1(this.stretch);
          this.OR1([{ ALT: () => this.word('before') }, { ALT: () => this.word('after', 1) }]);
          this.SUBRULE(this.name);
          this.word('is');
          this.word('due');
        },
      },
    ]);
  });

  readonly action: Rule = this.RULE('action', () => {
    this.OR([
      {
        ALT: () => {
          this.word('severity');
          this.OR3([
            {
              ALT: () => {
                this.word('by');
                this.word('facts');
              },
            },
            {
              ALT: () => {
                this.OPTION(() => {
                  this.word('at');
                  this.word('most');
                });
                this.SUBRULE(this.name);
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.OR1([{ ALT: () => this.word('raise') }, { ALT: () => this.word('lower') }]);
          this.OR2([
            {
              ALT: () => {
                this.word('to');
                this.SUBRULE1(this.name);
              },
            },
            {
              ALT: () =>
                this.AT_LEAST_ONE_SEP({ SEP: word('or'), DEF: () => this.SUBRULE(this.severityStep) }),
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.word('tell');
          this.SUBRULE2(this.name);
        },
      },
      { ALT: () => this.word('close') },
      { ALT: () => this.word('wait') },
    ]);
  });

  readonly severityStep: Rule = this.RULE('severityStep', () => {
    this.SUBRULE(this.name);
    this.word('to');
    this.SUBRULE1(this.name);
  });

  /** `if customer agrees, silence agrees after 2 business days in Office`. */
  readonly consent: Rule = this.RULE('consent', () => {
    this.word('if');
    this.word('customer');
    this.word('agrees');
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.word('silence');
      this.OR([
        { ALT: () => this.word('refuses') },
        {
          ALT: () => {
            this.word('agrees', 1);
            this.word('after');
            this.SUBRULE(this.stretch);
            this.OPTION1(() => {
              this.word('in');
              this.SUBRULE(this.name);
            });
          },
        },
      ]);
    });
  });

  readonly escalateClause: Rule = this.RULE('escalateClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => {
        this.word('at');
        this.CONSUME(Percent);
        this.word('to');
        this.CONSUME(Text);
      },
    });
  });

  readonly changeClause: Rule = this.RULE('changeClause', () => {
    this.word('on');
    this.OR([
      { ALT: () => this.word('raise') },
      { ALT: () => this.word('lower') },
      { ALT: () => this.word('correction') },
      { ALT: () => this.word('completion') },
      {
        ALT: () => {
          this.word('change');
          this.word('of');
          this.OR1([
            { ALT: () => this.word('channel') },
            { ALT: () => this.word('region') },
            { ALT: () => this.word('plan') },
            { ALT: () => this.word('type') },
            {
              ALT: () => {
                this.word('a');
                this.word('fact');
              },
            },
          ]);
        },
      },
    ]);
    this.SUBRULE(this.changeBasis);
    this.MANY(() => {
      this.CONSUME(Comma);
      this.SUBRULE(this.changeRule);
    });
  });

  /** Which time the new promise is counted over. */
  readonly changeBasis: Rule = this.RULE('changeBasis', () => {
    this.OR([
      {
        ALT: () => {
          this.word('count');
          this.word('from');
          this.SUBRULE(this.event);
        },
      },
      {
        ALT: () => {
          this.word('keep');
          this.OR1([{ ALT: () => this.word('elapsed') }, { ALT: () => this.word('old') }]);
        },
      },
      { ALT: () => this.word('proportional') },
    ]);
  });

  readonly changeRule: Rule = this.RULE('changeRule', () => {
    this.OR([
      {
        ALT: () => {
          this.word('earlier');
          this.word('of');
          this.word('old');
          this.word('and');
          this.word('new');
        },
      },
      {
        ALT: () => {
          this.word('never');
          this.word('due');
          this.word('less');
          this.word('than');
          this.SUBRULE(this.stretch);
          this.OPTION(() => {
            this.word('in');
            this.SUBRULE(this.name);
          });
          this.word('after');
          this.SUBRULE(this.event);
        },
      },
      {
        ALT: () => {
          this.word('late');
          this.word('from');
          this.word('the');
          this.OR1([{ ALT: () => this.word('deadline') }, { ALT: () => this.word('change') }]);
        },
      },
      {
        ALT: () => {
          this.word('a');
          this.word('breach');
          this.OR2([
            {
              ALT: () => {
                this.word('stays');
                this.word('a', 1);
                this.word('breach', 1);
              },
            },
            {
              ALT: () => {
                this.word('is');
                this.word('forgotten');
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          this.word('met');
          this.word('targets');
          this.word('stay');
          this.word('met', 1);
        },
      },
    ]);
  });

  readonly bindsClause: Rule = this.RULE('bindsClause', () => {
    this.CONSUME(Identifier);
    this.word('by');
    this.SUBRULE(this.event);
  });

  readonly inFlightClause: Rule = this.RULE('inFlightClause', () => {
    this.word('tickets');
    this.word('in');
    this.word('flight');
    this.SUBRULE(this.changeBasis);
  });

  readonly termClause: Rule = this.RULE('termClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.stretch);
  });

  /** `notice 30 calendar days to end of month`. */
  readonly noticeClause: Rule = this.RULE('noticeClause', () => {
    this.word('notice');
    this.SUBRULE(this.stretch);
    this.OPTION(() => {
      this.word('to');
      this.word('end');
      this.word('of');
      this.CONSUME(Identifier);
    });
  });

  /** `upgrade at any time`, `downgrade after notice`. */
  readonly planMoveClause: Rule = this.RULE('planMoveClause', () => {
    this.CONSUME(Identifier);
    this.OR([
      {
        ALT: () => {
          this.word('after');
          this.word('notice');
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.OR1([
            {
              ALT: () => {
                this.word('any');
                this.word('time');
              },
            },
            {
              ALT: () => {
                this.word('end');
                this.word('of');
                this.word('term');
              },
            },
          ]);
        },
      },
    ]);
  });

  readonly tzdataClause: Rule = this.RULE('tzdataClause', () => {
    this.CONSUME(Identifier);
    this.word('at');
    this.word('least');
    this.CONSUME(TzdataVersion);
  });

  /** `holidays do not close 24x7`. */
  readonly roundTheClockClause: Rule = this.RULE('roundTheClockClause', () => {
    this.CONSUME(Identifier);
    this.word('do');
    this.word('not');
    this.word('close');
    this.CONSUME(RoundTheClock);
  });

  readonly documentClause: Rule = this.RULE('documentClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
    this.OPTION(() => {
      this.word('at');
      this.CONSUME(Text);
    });
  });

  readonly languageClause: Rule = this.RULE('languageClause', () => {
    this.CONSUME(Identifier);
    this.CONSUME(NumberToken);
  });

  readonly noteClause: Rule = this.RULE('noteClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.words);
  });
}
