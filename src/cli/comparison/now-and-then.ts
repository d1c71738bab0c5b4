/** Tells at most so often, and what is begun at once: `doing` is another then. */
const EVERY_MS = 80;

/** Keeps those who work in small steps from telling of each. */
export function nowAndThen(
  tell: (done: number, of: number, doing: string) => void,
  now: () => number = () => performance.now(),
): (done: number, of: number, doing: string) => void {
  let told = -Infinity;
  let of = '';
  return (done, all, doing) => {
    const at = now();
    if (doing === of && at - told < EVERY_MS) return;
    told = at;
    of = doing;
    tell(done, all, doing);
  };
}
