/** By the file that is changed the tests that are to notice. */
export const TARGETS: Readonly<Record<string, readonly string[]>>;
/** By the file that is not, or the folder that holds it, why. */
export const UNTRIED: Readonly<Record<string, string>>;
