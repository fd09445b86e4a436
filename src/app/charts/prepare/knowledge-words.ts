import type { Spread } from '../../../engine/index.ts'
import type { SetsKind } from '../../stores/runs/parameter-sets.ts'
import type { Speech } from './doors.ts'
import type { KnowledgeBand } from './knowledge.ts'
import { insideBand } from './shown.ts'

/** What the hatched band is: of how many parameter sets, drawn or found to fit the facts, and how many of their runs it holds. */
export const bandSays = ({ t }: Pick<Speech, 't'>, { sets, replicates, runs }: KnowledgeBand, kind: SetsKind): string =>
  t(kind === 'accepted' ? 'fan.band.accepted' : 'fan.band', { sets, replicates, runs, inside: insideBand(runs, 10) })

/** How much of the spread of the shown number is luck and how much is knowledge, as one sentence; shares of the variance. */
export function knowledgeSays({ t }: Speech, spread: Spread | null, year: number): string {
  if (!spread) return t('fan.split.none', { year })
  const knowledge = Math.round(spread.knowledgeShare * 100)
  return t('fan.split', { year, luck: 100 - knowledge, knowledge })
}
