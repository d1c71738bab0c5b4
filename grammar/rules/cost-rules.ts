import { isNot } from '../gate.ts';
import { Comma, Identifier, NumberToken, Percent, Text, word } from '../tokens.ts';
import { RuleRules } from './rule-rules.ts';
import type { Rule } from './part-rules.ts';

/** Simulations: who the customer is and what it needs, and what the desk costs. */
export class CostRules extends RuleRules {
  /** `customer 40 users, clustered = yes in EMEA with "Technical account manager", 2 "ten more hours"`. */
  readonly customerClause: Rule = this.RULE('customerClause', () => {
    this.CONSUME(Identifier);
    this.OPTION({
      // A fact may be called by any word, but what is booked is not one.
      GATE: this.gate(isNot(1, word('with'))),
      DEF: () => this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => this.SUBRULE(this.customerTerm) }),
    });
    this.OPTION1(() => {
      this.word('in');
      this.SUBRULE(this.name);
    });
    this.OPTION2(() => {
      this.word('with');
      this.AT_LEAST_ONE_SEP1({ SEP: Comma, DEF: () => this.SUBRULE(this.booked) });
    });
  });

  /** `40 users`, `"monthly charges" EUR 12000`, `clustered = yes`. */
  readonly customerTerm: Rule = this.RULE('customerTerm', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(NumberToken);
          this.CONSUME(Identifier);
        },
      },
      {
        ALT: () => {
          this.CONSUME(Text);
          this.SUBRULE(this.money);
        },
      },
      { ALT: () => this.SUBRULE(this.factTest) },
    ]);
  });

  /** `"Technical account manager"`, `2 "ten more hours"`. */
  readonly booked: Rule = this.RULE('booked', () => {
    this.OPTION(() => this.CONSUME(NumberToken));
    this.CONSUME(Text);
  });

  /** `needs respond 95% within 1 h for P1`. */
  readonly needsClause: Rule = this.RULE('needsClause', () => {
    this.CONSUME(Identifier);
    this.SUBRULE(this.name);
    this.CONSUME(Percent);
    this.OPTION(() => {
      this.word('within');
      this.SUBRULE(this.amount);
    });
    this.OPTION1(() => {
      this.word('for');
      this.SUBRULE(this.names);
    });
  });

  /** `at EUR 55 per hour, overtime at EUR 80 per hour`. */
  readonly teamPay: Rule = this.RULE('teamPay', () => {
    this.word('at');
    this.SUBRULE(this.money);
    this.word('per');
    this.CONSUME(Identifier);
    this.OPTION(() => {
      this.CONSUME(Comma);
      this.word('overtime');
      this.word('at', 1);
      this.SUBRULE1(this.money);
      this.word('per', 1);
      this.CONSUME1(Identifier);
    });
  });
}
