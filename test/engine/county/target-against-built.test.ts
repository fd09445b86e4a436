import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildCounty } from '../../../src/engine/build-county.ts'
import type { CountyDescription } from '../../../src/engine/county/description.ts'
import { placeKinds } from '../../../src/engine/county/places.ts'
import { owners, schoolForms } from '../../../src/engine/county/schools.ts'
import { targetAgainstBuilt, tolerance } from '../../../src/engine/validation/target-against-built.ts'

const read = (id: string): CountyDescription => JSON.parse(readFileSync(`scenarios/counties/${id}.json`, 'utf8')) as CountyDescription

/** The value a source is about, by its path: `items.*.teachers.mean`, `schools[nine-year]`, `rolls`. */
function leads(description: unknown, path: string): boolean {
  const [head, ...rest] = path.replaceAll(/\[[^\]]*\]/g, '').split('.')
  if (head === undefined || head === '') return true
  if (Array.isArray(description)) return description.some((one) => leads(one, path))
  if (typeof description !== 'object' || description === null) return false
  const under = description as Record<string, unknown>
  if (head === '*') return Object.values(under).some((one) => leads(one, rest.join('.')))
  return head in under && leads(under[head], rest.join('.'))
}

describe.each(['plain-county', 'mountain-county', 'city-county'])('%s', (id) => {
  const description = read(id)

  it.each(targetAgainstBuilt(description).map((c) => [`${c.level} ${c.what}`, c] as const))('%s: built meets the target', (_, c) => {
    const off = Math.abs(c.builtMean / c.targetMean - 1)
    expect(off, `mean ${c.builtMean} for ${c.targetMean}`).toBeLessThanOrEqual(c.what === 'roll' ? tolerance.roll : tolerance.mean)
    if (c.what !== 'roll') expect(Math.abs(c.builtCv - c.targetCv), `CV ${c.builtCv} for ${c.targetCv}`).toBeLessThanOrEqual(tolerance.cv(c.targetCv))
  })

  it('has the schools it describes, by form, owner and kind of place', () => {
    const { schools, sections } = buildCounty(description, {}).county
    const described = new Map<string, number>()
    for (const group of description.schools) {
      const key = `${group.form} ${group.owner} ${group.kind}`
      described.set(key, (described.get(key) ?? 0) + group.count)
    }
    const built = new Map<string, number>()
    for (let k = 0; k < schools.count; k++) {
      let kind = -1
      for (let s = 0; s < sections.count; s++) if (sections.school[s] === k) kind = sections.kind[s]!
      const key = `${schoolForms[schools.form[k]!]} ${owners[schools.owner[k]!]} ${placeKinds[kind]}`
      built.set(key, (built.get(key) ?? 0) + 1)
    }
    expect(Object.fromEntries(built)).toEqual(Object.fromEntries(described))
  })

  it('names a source for every figure of its items, and no source for a figure it has not', () => {
    for (const { path } of description.sources) expect(leads(description, path), path).toBe(true)
    for (const level of ['primary', 'junior'] as const) {
      for (const stock of Object.keys(description.items[level])) {
        for (const part of ['mean', 'cv']) {
          const covered = description.sources.some(({ path }) => path === `items.${level}.${stock}` || path === `items.${level}.${stock}.${part}`)
          expect(covered, `items.${level}.${stock}.${part}`).toBe(true)
        }
      }
    }
  })

  it('is the same county every time it is built', () => {
    expect(Buffer.compare(buildCounty(description, {}).county.save(), buildCounty(description, {}).county.save())).toBe(0)
  })
})

describe('a different seed', () => {
  it('gives another county of the same figures', () => {
    const plain = read('plain-county')
    const other = { ...plain, seed: 'another' }
    expect(buildCounty(other, {}).county.schools.x).not.toEqual(buildCounty(plain, {}).county.schools.x)
    for (const c of targetAgainstBuilt(other)) expect(Math.abs(c.builtMean / c.targetMean - 1), `${c.level} ${c.what}`).toBeLessThan(0.02)
  })
})
