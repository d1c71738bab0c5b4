import { is } from '../gate.ts';
import { END } from '../token.ts';
import { Identifier, NumberToken, word } from '../tokens.ts';
import { RightRules } from './right-rules.ts';
import { NAMES, type Rule } from './part-rules.ts';

/** What a scenario expects: of a clock, of the ticket, of what is charged and of who is told. */
export class ExpectationRules extends RightRules {
  readonly expectClause: Rule = this.RULE('expectClause', () => {
    this.CONSUME(Identifier);
    this.OR({
      IGNORE_AMBIGUITIES: true,
      MAX_LOOKAHEAD: 1,
      // A metric may be called like one of these words: what follows tells them apart.
      DEF: [
        {
          GATE: this.gate(is(1, word('severity')), is(2, ...NAMES)),
          ALT: () => this.SUBRULE(this.expectedSeverity),
        },
        {
          GATE: this.gate(is(1, word('state')), is(2, ...NAMES, word('on'))),
          ALT: () => this.SUBRULE(this.expectedState),
        },
        {
          GATE: this.gate(is(1, word('notice')), is(2, word('to'))),
          ALT: () => this.SUBRULE(this.expectedNotice),
        },
        {
          GATE: this.gate(is(1, word('no')), is(2, word('notice'))),
          ALT: () => this.SUBRULE1(this.expectedNotice),
        },
        {
          GATE: this.gate(is(1, word('charges')), is(2, NumberToken, ...NAMES)),
          ALT: () => this.SUBRULE(this.expectedCharge),
        },
        {
          GATE: this.gate(is(1, word('over')), is(2, NumberToken)),
          ALT: () => this.SUBRULE1(this.expectedCharge),
        },
        {
          GATE: this.gate(is(1, word('refused')), is(2, word('because'), END.tokenType)),
          ALT: () => this.SUBRULE(this.expectedRefusal),
        },
        {
          GATE: this.gate(is(1, word('closed')), is(2, word('at'), END.tokenType)),
          ALT: () => this.SUBRULE(this.expectedClose),
        },
        { ALT: () => this.SUBRULE(this.expectedClock) },
      ],
    });
  });

  /** `respond by Mon 2026-06-01 13:00`, `resolve paused`, `update 2 met`: a metric and what its clock does. */
  readonly expectedClock: Rule = this.RULE('expectedClock', () => {
    this.SUBRULE(this.name);
    this.OPTION(() => this.CONSUME(NumberToken));
    this.OR([
      {
        ALT: () => {
          this.word('by');
          this.SUBRULE(this.moment);
        },
      },
      {
        ALT: () => {
          this.word('aimed');
          this.word('at');
          this.SUBRULE1(this.moment);
        },
      },
      {
        ALT: () => {
          this.OR1([
            { ALT: () => this.word('met') },
            { ALT: () => this.word('missed') },
            { ALT: () => this.word('running') },
            { ALT: () => this.word('paused') },
            { ALT: () => this.word('cancelled') },
            {
              ALT: () => {
                this.word('not');
                this.word('started');
              },
            },
          ]);
          this.SUBRULE(this.expectedAt);
        },
      },
      { ALT: () => this.SUBRULE(this.promiseWord) },
    ]);
  });

  /** `severity becomes P2`, `severity P2 at Mon 2026-06-01 13:00`. */
  readonly expectedSeverity: Rule = this.RULE('expectedSeverity', () => {
    this.word('severity');
    this.OPTION({
      MAX_LOOKAHEAD: 1,
      GATE: this.gate(is(2, ...NAMES)),
      DEF: () => this.word('becomes'),
    });
    this.SUBRULE(this.name);
    this.SUBRULE(this.expectedAt);
  });

  readonly expectedState: Rule = this.RULE('expectedState', () => {
    this.word('state');
    this.SUBRULE(this.state);
    this.SUBRULE(this.expectedAt);
  });

  /** `notice to customer`, `no notice to "team lead"`. */
  readonly expectedNotice: Rule = this.RULE('expectedNotice', () => {
    this.OPTION(() => this.word('no'));
    this.word('notice');
    this.word('to');
    this.SUBRULE(this.name);
    this.SUBRULE(this.expectedAt);
  });

  /** `charges 3 incidents`, `charges EUR 90.00`, `charges nothing`, `over 1 incidents`. */
  readonly expectedCharge: Rule = this.RULE('expectedCharge', () => {
    this.OR([
      {
        ALT: () => {
          this.word('charges');
          this.OR1({
            IGNORE_AMBIGUITIES: true,
            MAX_LOOKAHEAD: 1,
            DEF: [
              { ALT: () => this.word('nothing') },
              { ALT: () => this.SUBRULE(this.money) },
              {
                ALT: () => {
                  this.CONSUME(NumberToken);
                  this.SUBRULE(this.name);
                },
              },
            ],
          });
        },
      },
      {
        ALT: () => {
          this.word('over');
          this.CONSUME1(NumberToken);
          this.SUBRULE1(this.name);
        },
      },
    ]);
  });

  readonly expectedRefusal: Rule = this.RULE('expectedRefusal', () => {
    this.word('refused');
    this.OPTION(() => {
      this.word('because');
      this.SUBRULE(this.words);
    });
  });

  readonly expectedClose: Rule = this.RULE('expectedClose', () => {
    this.word('closed');
    this.SUBRULE(this.expectedAt);
  });

  /** When it is so, or comes to be. */
  readonly expectedAt: Rule = this.RULE('expectedAt', () => {
    this.OPTION(() => {
      this.word('at');
      this.SUBRULE(this.moment);
    });
  });
}
