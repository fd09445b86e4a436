import type { CountyDescription, Problem, Scenario } from '../../engine/index.ts'
import { readCode, settingsOf } from '../../scenario/code.ts'
import { linkPrefix, readLink, writeLink, type View as LinkView } from '../../scenario/link.ts'
import { ownRegistry } from '../../scenario/own-registry.ts'
import { readScenario } from '../../scenario/parse.ts'
import { scenarioDigest, writeScenario } from '../../scenario/write.ts'
import type { Draft } from '../stores/draft.ts'
import { books, countyOf } from './books.ts'

/* Everything that turns a scenario into text and back. Loaded when somebody shares or opens: the first screen does without. */

export type Opened =
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly view: LinkView; readonly notes: readonly Problem[] }
  | { readonly kind: 'code'; readonly county: string; readonly levers: Draft['levers'] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Opens whatever somebody gives: a link, a scenario file’s text, or a scenario code. Broken ones end in located messages. */
export function openText(text: string, counties: readonly CountyDescription[]): Opened {
  const trimmed = text.trim()
  if (trimmed.includes('#v') || trimmed.startsWith('http')) {
    const read = readLink(trimmed, { registry: ownRegistry, findCounty: (id) => counties.find((county) => county.id === id) })
    return read.scenario ? { kind: 'scenario', scenario: read.scenario, view: read.view, notes: read.notes } : { kind: 'refused', problems: read.problems }
  }
  if (trimmed.startsWith('{') || trimmed.length > 60) {
    const read = readScenario(text, { registry: ownRegistry, loadCounty: (from) => fileOf(from, counties) })
    return read.scenario ? { kind: 'scenario', scenario: read.scenario, view: {}, notes: [] } : { kind: 'refused', problems: read.problems }
  }
  const read = readCode(books, trimmed)
  if (!read.book) return { kind: 'refused', problems: read.problems }
  return { kind: 'code', county: countyOf(read.book.letter) ?? '', levers: Object.fromEntries(settingsOf(read.book, read.positions)) }
}

/** A scenario file may name a shipped county by its path. */
function fileOf(from: string, counties: readonly CountyDescription[]): string | undefined {
  const id = from.replace(/^.*\//, '').replace(/\.json$/, '')
  const county = counties.find((one) => one.id === id)
  return county ? JSON.stringify(county) : undefined
}

/** The link of a scenario and a view, without the address of the page. */
export const linkOf = (scenario: Scenario, view: LinkView): string => writeLink(scenario, view, ownRegistry)

/** The text of the scenario’s file: every value written out, the county inside. */
export const fileText = (scenario: Scenario): string => writeScenario(scenario, ownRegistry)

/** Digest of the scenario’s meaning, as the command line prints it. */
export const digestOf = (scenario: Scenario): string => scenarioDigest(scenario, ownRegistry)

export { linkPrefix }
