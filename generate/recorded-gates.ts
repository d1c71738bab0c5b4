import type { LookaheadProductionType } from 'chevrotain';
import type { Look } from '../grammar/gate.ts';
import { ClauseParser } from '../grammar/parser.ts';
import type { Gate } from '../grammar/rules/part-rules.ts';

/** What Chevrotain is given for a part of a rule; where it has no gate, the definition alone. */
type Part = (() => unknown) | { readonly GATE?: Gate };
type Choice = readonly Part[] | { readonly DEF: readonly Part[] };

/** The methods by which Chevrotain records a grammar. Their arguments hold the gates, which what it records does not. */
interface Recorder {
  topLevelRuleRecord(name: string, definition: () => unknown): unknown;
  optionInternalRecord(part: Part, index: number): unknown;
  manyInternalRecord(index: number, part: Part): unknown;
  atLeastOneInternalRecord(index: number, part: Part): unknown;
  orInternalRecord(choice: Choice, index: number): unknown;
}

/** A part of a rule, as Chevrotain tells its parts apart. */
export type PartKey = `${string} ${LookaheadProductionType} ${number}`;

/** The gates of each part that has one, a list for each way that a choice has. */
export type Gates = ReadonlyMap<PartKey, readonly (readonly Look[])[]>;

const Base = ClauseParser as unknown as new () => ClauseParser & Recorder;

class GateRecorder extends Base {
  // Recording is a part of construction: what is set here must not be set again afterwards.
  declare gates: Map<PartKey, readonly (readonly Look[])[]> | undefined;
  declare rule: string;

  override topLevelRuleRecord(name: string, definition: () => unknown): unknown {
    this.rule = name;
    return super.topLevelRuleRecord(name, definition);
  }

  override optionInternalRecord(part: Part, index: number): unknown {
    this.note(`${this.rule} Option ${index}`, [part]);
    return super.optionInternalRecord(part, index);
  }

  override manyInternalRecord(index: number, part: Part): unknown {
    this.note(`${this.rule} Repetition ${index}`, [part]);
    return super.manyInternalRecord(index, part);
  }

  override atLeastOneInternalRecord(index: number, part: Part): unknown {
    this.note(`${this.rule} RepetitionMandatory ${index}`, [part]);
    return super.atLeastOneInternalRecord(index, part);
  }

  override orInternalRecord(choice: Choice, index: number): unknown {
    this.note(`${this.rule} Alternation ${index}`, 'DEF' in choice ? choice.DEF : choice);
    return super.orInternalRecord(choice, index);
  }

  note(key: PartKey, parts: readonly Part[]): void {
    (this.gates ??= new Map()).set(
      key,
      parts.map((part) => ('GATE' in part ? part.GATE.looks : [])),
    );
  }
}

export function recordedGates(): Gates {
  return new GateRecorder().gates ?? new Map();
}
