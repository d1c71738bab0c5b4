/** A name as it is written in a file: in quotes where it is no single word. */
export function quotedName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) ? name : `"${name}"`;
}
