/** A whole number as people read it, its digits in groups of three: `24,918`. */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
