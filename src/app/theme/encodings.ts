import type { PolicyGroup } from '../../engine/index.ts'

/** Three levels of a school’s item, and no data. */
export type Standing = 'meets' | 'near' | 'fails' | 'none'

/** Status is always a glyph and a tint, never a hue alone. */
export const standingGlyph: Readonly<Record<Standing, string>> = { meets: '✓', near: '△', fails: '✕', none: '—' }

const plain = { tint: 'var(--paper)', ink: 'var(--ink-3)' } as const

/** The colour of a status: of its mark, its tint or the text on it. */
export const standingColour = (standing: Standing, of?: 'tint' | 'ink'): string => `var(--${standing}${of ? `-${of}` : ''}, ${of ? plain[of] : 'var(--axis)'})`

/** Dots of a picture on a projector, to those on a desk: 9 to 5. */
export const projectorScale = 1.8

/** Place is hue and shape. */
export const placeColour = { 'county-town': 'var(--county-town)', township: 'var(--township)', rural: 'var(--rural)' } as const
export const placeShape = { 'county-town': 'square', township: 'triangle', rural: 'circle' } as const
export type Place = keyof typeof placeColour

/** Scenario is letter, dash and hue; A is the baseline, whose dashes are shorter than those of a limit, so that paper without colour tells them apart. */
export const scenarioStyle = {
  A: { colour: 'var(--scenario-a)', dash: 'var(--dash-baseline)' },
  B: { colour: 'var(--scenario-b)', dash: '' },
  C: { colour: 'var(--scenario-c)', dash: '12 4' },
  D: { colour: 'var(--scenario-d)', dash: '10 3 2 3' },
} as const

/** Policy group is icon and hue. */
export const groupColour: Readonly<Record<PolicyGroup, string>> = {
  teachers: 'var(--teachers)',
  funding: 'var(--funding)',
  admissions: 'var(--admissions)',
  network: 'var(--network)',
}

/** SVG path of a place’s mark, centred on 0,0, with the same area for every shape. */
export function placePath(place: Place, radius: number): string {
  const area = 3.14159 * radius * radius
  if (placeShape[place] === 'circle') return `M${-radius},0A${radius},${radius} 0 1 1 ${radius},0A${radius},${radius} 0 1 1 ${-radius},0Z`
  if (placeShape[place] === 'square') {
    const half = Math.sqrt(area) / 2
    return `M${-half},${-half}H${half}V${half}H${-half}Z`
  }
  const side = Math.sqrt((area * 4) / Math.sqrt(3))
  const height = (side * Math.sqrt(3)) / 2
  return `M0,${(-2 * height) / 3}L${side / 2},${height / 3}H${-side / 2}Z`
}

/** A CV within this distance of its limit carries a mark. Ours, not official. */
export const thinMargin = 0.02
