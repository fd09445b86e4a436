/** The model’s own documents in a language, by path in `docs` without language and ending; or the address of a file with them, beside the page (`.ci/documents.ts`). */
declare module 'virtual:documents/*' {
  const documents: string | import('./library.ts').Texts
  export default documents
}
