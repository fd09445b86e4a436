import type { CountyDescription, Problem, Scenario } from '../../engine/index.ts'
import { readCode, settingsOf } from '../../scenario/code.ts'
import { newerLink, readLink, unreadable, writeLink, type View as LinkView } from '../../scenario/link.ts'
import { ownRegistry } from '../../scenario/own-registry.ts'
import { behaviourOf } from '../../scenario/registry.ts'
import { readCounty, readScenario } from '../../scenario/parse.ts'
import type { Days } from '../../scenario/days.ts'
import type { Stamp } from '../../scenario/schema.ts'
import { countyDigest, currentStamp, isOtherModel, scenarioDigest, writeScenario, writeWithoutCounty } from '../../scenario/write.ts'
import type { Draft } from '../stores/draft/draft.ts'
import { books, countyOf } from './books.ts'

/* Everything that turns a scenario into text and back. Loaded when somebody shares or opens: the first screen does without. */

export type Opened =
  | { readonly kind: 'scenario'; readonly linked: boolean; readonly scenario: Scenario; readonly view: LinkView; readonly stamp: Stamp | undefined; readonly days?: Days | undefined; readonly notes: readonly Problem[] }
  | { readonly kind: 'county'; readonly county: CountyDescription }
  | { readonly kind: 'code'; readonly county: string; readonly levers: Draft['levers'] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

const refused = (problems: readonly Problem[]): Opened => ({ kind: 'refused', problems })

/** Opens whatever somebody gives: a link, a scenario file’s text, or a scenario code. Broken ones end in located messages. */
export function openText(text: string, counties: readonly CountyDescription[]): Opened {
  try {
    return openKind(text, counties)
  } catch (error) {
    // it comes from anywhere: what no reader foresaw must not keep the page from opening
    return refused([unreadable(String(error))])
  }
}

function openKind(text: string, counties: readonly CountyDescription[]): Opened {
  const trimmed = text.trim()
  // what a file holds is no link, whatever its notes and sources say
  if (trimmed.startsWith('{')) return openFile(text, counties)
  const [, edition, code] = /#c(\d+)\.([\w-]+)$/.exec(trimmed) ?? []
  if (code !== undefined) return edition === '1' ? openCode(code) : refused([newerLink(`c${edition}`)])
  if (trimmed.includes('#v') || trimmed.startsWith('http')) {
    const read = readLink(trimmed, { registry: ownRegistry, findCounty: (id, digest) => linkedCounty(id, digest, counties) })
    return read.scenario ? { kind: 'scenario', linked: true, scenario: withoutDefaults(read.scenario), view: read.view, stamp: read.stamp, notes: read.notes } : refused(read.problems)
  }
  return trimmed.length > 60 ? openFile(text, counties) : openCode(trimmed)
}

function openFile(text: string, counties: readonly CountyDescription[]): Opened {
  if (isCountyFile(text.trim())) {
    const read = readCounty(text)
    return read.county ? { kind: 'county', county: read.county } : refused(read.problems)
  }
  const read = readScenario(text, { registry: ownRegistry, loadCounty: (from, digest) => fileOf(from, digest, counties) })
  return read.scenario ? { kind: 'scenario', linked: false, scenario: withoutDefaults(read.scenario), view: {}, stamp: read.stamp, days: read.days, notes: read.notes } : refused(read.problems)
}

/** The county a link or file means: the one with its digest, though it be here under an id of its own; else the one of its id. */
function linkedCounty(id: string, digest: string | undefined, counties: readonly CountyDescription[]): CountyDescription | undefined {
  const own = counties.filter((county) => county.id.startsWith(`${id.slice(0, longestStem)}-`)).map((county) => ({ ...county, id }))
  return own.find((county) => countyDigest(county) === digest) ?? counties.find((county) => county.id === id)
}

/** Letters kept of an id that is told apart by a digest. */
const longestStem = 70

/** An id of a county’s own, where another county has the one it came with. */
export const ownId = (county: CountyDescription): string => `${county.id.slice(0, longestStem)}-${countyDigest(county).slice(0, 8)}`

/** A saved file writes every constant out, so that it keeps its meaning, and so may a link; those at today’s default are nobody’s decision. */
function withoutDefaults(scenario: Scenario): Scenario {
  const known = behaviourOf(ownRegistry)
  const decided = Object.entries(scenario.behaviour).filter(([name, value]) => known.get(name)?.default !== value)
  return { ...scenario, behaviour: Object.fromEntries(decided) }
}

/** A county file by itself, as the page saves it: sent along with a link that must not carry school data. */
function isCountyFile(text: string): boolean {
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>>
    return !('arms' in value) && !('format' in value) && 'townships' in value && 'schools' in value
  } catch {
    return false
  }
}

function openCode(text: string): Opened {
  const read = readCode(books, text)
  if (!read.book) return refused(read.problems)
  return { kind: 'code', county: countyOf(read.book.letter) ?? '', levers: Object.fromEntries(settingsOf(read.book, read.positions)) }
}

/** A scenario file may name its county by a path: it is asked for among those that are here. */
function fileOf(from: string, digest: string | undefined, counties: readonly CountyDescription[]): string | undefined {
  const county = linkedCounty(from.replace(/^.*\//, '').replace(/\.json$/, ''), digest, counties)
  return county ? JSON.stringify(county) : undefined
}

/** The link of a scenario and a view, without the address of the page. */
export const linkOf = (scenario: Scenario, view: LinkView, stamp?: Stamp): string => writeLink(scenario, view, ownRegistry, stamp)

/** Before a scenario code in an address: opens the code. */
export const codePrefix = '#c1.'

/** The text of the scenario’s file: every value written out, the county inside. */
export const fileText = (scenario: Scenario, stamp?: Stamp, days?: Days): string => writeScenario(scenario, ownRegistry, stamp, days)

/** The text of a scenario file that only names its county. */
export const settingsText = (scenario: Scenario, stamp?: Stamp, days?: Days): string => writeWithoutCounty(scenario, ownRegistry, stamp, days)

/** Digest of the scenario’s meaning, as the command line prints it. */
export const digestOf = (scenario: Scenario): string => scenarioDigest(scenario, ownRegistry)

export { countyDigest, currentStamp, isOtherModel }
