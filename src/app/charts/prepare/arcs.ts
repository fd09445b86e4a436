type Point = readonly [x: number, y: number]

/** How far an arc stands out, as a share of the distance it spans. */
const bow = 0.22

/**
 * An arc between two points, always bent to the left of its way, so that flows in both directions lie beside each other.
 *
 * @param gap pixels left free at both ends, for the marks of the schools
 */
export function arcPath([x0, y0]: Point, [x1, y1]: Point, gap: number): string {
  const dx = x1 - x0
  const dy = y1 - y0
  const distance = Math.sqrt(dx * dx + dy * dy)
  // two sections of one campus: a loop above it
  if (distance < 2 * gap) return `M${x0 - gap},${y0 - gap}C${x0 - 3 * gap},${y0 - 5 * gap} ${x0 + 3 * gap},${y0 - 5 * gap} ${x0 + gap},${y0 - gap}`
  const cx = (x0 + x1) / 2 + dy * bow
  const cy = (y0 + y1) / 2 - dx * bow
  const towards = (x: number, y: number): Point => {
    const length = Math.sqrt((cx - x) * (cx - x) + (cy - y) * (cy - y))
    return [x + ((cx - x) / length) * gap, y + ((cy - y) / length) * gap]
  }
  const [sx, sy] = towards(x0, y0)
  const [ex, ey] = towards(x1, y1)
  return `M${sx},${sy}Q${cx},${cy} ${ex},${ey}`
}

/** Breadth of an arc in pixels. A single move stays thin also where nobody moves more than one. */
export const arcBreadth = (teachers: number, most: number, projector: boolean): number => (projector ? 4 : 1.5) + (teachers / Math.max(4, most)) * 4.5
