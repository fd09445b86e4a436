import { readFileSync } from 'node:fs'
import type { CountyDescription } from '../../src/engine/index.ts'
import { writeLink } from '../../src/scenario/link.ts'
import { ownRegistry } from '../../src/scenario/own-registry.ts'

/*
 * A page of its own computes forty runs of fifteen years before anything can be asked of it. A test that needs such a page, but not
 * all those runs, opens it with a link: the first county, nothing decided, two runs of six years.
 */

export const fewRuns = 2

/** The fragment of an address, without its sign. */
export function fewRunsLink(): string {
  const { $schema: _, ...county } = JSON.parse(readFileSync('scenarios/counties/plain-county.json', 'utf8')) as CountyDescription & { readonly $schema?: string }
  const title = { zh: '少量模拟', en: 'Few runs' }
  return writeLink({ id: 'few', title, seed: '2026', years: { from: county.year, to: county.year + 5 }, replicates: fewRuns, county, behaviour: {}, arms: [{ id: 'plan', policies: [] }] }, {}, ownRegistry).slice(1)
}
