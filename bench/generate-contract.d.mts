/** A contract of at least so many lines, without a finding; the same seed gives the same text. */
export function generateContract(lines: number, seed?: number): string;
