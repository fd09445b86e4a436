import { ticks } from 'd3'

/** Where a value lies in pixels. */
export interface Scale {
  (value: number): number
  /** About `count` round values inside the domain. */
  readonly ticks: (count: number) => readonly number[]
}

/**
 * A straight scale from a domain to a range: all that these pictures need of one. d3’s own brings colours and number formats along,
 * a twentieth of what the first screen loads.
 */
export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const width = high - low
  const scale = (value: number): number => {
    const share = width === 0 ? 0.5 : (value - low) / width
    return from * (1 - share) + to * share
  }
  return Object.assign(scale, { ticks: (count: number) => ticks(low, high, count) })
}

/** As many round values as a scale has for a wish of `most` or fewer, but never more: a wish of five may be answered by eight. */
export function atMost(scale: Scale, most: number): readonly number[] {
  for (let wish = most; wish > 1; wish--) {
    const found = scale.ticks(wish)
    if (found.length <= most) return found
  }
  return scale.ticks(1)
}
