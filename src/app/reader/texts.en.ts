import type { Part } from './parts.ts'

/** The model’s own documents in English, by path: taken apart when the page is built, loaded when somebody reads. */
export const texts = import.meta.glob<readonly Part[]>(
  ['../../../docs/{odd,uncertainty,counties}.md', '../../../docs/policies/*.md', '../../../docs/generated/*.md', '!../../../docs/**/*.zh.md'],
  { query: '?parts', import: 'default', eager: true },
)
