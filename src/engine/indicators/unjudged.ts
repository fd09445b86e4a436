import { levels } from '../declare.ts'
import type { ChecklistItem } from '../norms/checklist.ts'
import { measures } from './measures/index.ts'

/** County columns of an item that no number of its text judges: its result does not rest on them, so they are told beside it. */
export const unjudgedColumns = (item: ChecklistItem): readonly string[] =>
  item.measures.flatMap((id) => {
    const measure = measures.find((one) => one.id === id)
    if (measure === undefined || Object.keys(measure.thresholds).length > 0) return []
    return measure.only === undefined ? levels.map((level) => `${id}.${level}`) : [`${id}.${measure.only}`]
  })
