/** One readable point of a picture: pixels inside the margins and what it says. */
export interface ChartMark {
  readonly x: number
  readonly y: number
  readonly text: string
  /** The line a point lies on: arrows follow it. Without one they go to the next point in their direction. */
  readonly row?: number
  /** The section that a dot stands for. */
  readonly section?: number
}

type Point = readonly [x: number, y: number]

/** The nearest other point in the direction of an arrow key, with a preference for those straight ahead; where there is none, the same point. */
function stepNear(points: readonly Point[], from: number, key: string): number {
  const [x, y] = points[from] ?? [0, 0]
  const [dx, dy] = key === 'ArrowRight' ? [1, 0] : key === 'ArrowLeft' ? [-1, 0] : key === 'ArrowUp' ? [0, -1] : [0, 1]
  let best = from
  let least = Infinity
  points.forEach(([px, py], k) => {
    const along = (px - x) * dx + (py - y) * dy
    const across = Math.abs((px - x) * dy) + Math.abs((py - y) * dx)
    if (k !== from && along > 0.5 && along + 2 * across < least) {
      least = along + 2 * across
      best = k
    }
  })
  return best
}

/** The next place in a list for a key that moves in one; undefined for other keys. */
export function stepList(key: string, from: number, count: number): number | undefined {
  const last = count - 1
  const to: Readonly<Record<string, number>> = { ArrowDown: from + 1, ArrowRight: from + 1, ArrowUp: from - 1, ArrowLeft: from - 1, Home: 0, End: last }
  const next = to[key]
  return next === undefined ? undefined : Math.max(0, Math.min(last, next))
}

/** The next of points in a plane: arrows by nearness, Home and End by the order of the list. */
export function stepPlane(points: readonly Point[], from: number, key: string): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return points.length - 1
  return key.startsWith('Arrow') ? stepNear(points, from, key) : undefined
}

/** Along its line, or to the nearest point of another line above or below. */
function stepLine(marks: readonly ChartMark[], from: number, key: string): number {
  const here = marks[from]!
  const sideways = key === 'ArrowLeft' || key === 'ArrowRight'
  if (sideways) {
    const next = key === 'ArrowRight' ? from + 1 : from - 1
    return marks[next]?.row === here.row ? next : from
  }
  const down = key === 'ArrowDown'
  let best = from
  let least = Infinity
  marks.forEach((mark, k) => {
    const ahead = down ? mark.y - here.y : here.y - mark.y
    const far = 4 * Math.abs(mark.x - here.x) + ahead
    if (mark.row !== here.row && ahead >= 0 && far < least) {
      least = far
      best = k
    }
  })
  return best
}

/** Where a key moves in a picture; undefined for keys that do not move. */
export function stepMark(marks: readonly ChartMark[], from: number, key: string): number | undefined {
  const row = marks[from]?.row
  if (row === undefined) return stepPlane(marks.map(({ x, y }) => [x, y] as const), from, key)
  if (key === 'Home') return marks.findIndex((mark) => mark.row === row)
  if (key === 'End') return marks.findLastIndex((mark) => mark.row === row)
  return key.startsWith('Arrow') ? stepLine(marks, from, key) : undefined
}

/** The point nearest to a place, if one is within reach; −1 otherwise. */
export function markAt(marks: readonly ChartMark[], x: number, y: number, reach: number): number {
  let best = -1
  let least = reach * reach
  marks.forEach((mark, k) => {
    const far = (mark.x - x) * (mark.x - x) + (mark.y - y) * (mark.y - y)
    if (far < least) {
      least = far
      best = k
    }
  })
  return best
}
