/*
 * Deferred acceptance for small groups. With strict priorities its result is unique, so neither the order of rows nor the
 * order of rounds matters, and a local change stays local.
 */

/** One applicant: who it is and which places it wants, best first. */
export interface Applicant {
  readonly row: number
  readonly wants: readonly number[]
}

/** Applicants and targets in flat arrays. Applicant i has the wishes i × most to i × most + most − 1, best first. */
export interface Market {
  readonly applicants: number
  /** Wishes an applicant can have. */
  readonly most: number
  /** Target of every wish, a position in `room`; −1 = no further wish. */
  readonly wants: Int32Array
  /** Priority of the applicant at the target of every wish: larger is better, different between any two at a target. */
  readonly claims: Float64Array
  /** Places of every target. */
  readonly room: Int32Array
}

/** Matches a market by applicant-proposing deferred acceptance. Returns the target of every applicant; −1 if unplaced. */
export function acceptDeferred({ applicants, most, wants, claims, room }: Market): Int32Array {
  const result = new Int32Array(applicants).fill(-1)
  /** Wishes to be tried, the last one first. */
  const waiting = new Int32Array(applicants)
  /** Wishes held by every target, from `start`, in the order in which they came; one row more than it has places. */
  const start = new Int32Array(room.length)
  const size = new Int32Array(room.length)
  let rows = 0
  for (let target = 0; target < room.length; target++) {
    start[target] = rows
    rows += Math.min(room[target], applicants) + 1
  }
  const held = new Int32Array(rows)
  for (let i = 0; i < applicants; i++) waiting[i] = i * most
  let left = most > 0 ? applicants : 0
  while (left > 0) {
    const wish = waiting[--left]
    const target = wants[wish]
    if (target < 0) continue
    const from = start[target]
    const end = from + size[target]
    held[end] = wish
    result[Math.floor(wish / most)] = target
    if (size[target] < room[target]) {
      size[target]++
      continue
    }
    let worst = from
    for (let at = from + 1; at <= end; at++) if (claims[held[at]] < claims[held[worst]]) worst = at
    const out = held[worst]
    for (let at = worst; at < end; at++) held[at] = held[at + 1]
    result[Math.floor(out / most)] = -1
    if ((out + 1) % most !== 0) waiting[left++] = out + 1
  }
  return result
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
  let most = 0
  for (const { wants } of applicants) most = Math.max(most, wants.length)
  const wants = new Int32Array(applicants.length * most).fill(-1)
  const claims = new Float64Array(applicants.length * most)
  const targets: number[] = []
  const positions = new Map<number, number>()
  applicants.forEach((applicant, i) => {
    applicant.wants.forEach((target, k) => {
      const position = positions.get(target) ?? targets.push(target) - 1
      positions.set(target, position)
      wants[i * most + k] = position
      claims[i * most + k] = priority(applicant, target)
    })
  })
  const rooms = Int32Array.from(targets, (target) => Math.max(0, room(target)))
  const placed = acceptDeferred({ applicants: applicants.length, most, wants, claims, room: rooms })
  return Array.from(placed, (position) => (position < 0 ? -1 : targets[position]))
}
