import { firstClass, levelOfGrade } from '../county/cohorts.ts'
import { cohorts, type County } from '../county/county.ts'

/**
 * Writes every section’s raw mean, background-adjusted mean and value added from the classes, and keeps last year’s raw mean.
 *
 * @param gradient score per SD of family background that the adjustment takes off
 */
export function summariseScores(county: County, gradient: number): void {
  const { sections, classes, blocks } = county
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
      if (sections.level[s] !== level) continue
      const from = base + sections.firstSlot[s]
      for (let c = from; c < from + sections.slots[s]; c++) {
        pupils[s] += classes.size[c]
        sections.rawMean[s] += classes.scores[c]
        background[s] += classes.background[c]
        added[s] += classes.size[c] * classes.constant[c]
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
