/** Contracts for tests: a head, three severities, two regions and an office, and what the test adds. */
import type { CheckedPlan } from '../../src/check/model.ts';
import { checkText } from './findings.ts';

export const HEAD = `contract "Test" {
  effective  2026-01-15 in Europe/Berlin
}
severities { P1 critical, urgent "down"; P2 "limping"; P3 "asking" }
calendar Office { zone Europe/Berlin; open Mon..Fri 09:00-17:00; holidays none }
calendar Shop { zone Europe/Berlin; open Mon..Sat 10:00-20:00; holidays none }
clock respond { starts on opened; stops on reply }
clock resolve { starts on opened; stops on resolved; pauses never; reopen never }
on raise count from the change
on lower keep old
`;

/** What the contract says, which must be without any finding. */
export function contractWith(text: string) {
  const { contract, findings } = checkText(HEAD + text);
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
  return contract;
}

export function planOf(text: string, name: string): CheckedPlan {
  const plan = contractWith(text).plans.find((candidate) => candidate.name === name);
  if (plan === undefined) throw new Error(`there is no plan ${name}`);
  return plan;
}
