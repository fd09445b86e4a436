import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/*
 * Q42: colours of one scale stay apart for eyes that lack a cone. Simulation: Machado, Oliveira and Fernandes 2009, severity 1,
 * on linear light; distance: CIEDE2000 as in Sharma, Wu and Dalal 2005.
 */

type Triple = readonly [number, number, number]
const eyes: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}

const linear = (hex: string): Triple => {
  const of = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [of(1), of(3), of(5)]
}
const times = (matrix: readonly [Triple, Triple, Triple], [r, g, b]: Triple): Triple => matrix.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as unknown as Triple

/** CIE L*a*b* of linear sRGB under D65. */
function lab([r, g, b]: Triple): Triple {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047)
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b)
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const rad = Math.PI / 180
function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)))
  const [p1, p2] = [(1 + g) * a1, (1 + g) * a2]
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)]
  const hue = (b: number, a: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360)
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)]
  const flat = c1 * c2 === 0
  const turn = h2 - h1
  const dh = flat ? 0 : Math.abs(turn) <= 180 ? turn : turn > 180 ? turn - 360 : turn + 360
  const meanH = flat ? h1 + h2 : Math.abs(turn) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
  const [meanL, c] = [(l1 + l2) / 2, (c1 + c2) / 2]
  const t = 1 - 0.17 * Math.cos((meanH - 30) * rad) + 0.24 * Math.cos(2 * meanH * rad) + 0.32 * Math.cos((3 * meanH + 6) * rad) - 0.2 * Math.cos((4 * meanH - 63) * rad)
  const sl = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t]
  const turned = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((meanH - 275) / 25) ** 2)) * rad)
  const [dl, dc, dH] = [(l2 - l1) / sl, (c2 - c1) / sc, (2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad)) / sh]
  return Math.sqrt(dl * dl + dc * dc + dH * dH + turned * dc * dH)
}

it('the distance agrees with published pairs', () => {
  // Sharma, Wu and Dalal 2005, table 1, pairs 1, 7 and 17
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(ciede2000([50, 0, 0], [50, -1, 2])).toBeCloseTo(2.3669, 4)
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
})

const css = readFileSync('src/app/theme/tokens.css', 'utf8')
const block = (head: string) => css.slice(css.indexOf(head), css.indexOf('\n}', css.indexOf(head)))
const tokens = (text: string) => new Map([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]))
const scales = {
  place: ['county-town', 'township', 'rural'],
  status: ['meets', 'near', 'fails'],
  scenario: ['scenario-a', 'scenario-b', 'scenario-c', 'scenario-d'],
  group: ['teachers', 'funding', 'admissions', 'network'],
}

describe.each([
  ['light', tokens(block(':root {'))],
  ['dark', tokens(block(":root[data-theme='dark']"))],
] as const)('Q42 colours apart for every eye, %s', (_, theme) => {
  it.each(Object.entries(scales))('%s', (_, names) => {
    for (const [eye, matrix] of Object.entries(eyes)) {
      const seen = names.map((name) => lab(times(matrix, linear(theme.get(name)!))))
      seen.forEach((one, a) => seen.slice(a + 1).forEach((two, b) => expect([eye, names[a], names[a + b + 1], ciede2000(one, two) >= 10]).toEqual([eye, names[a], names[a + b + 1], true])))
    }
  })
})
