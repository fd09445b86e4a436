import { deflateSync, inflateSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { engineVersion, numbersCounter } from '../../src/engine/index.ts'
import type { CountyDescription, Scenario } from '../../src/engine/index.ts'
import { fromBase64url, toBase64url } from '../../src/scenario/base64url.ts'
import { linkPrefix, readLink, writeLink } from '../../src/scenario/link.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import { countyDigest, freeze } from '../../src/scenario/write.ts'
import { fc } from '../support/property.ts'
import { county, file, options, registry } from './fixtures.ts'

const here = county() as unknown as CountyDescription
const findCounty = (id: string): CountyDescription | undefined => (id === here.id ? here : undefined)
const scenario = (): Scenario => readScenario(JSON.stringify(file()), options).scenario!
const view = { screen: 'explore', year: 2031, item: 'Q2', language: 'zh', projector: false }
const read = (link: string) => readLink(link, { registry, findCounty })
const linkOf = (content: unknown): string => linkPrefix + toBase64url(deflateSync(new TextEncoder().encode(JSON.stringify(content))))
const contentOf = (link: string): string => strFromU8(inflateSync(fromBase64url(link.slice(linkPrefix.length))!))

describe('a link', () => {
  const link = writeLink(scenario(), view, registry)

  it('restores scenario and view', () => {
    const opened = read(link)
    expect(opened.problems).toEqual([])
    expect(opened).toMatchObject({ view, stamp: { engine: engineVersion, numbers: numbersCounter }, notes: [] })
    expect(opened.scenario).toEqual({ ...freeze(scenario(), registry), behaviour: scenario().behaviour })
  })

  it('is the same again after reading, and works with the address before it', () => {
    expect(writeLink(read(link).scenario!, view, registry)).toBe(link)
    expect(read(`https://example.org/hengtu/?x=1${link}`).problems).toEqual([])
  })

  it('is short and holds only signs that survive in addresses', () => {
    expect(link.length).toBeLessThan(1000)
    expect(link).toMatch(/^#v1\.[A-Za-z0-9_-]+$/)
  })

  it('holds no school data: only the id and digest of the county', () => {
    const content = JSON.parse(contentOf(link)) as { s: object; c: unknown }
    expect(content.c).toEqual({ id: 'plain-county', digest: countyDigest(here) })
    expect(content.s).not.toHaveProperty('county')
    expect(contentOf(link)).not.toMatch(/rolls|seats|teacherPay|中学|小学/)
  })

  it('leaves out what was written down about schools', () => {
    const noted = writeLink({ ...scenario(), notes: { '12': '青山镇中心小学缺音乐教师' } }, view, registry)
    expect(noted).toBe(link)
  })
  it('keeps Chinese titles', () => expect(read(link).scenario!.title.zh).toBe('流动比例10%会改变什么？'))
})

describe('a link that cannot be opened says why', () => {
  it('county not here: its name and digest', () => {
    const { problems } = readLink(writeLink(scenario(), {}, registry), { registry, findCounty: () => undefined })
    expect(problems).toMatchObject([{ path: 'county', text: { zh: expect.stringContaining(countyDigest(here)) as string } }])
  })
  it('county changed: opens, with a note', () => {
    const changed = { ...here, radius: here.radius + 1 }
    expect(readLink(writeLink(scenario(), {}, registry), { registry, findCounty: () => changed })).toMatchObject({
      problems: [],
      notes: [{ path: 'county' }],
    })
  })
  it('newer version', () => expect(read('#v2.abc').problems[0]!.text.en).toContain('newer version (v2)'))
  it('values out of range, each with its place', () => {
    const content = JSON.parse(contentOf(writeLink(scenario(), {}, registry))) as {
      s: { arms: { policies: { set: Record<string, unknown> }[] }[] }
    }
    content.s.arms[1]!.policies[0]!.set['share'] = 7
    expect(read(linkOf(content)).problems).toMatchObject([{ path: 'arms[1].policies[0].set.share' }])
  })
  it('cut off, garbled, empty, not ours', () => {
    const link = writeLink(scenario(), view, registry)
    for (const broken of [
      '',
      '#',
      '#v1.',
      '#v1.@@',
      link.slice(0, -9),
      link.replace('#v1.', '#v1.AAAA'),
      linkOf({ s: {} }),
      linkOf(null),
      '#v1.____',
    ]) {
      expect(read(broken).problems.length, broken.slice(0, 30)).toBeGreaterThan(0)
    }
  })
  it('nested without an end: refused like any other, by a message that can be shown', () => {
    const content = contentOf(writeLink(scenario(), {}, registry))
    const deep = content.replace('"school-choice.distanceDecay":0.5', `"school-choice.distanceDecay":${'['.repeat(60_000)}${']'.repeat(60_000)}`)
    expect(deep.length).toBeGreaterThan(content.length)
    const bytes = new TextEncoder().encode(deep)
    const link = linkPrefix + toBase64url(deflateSync(bytes, { level: 9 }))
    expect(link.length).toBeLessThan(20_000)
    expect(read(link).problems).toHaveLength(1)
  })
  it('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => void read(`#v1.${text}`)))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void read(linkPrefix + toBase64url(bytes))))
  })
  it('a bomb: 12 kB that would inflate to 12 MB is refused without filling the memory', () => {
    const bomb = linkPrefix + toBase64url(deflateSync(new Uint8Array(12_000_000)))
    expect(bomb.length).toBeLessThan(20_000)
    expect(read(bomb).problems).toHaveLength(1)
  })
  it('longer than any scenario', () => expect(read(`#v1.${'A'.repeat(30_000)}`).problems[0]!.text.zh).toContain('过长'))
})

describe('base64url', () => {
  it('is that of RFC 4648', () => {
    expect(toBase64url(new TextEncoder().encode('foobar'))).toBe('Zm9vYmFy')
    expect(toBase64url(new Uint8Array([0xfb, 0xff]))).toBe('-_8')
    expect(fromBase64url('Zm9vYg')).toEqual(new TextEncoder().encode('foob'))
    expect(fromBase64url('A')).toBeUndefined()
  })
  it('goes there and back', () =>
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void expect(fromBase64url(toBase64url(bytes))).toEqual(bytes))))
})
