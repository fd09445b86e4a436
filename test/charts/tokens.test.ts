import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

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

it('both themes name the same colours', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
})
