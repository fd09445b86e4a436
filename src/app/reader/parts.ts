/*
 * A document in parts, as it was taken apart when the page was built (`.ci/documents.ts`): nothing here is markup, so text is only
 * ever drawn as text.
 */

/** Words in a row: a text, or texts with what is set apart among them. */
export type Words = string | readonly Span[]
export type Span = string | { readonly strong: Words } | { readonly code: string } | { readonly link: string; readonly words: Words } | { readonly turn: true }

export type Part =
  | { readonly heading: number; readonly words: Words }
  | { readonly paragraph: Words }
  | { readonly words: Words }
  | { readonly list: readonly (readonly Part[])[]; readonly numbered?: true }
  | { readonly quote: readonly Part[] }
  | { readonly code: string }
  | { readonly line: true }
  | { readonly head: readonly Words[]; readonly rows: readonly (readonly Words[])[] }

/** The spans of words. */
export const spansOf = (words: Words): readonly Span[] => (typeof words === 'string' ? [words] : words)

/** Words as one text; `withCode` = what is set in code too. */
export const textIn = (words: Words, withCode: boolean): string =>
  spansOf(words)
    .map((span) => (typeof span === 'string' ? span : 'strong' in span ? textIn(span.strong, withCode) : 'link' in span ? textIn(span.words, withCode) : 'code' in span && withCode ? span.code : ''))
    .join('')
