import type { Spread } from '../../../engine/index.ts'
import type { Speech } from './doors.ts'

/** How much of the spread of the shown number is luck and how much is knowledge, as one sentence; shares of the variance. */
export function knowledgeSays({ t }: Speech, spread: Spread | null, year: number): string {
  if (!spread) return t('fan.split.none', { year })
  const knowledge = Math.round(spread.knowledgeShare * 100)
  return t('fan.split', { year, luck: 100 - knowledge, knowledge })
}
