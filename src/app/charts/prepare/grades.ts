import { sources, type Citation, type Source } from '../../../engine/index.ts'
import type { WordKey } from '../../../words/index.ts'

const entries: Readonly<Record<string, Source>> = sources

/** The document behind a citation; absent where the citation is this project’s own judgement. */
export const sourceOf = (citation: Citation): Source | undefined => entries[citation.source]

/** Word of a citation’s grade: official 官方, study 文献 or assumption 假设. */
export function gradeOf(citation: Citation): WordKey {
  const kind = sourceOf(citation)?.kind ?? 'assumption'
  return kind === 'assumption' ? 'door.grade.assumption' : kind === 'study' || kind === 'derived' ? 'door.grade.study' : 'door.grade.official'
}
