import { readFileSync } from 'node:fs'
import { apply, baselineOf, isClear, openRoster, review, type Draft, type Finding, type OpenOptions } from '../../src/roster/index.ts'

/** Bytes of a text fixture. */
export const fixtureBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

/** Opens bytes that must be readable. */
export async function draftOf(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<Draft> {
  const opened = await openRoster(bytes, name, options)
  if (!opened.draft) throw new Error(opened.problems.map((p) => `${p.path}: ${p.text.en}`).join('\n'))
  return opened.draft
}

/** Names of the checks of one class, in order. */
export const checksOf = (findings: readonly Finding[], kind: Finding['class']): string[] =>
  findings.filter((f) => f.class === kind).map((f) => f.check)

/** Presses the first “all alike” fix, or each row’s first one, of every must-fix finding until none is left. */
export function repaired(draft: Draft): Draft {
  let now = draft
  for (let round = 0; round < 40; round++) {
    const must = review(now).findings.find((f) => f.class === 'must')
    if (!must) return now
    const edits = must.all[0]?.edits ?? must.at.find((place) => place.fixes.length > 0)?.fixes[0]?.edits ?? []
    if (edits.length === 0) return now
    now = apply(now, { edits, why: must.text })
  }
  return now
}

/** The baseline level of a draft without open must-fix findings. */
export function levelOf(draft: Draft, regimeId: string, level: string) {
  const { table, findings } = review(draft)
  if (!isClear(findings)) throw new Error(checksOf(findings, 'must').join(', '))
  return baselineOf(table)
    .find((r) => r.regime.id === regimeId)!
    .levels.find((l) => l.level === level)!
}

/** County mean of an item, per the item’s unit. */
export const meanOf = (draft: Draft, regimeId: string, level: string, item: string): number =>
  levelOf(draft, regimeId, level).items.find((i) => i.item.id === item)!.mean
