/** Whether a word names what a price is for each of, in the singular or the plural. */
export function isNamed(unit: string, name: string): boolean {
  const plurals = [`${unit}s`, `${unit}es`, unit.replace(/y$/, 'ies')];
  return name === unit || plurals.includes(name);
}
