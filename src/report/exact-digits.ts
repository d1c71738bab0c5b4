/** An exact number as programs read it: decimal digits where they end, a fraction such as `8/9` otherwise. */
export function exactDigits(value: {
  readonly toString: () => string;
  readonly toFraction: () => string;
}): string {
  const text = value.toString();
  return text.includes('(') ? value.toFraction() : text;
}
