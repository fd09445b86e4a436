import type { SectionFacts, Series } from '../../../engine/index.ts'
import { middle, sectionCell, type Frame, type ItemView, type StandardView } from './frame.ts'
import { value } from './columns.ts'
import { middlePair, type Pair } from './pairs.ts'

/** The school that a plan costs most: backbone teachers, or, where no school loses one, an item’s value. */
export type Loss =
  | { readonly kind: 'backbone'; readonly fact: SectionFacts; readonly change: number }
  | { readonly kind: 'item'; readonly fact: SectionFacts; readonly item: ItemView; readonly change: number }

/** A column of a section under the plan and under the baseline of the same seed, pair by pair. */
const sides = (frame: Frame, runs: readonly Series[], pairs: readonly Series[], year: number, section: number, column: string): readonly Pair[] =>
  pairs.slice(0, runs.length).map((pair, k) => ({ plan: sectionCell(frame, runs[k]!, year, section, column), baseline: sectionCell(frame, pair, year, section, column) }))

/** The difference of a section: the middle of the pairs. */
const paired = (frame: Frame, runs: readonly Series[], pairs: readonly Series[], year: number, section: number, column: string): number =>
  middle(sides(frame, runs, pairs, year, section, column).map(({ plan, baseline }) => plan - baseline))

/** The pair of numbers whose difference a loss is. */
export const sidesOfLoss = (frame: Frame, loss: Loss, runs: readonly Series[], pairs: readonly Series[], year: number): Pair =>
  middlePair(sides(frame, runs, pairs, year, loss.fact.section, loss.kind === 'backbone' ? 'backbone' : value(loss.item.id)))

/**
 * Who loses most in a year against the baseline under the same seeds; null if nobody does. Ties go to the lower section number.
 *
 * @param pairs baseline runs; only as many runs count as have a pair
 */
export function losesMost(frame: Frame, view: StandardView, runs: readonly Series[], pairs: readonly Series[], year: number): Loss | null {
  const both = pairs.slice(0, runs.length)
  if (both.length === 0) return null
  const least = (column: string, scale: (fact: SectionFacts) => number) =>
    frame.facts.reduce<{ readonly fact: SectionFacts; readonly change: number; readonly size: number } | null>((worst, fact) => {
      const change = paired(frame, runs, both, year, fact.section, column)
      const size = change / scale(fact)
      return size < (worst?.size ?? 0) ? { fact, change, size } : worst
    }, null)
  const backbone = least('backbone', () => 1)
  if (backbone) return { kind: 'backbone', fact: backbone.fact, change: backbone.change }
  const losses = view.items.flatMap((item) => {
    const loss = least(value(item.id), (fact) => item.standard?.[fact.level] ?? 1)
    return loss ? [{ ...loss, item }] : []
  })
  const worst = losses.reduce<(typeof losses)[number] | null>((all, one) => (all === null || one.size < all.size ? one : all), null)
  return worst && worst.size <= -0.01 ? { kind: 'item', fact: worst.fact, item: worst.item, change: worst.change } : null
}
