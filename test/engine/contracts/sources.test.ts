import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { items } from '../../../src/engine/indicators/items/index.ts'
import { measures } from '../../../src/engine/indicators/measures/index.ts'
import { countyGovernment2012 } from '../../../src/engine/norms/county-government-2012.ts'
import { governmentItems } from '../../../src/engine/norms/government-items.ts'
import { qualityItems } from '../../../src/engine/norms/quality-items.ts'
import { balance2012 } from '../../../src/engine/norms/balance-2012.ts'
import { balance2017 } from '../../../src/engine/norms/balance-2017.ts'
import { sources, type Source } from '../../../src/engine/sources.ts'
import type { Citation } from '../../../src/engine/declare.ts'
import { originParameters as origins } from '../../../src/engine/county/origins.ts'
import * as nationalBirths from '../../../src/engine/norms/national-births.ts'
import * as publicFunds from '../../../src/engine/norms/public-funds.ts'
import * as staffing from '../../../src/engine/norms/staffing.ts'
import { policies } from '../../../src/engine/policies/index.ts'
import { processes } from '../../../src/engine/year.ts'

const known = sources as Readonly<Record<string, Source>>

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? typescriptFiles(path) : path.endsWith('.ts') ? [path] : []
  })
}

/** Every `cite('…')` written anywhere in the engine, with its file: also those of norms and tables that no registry lists. */
const cited = typescriptFiles('src/engine').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/\bcite\(\s*'([^']+)'/g)].map(([, id]) => ({ file, id })),
)

test('every citation names a source on record', () => {
  expect(cited.length).toBeGreaterThan(60)
  expect(cited.filter(({ id }) => known[id] === undefined).map(({ file, id }) => `${file}: ${id}`)).toEqual([])
})

test('every parameter of a policy or process cites a source on record, or says it is an assumption', () => {
  for (const { id, parameters } of [...policies, ...processes])
    for (const [name, parameter] of Object.entries(parameters as Record<string, { source: { source: string; says: { en: string }; confidence: string } }>)) {
      const { source, says, confidence } = parameter.source
      expect(known[source], `${id}.${name}`).toBeDefined()
      expect(says.en.length, `${id}.${name}`).toBeGreaterThan(0)
      expect(confidence === 'judgement', `${id}.${name}`).toBe(source === 'assumption')
    }
})

test('a size that is judged, or taken from a text that names no issuer, is known at most a little', () => {
  const wrong = [...policies, ...processes].flatMap(({ id, parameters }) =>
    Object.entries(parameters as Record<string, { source: Citation }>).flatMap(([name, { source: { source, says, confidence } }]) => {
      const isThin = /\bjudged\b/.test(says.en) || known[source]!.kind === 'unattributed'
      return isThin && confidence !== 'low' && confidence !== 'judgement' ? [`${id}.${name}: ${confidence}`] : []
    }),
  )
  expect(wrong).toEqual([])
})

/** Every citation reachable from the declarations: parameters, items, measures, lists, regimes and dated norms. */
function citationsIn(value: unknown, path: string, found: Map<string, Citation> = new Map()): Map<string, Citation> {
  if (typeof value !== 'object' || value === null) return found
  if ('says' in value && 'source' in value && 'confidence' in value) return found.set(path, value as Citation)
  for (const [name, inner] of Object.entries(value)) citationsIn(inner, `${path}.${name}`, found)
  return found
}

test('what a source says stands in both languages, each in its own signs', () => {
  const declared = { policies, processes, items, measures, governmentItems, qualityItems, countyGovernment2012, balance2012, balance2017, origins, publicFunds, nationalBirths, staffing }
  const citations = [...citationsIn(declared, '')]
  expect(citations.length).toBeGreaterThan(250)
  for (const [path, { says }] of citations) {
    expect(says.en, path).not.toMatch(/[\u3400-\u9fff，。；：（）]/)
    expect(says.zh, path).toMatch(/[\u4e00-\u9fff]/)
    // names of regions and studies are translated; ids of sources stay
    expect(says.zh, path).not.toMatch(/[,;:()]|\.$|[A-Za-z]{4,} [A-Za-z]/)
    // a figure that one language gives, the other gives too
    for (const number of says.en.match(/\b(19|20)\d\d\b/g) ?? []) expect(says.zh, path).toContain(number)
  }
})

test('every formula stands in both languages, each in its own signs, with the same numbers and operators', () => {
  for (const { id, formula } of [...items, ...measures]) {
    expect(formula.en, id).not.toMatch(/[\u3400-\u9fff，。；：（）［］]/)
    expect(formula.zh, id).toMatch(/[\u4e00-\u9fff]/)
    expect(formula.zh, id).not.toMatch(/[A-Za-z]{3,} [A-Za-z]{2,}/)
    const signs = (text: string): string[] => (text.match(/[÷×√Σ⌈⌉]|\d+ ÷|÷ \d+/g) ?? [])
    expect(signs(formula.zh).sort(), id).toEqual(signs(formula.en).sort())
  }
})

describe('what is called official rests on something somebody has opened', () => {
  const official = [
    ...items.map((item) => ({ id: item.id, source: item.source })),
    ...measures.filter((measure) => measure.standing === 'official').map((measure) => ({ id: measure.id, source: measure.source })),
    ...[...governmentItems, ...qualityItems].map((item) => ({ id: item.id, source: item.source })),
    ...[balance2012, balance2017].map((regime) => ({ id: regime.id, source: regime.source })),
  ]
  test.each(official)('$id', ({ source }) => {
    expect(['assumption', 'unattributed']).not.toContain(known[source.source].kind)
    expect(known[source.source].checked).not.toBe('unconfirmed')
  })
})

test('every source has both titles; addresses are complete; ids are kebab-case', () => {
  for (const [id, source] of Object.entries(known)) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(source.title.en.length).toBeGreaterThan(0)
    expect(source.title.zh).toMatch(/[\u4e00-\u9fff]/)
    if (source.url !== undefined) expect(() => new URL(source.url!)).not.toThrow()
  }
})

describe('official lists', () => {
  test('15 government items, 9 quality items, 17 items of 2012, none treated in silence', () => {
    expect(governmentItems.map((item) => item.id)).toEqual(Array.from({ length: 15 }, (_, i) => `G${i + 1}`))
    expect(qualityItems.map((item) => item.id)).toEqual(Array.from({ length: 9 }, (_, i) => `E${i + 1}`))
    expect(countyGovernment2012.map((item) => item.id)).toEqual(Array.from({ length: 17 }, (_, i) => `C${i + 1}`))
  })
  test('what is computed names measures that exist, and only that', () => {
    const ids = new Set(measures.map((measure) => measure.id))
    for (const item of [...governmentItems, ...qualityItems]) {
      expect(item.measures.length > 0, item.id).toBe(item.handling === 'computed' || item.handling === 'proxy')
      for (const id of item.measures) expect(ids.has(id) || id === 'G6-small-school-funding', `${item.id}: ${id}`).toBe(true)
    }
  })
})
