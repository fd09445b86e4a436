/** The model’s own documents in Chinese, by path: taken in when the page is built, loaded when somebody reads. */
export const texts = import.meta.glob<string>(['../../../docs/{odd,uncertainty,counties}.zh.md', '../../../docs/policies/*.zh.md', '../../../docs/generated/*.zh.md'], { query: '?raw', import: 'default', eager: true })
