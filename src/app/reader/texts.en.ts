/** The model’s own documents in English, by path: taken in when the page is built, loaded when somebody reads. */
export const texts = import.meta.glob<string>(
  ['../../../docs/{odd,uncertainty,counties}.md', '../../../docs/policies/*.md', '../../../docs/generated/*.md', '!../../../docs/**/*.zh.md'],
  { query: '?raw', import: 'default', eager: true },
)
