import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { standingColour } from '../../src/app/theme/encodings.ts'

const css = readFileSync('src/app/theme/tokens.css', 'utf8')
const block = (start: string) => css.slice(css.indexOf(start), css.indexOf('}', css.indexOf(start)))
const tokens = (text: string) => new Map([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]))
const themes = { light: tokens(block(':root {')), dark: tokens(block(":root[data-theme='dark']")) }

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe.each(Object.entries(themes))('Q41 contrast, %s', (_, theme) => {
  const on = (fore: string, back: string) => contrast(theme.get(fore)!, theme.get(back)!)
  it('text is at least 4.5 to 1 on every ground it stands on', () => {
    for (const ink of ['ink-1', 'ink-2', 'ink-3', 'accent']) for (const ground of ['paper', 'panel']) expect([ink, ground, on(ink, ground) >= 4.5]).toEqual([ink, ground, true])
    for (const state of ['meets', 'near', 'fails']) expect([state, on(`${state}-ink`, `${state}-tint`) >= 4.5]).toEqual([state, true])
  })
  it('marks, lines and control edges are at least 3 to 1', () => {
    for (const mark of ['axis', 'county-town', 'township', 'rural', 'meets', 'near', 'fails', 'scenario-a', 'scenario-b', 'scenario-c', 'scenario-d', 'teachers', 'funding', 'admissions', 'network']) {
      expect([mark, on(mark, 'paper') >= 3]).toEqual([mark, true])
    }
  })
})

/** A colour seen through its opacity on a ground. */
const over = (fore: string, share: number, ground: string): string =>
  `#${[1, 3, 5].map((at) => Math.round(parseInt(fore.slice(at, at + 2), 16) * share + parseInt(ground.slice(at, at + 2), 16) * (1 - share)).toString(16).padStart(2, '0')).join('')}`

describe('Q41 what is drawn paler', () => {
  const folders = ['src/app/charts', 'src/app/charts/marks', 'src/app/screens/explore', 'src/app/screens/schools']
  /** Rules of the pictures that make a line paler: where, the colour, and the share of it. */
  const paler = folders
    .flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.svelte')).map((name) => `${folder}/${name}`))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/([^{}]+)\{([^{}]*stroke-opacity:[^{}]*)\}/g)].map(([, selector, rule]) => ({
        rule: `${file} ${selector!.trim()}`,
        colour: /stroke: var\(--([\w-]+)\)/.exec(rule!)?.[1] ?? '',
        share: Number(/stroke-opacity: ([\d.]+)/.exec(rule!)?.[1]),
      })),
    )
  it('names its colour beside its opacity', () => {
    expect(paler.length).toBeGreaterThan(1)
    expect(paler.filter(({ colour }) => colour === '')).toEqual([])
  })
  it.each(Object.entries(themes))('is still 3 to 1 on paper, %s', (_, theme) => {
    const paper = theme.get('paper')!
    expect(paler.map(({ rule, colour, share }) => [rule, contrast(over(theme.get(colour)!, share, paper), paper) >= 3])).toEqual(paler.map(({ rule }) => [rule, true]))
  })
  it('the sum is right: half of black on white is a grey of 3.95 to 1', () => {
    // 0.5 × 0 + 0.5 × 255 = 128; ((128 / 255 + 0.055) / 1.055) ** 2.4 = 0.2159; 1.05 / 0.2659
    expect(contrast(over('#000000', 0.5, '#ffffff'), '#ffffff')).toBeCloseTo(3.949, 3)
  })
  it('edges of cells in the grid of townships are in the colour of their status, or that of controls', () => {
    expect(readFileSync('src/app/charts/GridChart.svelte', 'utf8')).toMatch(/class=\{\['cell'[^>]*stroke=\{standingColour\(mark\.standing\)\}/)
    // each of these is 3 to 1 on paper, as asked above
    expect((['meets', 'near', 'fails', 'none'] as const).map((standing) => /--(\w+)(?:, var\(--(\w+)\))?\)$/.exec(standingColour(standing))?.slice(1))).toEqual([['meets', 'axis'], ['near', 'axis'], ['fails', 'axis'], ['none', 'axis']])
  })
})

describe('Q42 without colour', () => {
  const value = (text: string, name: string) => new RegExp(`--${name}: ([^;]+);`).exec(text)?.[1]
  it.each([
    ['on a desk', ':root,\n.report,\n.stage {'],
    ['on a projector', ":root[data-projector='on'] {"],
  ])('limit, floor and baseline have dashes of their own %s', (_, start) => {
    const dash = (name: string) => value(block(start), `dash-${name}`)!.split(' ').map(Number)
    const [limit, floor, baseline] = [dash('limit'), dash('floor'), dash('baseline')] as const
    expect(limit[0]! / baseline[0]!).toBeGreaterThanOrEqual(2)
    expect(baseline[0]! / floor[0]!).toBeGreaterThanOrEqual(1.5)
  })
  it('Q51 lines of a projector have at least 4 px, and those in the background less than the one chosen at any height', () => {
    const widths = (name: string) => (value(block(":root[data-projector='on'] {"), name)!.match(/[\d.]+(?=px)/g) ?? []).map(Number)
    expect(widths('line-context')).toEqual([4])
    expect(Math.min(...widths('line-selected'))).toBeGreaterThan(4)
  })
})

it('both themes name the same colours', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
})

describe('Q54 Q55 what leaves a projector', () => {
  const names = (text: string, of: RegExp) => [...text.matchAll(/--([\w-]+):/g)].map((match) => match[1]!).filter((name) => of.test(name))
  it('has the lines of a desk: none that a projector widens is left to it', () => {
    const leaving = block(':root,\n.report,\n.stage {')
    const widened = names(block(":root[data-projector='on']"), /^(line|dash)-/)
    expect(widened.length).toBeGreaterThan(8)
    expect(names(leaving, /./)).toEqual(expect.arrayContaining(widened))
    // the chosen line of the report is the thickest
    const width = (name: string) => parseFloat(new RegExp(`--line-${name}: ([\\d.]+)px`).exec(leaving)![1]!)
    expect(Math.min(...['other', 'context', 'thin', 'axis', 'edge'].map((name) => width('selected') - width(name)))).toBeGreaterThan(0)
  })
  it('and on paper the year mark of the light theme, on white', () => {
    const report = readFileSync('src/app/screens/share/Report.svelte', 'utf8')
    expect(tokens(report.slice(report.indexOf('  .report {'))).get('accent')).toBe(themes.light.get('accent'))
  })
})
