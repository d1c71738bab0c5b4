/** Marks a switch as exhaustive: a case that was forgotten does not compile, and does not run either. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case ${JSON.stringify(value)}`);
}
