import inEnglish from 'virtual:documents/en'
import inChinese from 'virtual:documents/zh'
import type { Language } from '../../words/index.ts'
import { textIn, type Part } from './parts.ts'

/** A document about the model, as it stands in `docs`. */
export interface Document {
  /** Path without language and ending: `policies/teacher-rotation`. */
  readonly id: string
  readonly title: string
  readonly parts: readonly Part[]
  readonly headings: readonly Heading[]
}

/** A heading of a document, with the name it is reached by. */
export interface Heading {
  readonly text: string
  readonly anchor: string
  readonly depth: number
}

/** Where a link in a document leads: to another document, out of the app, or nowhere that is here. */
export type Way = { readonly document: string; readonly heading?: string } | { readonly address: string } | null

/** Documents by path. */
export type Texts = Readonly<Record<string, readonly Part[]>>

const idOf = (path: string): string => path.replace(/(\.zh)?\.md$/, '')

/** The name of a heading in an address: letters, digits and Chinese, joined by hyphens. */
export const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** A heading is read without what is set in code behind its words, and found by all of it. */
const headingsOf = (parts: readonly Part[]): readonly Heading[] =>
  parts.flatMap((part) => ('heading' in part ? [{ text: textIn(part.words, false).trim(), anchor: anchorOf(textIn(part.words, true)), depth: part.heading }] : []))

/** Groups of the table of contents, in reading order. */
export const shelves = ['model', 'policies', 'tables'] as const
export type Shelf = (typeof shelves)[number]
export const shelfOf = ({ id }: Pick<Document, 'id'>): Shelf => (id.startsWith('policies/') ? 'policies' : id.startsWith('generated/') ? 'tables' : 'model')

/** First the model, then what it gets right and wrong, then the rest by name. */
const first = ['odd', 'uncertainty', 'counties', 'generated/validation', 'generated/sources', 'generated/parameters']
const rank = (id: string): number => (first.includes(id) ? first.indexOf(id) : first.length)

/** Documents by path, in the order of reading. */
export const documentsOf = (texts: Texts): readonly Document[] =>
  Object.entries(texts)
    .map(([id, parts]): Document => {
      const headings = headingsOf(parts)
      return { id, title: headings[0]?.text ?? id, parts, headings }
    })
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** The documents of a language. Rejects where they lie beside the page and do not come. */
export async function libraryOf(language: Language): Promise<readonly Document[]> {
  const documents = language === 'zh' ? inChinese : inEnglish
  if (typeof documents !== 'string') return documentsOf(documents)
  const answer = await fetch(documents)
  if (!answer.ok) throw new Error(`${documents}: ${answer.status}`)
  return documentsOf((await answer.json()) as Texts)
}

/** Where a link in `from` leads. Only documents that are here and addresses with https or http are ways. */
export function wayOf(href: string, from: string, documents: readonly Document[]): Way {
  if (/^https?:\/\//.test(href)) return { address: href }
  const [path = '', heading = ''] = href.split('#')
  const to = path === '' ? from : idOf(joined(from, path))
  if (!documents.some((one) => one.id === to)) return null
  return heading === '' ? { document: to } : { document: to, heading: anchorOf(decodeURIComponent(heading)) }
}

/** A path seen from a document’s folder. */
function joined(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Headings that contain every word asked for, in any document; at most `most`. */
export function search(documents: readonly Document[], asked: string, most = 60): readonly { readonly document: Document; readonly heading: Heading }[] {
  const words = asked.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return []
  return documents
    .flatMap((document) => document.headings.map((heading) => ({ document, heading })))
    .filter(({ document, heading }) => words.every((word) => `${document.title} ${heading.text} ${heading.anchor}`.toLowerCase().includes(word)))
    .slice(0, most)
}
