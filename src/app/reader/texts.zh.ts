import type { Part } from './parts.ts'

/** The model’s own documents in Chinese, by path: taken apart when the page is built, loaded when somebody reads. */
export const texts = import.meta.glob<readonly Part[]>(['../../../docs/{odd,uncertainty,counties}.zh.md', '../../../docs/policies/*.zh.md', '../../../docs/generated/*.zh.md'], { query: '?parts', import: 'default', eager: true })
