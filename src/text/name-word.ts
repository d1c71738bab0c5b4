/** A text between quotes, as the language reads it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', "'")}"`;
}

/** A name that is no single word stands in quotes. */
export function nameWord(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : quoted(name);
}
