import { breadthOf } from './breadth.ts'

/**
 * Moves labels apart: each keeps its order and lies at least `gap` from its neighbour, inside 0 to `height`. Those that would
 * touch share the way they have to go, so that together they stay as near as possible to where they belong (least squares).
 */
export function spread(wanted: readonly number[], gap: number, height: number): readonly number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]! || a - b)
  const blocks: { sum: number; count: number }[] = []
  // without the gaps between them, places may only rise: neighbours that fall are put at their mean
  order.forEach((k, rank) => {
    let block = { sum: wanted[k]! - rank * gap, count: 1 }
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, count: block.count + last.count }
      blocks.pop()
    }
    blocks.push(block)
  })
  const room = height - (wanted.length - 1) * gap
  const bare = blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(Math.min(Math.max(sum / count, 0), room)))
  const placed = new Array<number>(wanted.length).fill(0)
  order.forEach((k, rank) => (placed[k] = bare[rank]! + rank * gap))
  return placed
}

/** The right end of a line: its last value, its name, and how the name is written. */
export interface End {
  readonly y: number
  readonly label: string
  readonly strong: boolean
  readonly colour: string
}

type Placed = End & { readonly from: number; readonly at: number }

/** The one of some lines whose end lies farthest from the ends of others: where a label for all of them has room. */
const loneliest = (some: readonly End[], others: readonly End[]): End | undefined =>
  some.map((end) => ({ end, far: Math.min(...others.map((other) => Math.abs(other.y - end.y))) })).reduce<{ end: End; far: number } | undefined>((best, one) => (best && best.far >= one.far ? best : one), undefined)?.end

/**
 * Where the labels of lines stand, in pixels from the top: `from` is the line’s end, `at` the label. Lines of the background
 * have theirs too, if they move none of the others by more than a line of letters; otherwise one label, `rest`, stands where
 * it is least in the way.
 */
export function placeEnds(ends: readonly End[], context: readonly End[], rest: string, y: (value: number) => number, gap: number, height: number): readonly Placed[] {
  const known = (some: readonly End[]) => some.filter((end) => !Number.isNaN(end.y) && end.label !== '')
  const named = known(ends)
  const quiet = known(context)
  const place = (all: readonly End[]): readonly Placed[] => {
    const tops = spread(all.map((end) => y(end.y)), gap, height)
    return all.map((end, k) => ({ ...end, from: y(end.y), at: tops[k]! }))
  }
  const each = place([...named, ...quiet])
  const fits = (all: readonly unknown[]) => (all.length - 1) * gap <= height
  const room = fits(each) && place(named).every((end, k) => Math.abs(end.at - each[k]!.at) <= gap)
  const one = loneliest(quiet, named)
  if (room) return each
  // of a very low picture only the lines that matter are named
  const fewer = [[...named, ...(one ? known([{ ...one, label: rest }]) : [])], named, named.filter((end) => end.strong)]
  return place(fewer.find(fits) ?? named.slice(0, 1))
}

/**
 * Every how many of the labels on an axis are shown so that none touches its neighbour: 1 = all of them.
 *
 * @param labels in the order of the axis
 * @param step   pixels from one to the next
 * @param scale  size of the letters to 12 px
 */
export function everyWhich(labels: readonly string[], step: number, scale: number): number {
  const room = 6
  const fits = (every: number) => {
    const shown = labels.filter((_, k) => k % every === 0).map((label) => breadthOf(label, 12 * scale))
    return shown.every((breadth, k) => k === 0 || (breadth + shown[k - 1]!) / 2 + room <= step * every)
  }
  for (let every = 1; every < labels.length; every++) if (fits(every)) return every
  return Math.max(labels.length, 1)
}

/** Every second year from the first, with the year looked at in place of its neighbour before: columns never come or go. */
export const everySecond = (years: readonly number[], shown: number): readonly { readonly year: number; readonly y: number }[] =>
  years.flatMap((_, k) => (k % 2 === 0 ? [k === shown - 1 ? shown : k] : [])).map((y) => ({ year: years[y]!, y }))
