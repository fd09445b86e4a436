/*
 * Links: `#v1.` and the scenario, deflated, in base 64 for addresses. A link names its county by id and digest and never
 * carries school data; the reader must have the county. Reading is bounded: a link comes from anywhere.
 */
import { deflateSync, Inflate } from 'fflate'
import * as z from 'zod/mini'
import type { Bilingual, CountyDescription, Problem, Scenario } from '../engine/index.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { scanJson } from './json-scan.ts'
import { otherCounty, readScenarioValue, type ReadOptions } from './parse.ts'
import { upTo } from './bounded.ts'
import { problemAt } from './problems.ts'
import { sayShare } from './say-share.ts'
import { latestFormat, stampSchema, type Stamp } from './schema.ts'
import { countyDigest, currentStamp, freeze } from './write.ts'
import type { Registry } from './registry.ts'

/** What a link’s content begins with: its version. */
export const linkPrefix = '#v1.'
const longestLink = 20_000
const largestText = 200_000
const slice = 512

/** Where the reader should land: screen, year, item, selection, language. Flat, so that no school data fits in. */
export type View = Readonly<Record<string, string | number | boolean>>

const viewSchema = z.record(upTo(40), z.union([upTo(80), z.number(), z.boolean()]))
const contentSchema = z.strictObject({
  s: z.record(z.string(), z.unknown()),
  c: z.strictObject({ id: upTo(80), digest: upTo(32) }),
  m: stampSchema,
  v: z._default(viewSchema, {}),
})

/** The link of a scenario and a view: everything behind the address of the page. */
export function writeLink(scenario: Scenario, view: View, registry: Registry, stamp: Stamp = currentStamp()): string {
  const { county, notes: _, entered: __, ...rest } = freeze(scenario, registry)
  // what was written down about schools or entered by hand stays in the file; levers are frozen; of behaviour only what was changed, as a link must stay short: the stamp tells the rest
  const s = { format: latestFormat, ...rest, behaviour: scenario.behaviour }
  const content = { s, c: { id: county.id, digest: countyDigest(county) }, m: stamp, v: view }
  return linkPrefix + toBase64url(deflateSync(new TextEncoder().encode(JSON.stringify(content)), { level: 9 }))
}

/** What a link holds, with notes on what no longer exists, or every problem at once. */
export type ReadLink =
  | {
      readonly scenario: Scenario
      readonly view: View
      readonly stamp: Stamp
      readonly notes: readonly Problem[]
      readonly problems: readonly []
    }
  | { readonly scenario?: undefined; readonly problems: readonly Problem[] }

const refused = (...problems: readonly Problem[]): ReadLink => ({ problems })

/** The problem of a link or code of an edition that is not known here, such as `v2`. */
export const newerLink = (edition: string): Problem => problemAt([], sayShare.linkNewer(edition), sayShare.linkNewerHint)

/** Inflates in small steps and gives up when the text grows beyond any scenario. */
function inflated(bytes: Uint8Array): string | undefined {
  const parts: Uint8Array[] = []
  let size = 0
  let ended = false
  const stream = new Inflate((part, final) => {
    parts.push(part)
    size += part.length
    ended ||= final
  })
  try {
    for (let at = 0; at < bytes.length && size <= largestText; at += slice)
      stream.push(bytes.subarray(at, at + slice), at + slice >= bytes.length)
    if (!ended || size > largestText) return undefined
    const all = new Uint8Array(size)
    parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
    return new TextDecoder('utf-8', { fatal: true }).decode(all)
  } catch {
    return undefined
  }
}

/** Undefined where the text is no JSON, or deeper than any scenario: what is read of it must not be without an end. */
const parsed = (text: string): unknown => (scanJson(text).slip === undefined ? JSON.parse(text) : undefined)

type Unpacked = { readonly content: z.infer<typeof contentSchema>; readonly problem?: undefined } | { readonly problem: Bilingual }

/** The problem of a text that broke its reader. */
export const unreadable = (why: string): Problem => problemAt([], sayShare.broken(why), sayShare.linkHint)

/** Takes a link apart, layer by layer; the problem names the layer that does not hold. */
function unpack(fragment: string): Unpacked {
  if (!fragment.startsWith(linkPrefix)) return { problem: sayShare.linkStart }
  const packed = fragment.slice(linkPrefix.length)
  const strange = [...packed].findIndex((sign) => !/[\w-]/.test(sign))
  if (strange >= 0) return { problem: sayShare.linkSign([...packed][strange]!, linkPrefix.length + strange + 1) }
  const bytes = fromBase64url(packed)
  const text = bytes === undefined ? undefined : inflated(bytes)
  if (text === undefined) return { problem: sayShare.linkPacked(packed.length) }
  const content = contentSchema.safeParse(parsed(text))
  if (content.success) return { content: content.data }
  const part = String(content.error.issues[0]?.path[0] ?? '')
  return { problem: sayShare.linkPart(part) }
}

/** Gives the county of an id, if it is here; of several, the one with the digest. */
export type FindCounty = (id: string, digest: string) => CountyDescription | undefined

/** Reads a link, with or without the address before its `#`. `notes` say what may differ from what the sender saw. */
export function readLink(
  link: string,
  { registry, findCounty }: Pick<ReadOptions, 'registry'> & { readonly findCounty: FindCounty },
): ReadLink {
  if (link.length > longestLink) return refused(problemAt([], sayShare.linkLong, sayShare.linkHint))
  const fragment = link.slice(Math.max(0, link.indexOf('#'))).trim()
  const version = /^#v(\d+)\./.exec(fragment)?.[1]
  if (version !== undefined && version !== '1') return refused(newerLink(`v${version}`))
  const unpacked = unpack(fragment)
  if (unpacked.problem !== undefined) return refused(problemAt([], unpacked.problem, sayShare.linkHint))
  const { s, c, m, v } = unpacked.content
  const county = findCounty(c.id, c.digest)
  if (county === undefined) return refused(problemAt(['county'], sayShare.linkCounty(c.id, c.digest), sayShare.linkCountyHint))
  const read = readScenarioValue({ ...s, county }, { registry, loadCounty: () => undefined })
  if (read.scenario === undefined) return refused(...read.problems)
  return { scenario: read.scenario, view: v, stamp: m, notes: otherCounty(county, c.digest), problems: [] }
}
