import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { lexer, type Token, type Tokens } from 'marked'
import type { Plugin } from 'vite'
import type { Part, Span, Words } from '../src/app/reader/parts.ts'

/*
 * The model's documents come into the page already taken apart: what reads Markdown stays here, and nothing that stands in a document
 * can become markup of the page.
 */

const inner = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : [])

/** The spans of one token; what is set in italics is read as it stands, as Chinese has none. */
function spansOf(token: Token): readonly Span[] {
  if (token.type === 'strong') return [{ strong: wordsOf(inner(token)) }]
  if (token.type === 'codespan') return [{ code: (token as Tokens.Codespan).text }]
  if (token.type === 'br') return [{ turn: true }]
  if (token.type === 'link') return [{ link: (token as Tokens.Link).href, words: wordsOf(inner(token)) }]
  if (token.type === 'em' || (token.type === 'text' && inner(token).length > 0)) return inner(token).flatMap(spansOf)
  return 'text' in token ? [token.text as string] : []
}

/** Neighbouring texts made one; a single text needs no list. */
function wordsOf(tokens: readonly Token[]): Words {
  const spans: Span[] = []
  for (const span of tokens.flatMap(spansOf)) {
    const before = spans.at(-1)
    if (typeof span === 'string' && typeof before === 'string') spans[spans.length - 1] = before + span
    else spans.push(span)
  }
  return spans.length === 1 && typeof spans[0] === 'string' ? spans[0] : spans
}

function partOf(token: Token): readonly Part[] {
  if (token.type === 'heading') return [{ heading: (token as Tokens.Heading).depth, words: wordsOf(inner(token)) }]
  if (token.type === 'paragraph') return [{ paragraph: wordsOf(inner(token)) }]
  if (token.type === 'text') return [{ words: wordsOf([token]) }]
  if (token.type === 'blockquote') return [{ quote: inner(token).flatMap(partOf) }]
  if (token.type === 'code') return [{ code: (token as Tokens.Code).text }]
  if (token.type === 'hr') return [{ line: true }]
  if (token.type === 'list') {
    const { items, ordered } = token as Tokens.List
    return [{ list: items.map((item) => item.tokens.flatMap(partOf)), ...(ordered && { numbered: true }) }]
  }
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [{ head: header.map((cell) => wordsOf(cell.tokens)), rows: rows.map((row) => row.map((cell) => wordsOf(cell.tokens))) }]
  }
  return []
}

/** The parts of a document in Markdown. */
export const partsOf = (text: string): readonly Part[] => lexer(text).flatMap(partOf)

/** Documents for those who use the model; what is written for those who change it stays in the repository. */
const shown = /^(odd|uncertainty|counties|policies\/[\w-]+|generated\/[\w-]+)$/
const endings = { zh: '.zh.md', en: '.md' } as const
type Language = keyof typeof endings

/** Files of the documents in a language, by path in `docs` without language and ending. */
function filesIn(docs: string, language: Language): readonly (readonly [id: string, file: string])[] {
  return readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join(posix.sep))
    .filter((file) => file.endsWith('.md') && file.endsWith('.zh.md') === (language === 'zh'))
    .map((file) => [file.slice(0, -endings[language].length), join(docs, file)] as const)
    .filter(([id]) => shown.test(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * Gives the documents of a language to whoever imports `virtual:documents/…`. Where `apart`, the built page gets the address of a file
 * that it fetches when somebody reads: they are no script.
 */
export function documentsInParts({ apart }: { readonly apart: boolean }): Plugin {
  const asked = /^\0?virtual:documents\/(zh|en)$/
  let docs = ''
  let built = false
  return {
    name: 'hengtu-documents',
    configResolved({ root, command }) {
      docs = join(root, 'docs')
      built = command === 'build'
    },
    resolveId: (source) => (asked.test(source) ? `\0${source}` : null),
    load(id) {
      const language = asked.exec(id)?.[1] as Language | undefined
      if (language === undefined) return null
      const files = filesIn(docs, language)
      for (const [, file] of files) this.addWatchFile(file)
      const documents = JSON.stringify(Object.fromEntries(files.map(([one, file]) => [one, partsOf(readFileSync(file, 'utf8'))])))
      if (!apart || !built) return `export default ${documents}`
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: `documents.${language}.json`, source: documents })}`
    },
  }
}
