import { firstClass, levelOfGrade } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'

/**
 * Writes every section’s raw mean, background-adjusted mean and value added from the classes, and keeps last year’s raw mean.
 *
 * @param gradient score per SD of family background that the adjustment takes off
 */
export function summariseScores(county: County, gradient: number): void {
  const { sections, blocks } = county
  const { level: levelOf, firstSlot, slots, rawMean } = sections
  const { size, scores, background: ofClass, constant } = county.classes
  const n = sections.count
  const pupils = new Int32Array(n)
  const background = new Float64Array(n)
  const added = new Float64Array(n)
  for (let s = 0; s < n; s++) sections.rawMeanBefore[s] = sections.rawMean[s]
  sections.rawMean.fill(0, 0, n)
  for (let b = 0; b < cohorts; b++) {
    if (blocks.grade[b] === 0) continue
    const level = levelOfGrade(blocks.grade[b])
    const base = firstClass(county, b)
    for (let s = 0; s < n; s++) {
      if (levelOf[s] !== level) continue
      const from = base + firstSlot[s]
      const to = from + slots[s]
      for (let c = from; c < to; c++) {
        pupils[s] += size[c]
        rawMean[s] += scores[c]
        background[s] += ofClass[c]
        added[s] += size[c] * constant[c]
      }
    }
  }
  for (let s = 0; s < n; s++) {
    const roll = pupils[s]
    sections.rawMean[s] = roll > 0 ? sections.rawMean[s] / roll : 0
    sections.adjustedMean[s] = roll > 0 ? sections.rawMean[s] - (gradient * background[s]) / roll : 0
    sections.valueAdded[s] = roll > 0 ? added[s] / roll : 0
  }
}
