/*
 * Deferred acceptance for small groups. With strict priorities its result is unique, so neither the order of rows nor the
 * order of rounds matters, and a local change stays local.
 */

/** One applicant: who it is and which places it wants, best first. */
export interface Applicant {
  readonly row: number
  readonly wants: readonly number[]
}

/**
 * Matches applicants to places by applicant-proposing deferred acceptance.
 *
 * @param room      places a target still has, by target
 * @param priority  larger is better; must differ between any two applicants of a target
 * @returns target by applicant index; −1 if unplaced
 */
export function deferredAcceptance<A extends Applicant>(
  applicants: readonly A[],
  room: (target: number) => number,
  priority: (applicant: A, target: number) => number,
): number[] {
  const next = applicants.map(() => 0)
  const held = new Map<number, number[]>()
  const result = applicants.map(() => -1)
  const waiting = applicants.map((_, i) => i)
  while (waiting.length > 0) {
    const i = waiting.pop() as number
    const target = applicants[i].wants[next[i]++]
    if (target === undefined) continue
    const list = held.get(target) ?? []
    list.push(i)
    result[i] = target
    if (list.length > room(target)) {
      const worst = list.reduce((w, j, at) => (priority(applicants[j], target) < priority(applicants[list[w]], target) ? at : w), 0)
      const [out] = list.splice(worst, 1)
      result[out] = -1
      waiting.push(out)
    }
    held.set(target, list)
  }
  return result
}
