import { readFileSync } from 'node:fs'
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

/** Gives documents in parts to whoever imports them with `?parts`. */
export function documentsInParts(): Plugin {
  const asked = /\.md\?parts$/
  return {
    name: 'hengtu-documents',
    enforce: 'pre',
    load(id) {
      if (!asked.test(id)) return null
      const file = id.replace(/\?parts$/, '')
      this.addWatchFile(file)
      return `export default ${JSON.stringify(partsOf(readFileSync(file, 'utf8')))}`
    },
  }
}
