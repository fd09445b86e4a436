import type { Cell, Twin } from '../charts/prepare/twin.ts'
import { harmless } from '../charts/prepare/twin-files.ts'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

/** A cell as it is printed, made harmless for a spreadsheet, in one line. */
const said = (cell: Cell): string => (typeof cell === 'string' ? harmless(cell) : cell.text).replace(/[\t\r\n]+/g, ' ')

/** A table as HTML that an office program takes over with its borders. */
export function tableHtml({ heads, rows }: Twin): string {
  const cells = (tag: string, row: readonly Cell[]) => `<tr>${row.map((cell) => `<${tag} style="border:1px solid #888;padding:2pt 5pt">${escaped(said(cell))}</${tag}>`).join('')}</tr>`
  return `<table style="border-collapse:collapse"><thead>${cells('th', heads)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`
}

/** A table as plain text: its caption, lines of cells apart by tabs, and where it comes from. */
export const tableText = ({ heads, rows }: Twin, caption: string, stamp: string): string => [caption, ...[heads, ...rows].map((row) => row.map(said).join('\t')), stamp].join('\n')

const htmlBlob = (html: string): Blob => new Blob([html], { type: 'text/html' })

/** Puts a text on the clipboard in two forms, for word processors and for everything else; false where the browser refuses, or `html` does not come. A browser that asks whether somebody has just clicked is asked before it comes. */
export async function copyRich(html: string | Promise<string>, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': typeof html === 'string' ? htmlBlob(html) : html.then(htmlBlob), 'text/plain': new Blob([text], { type: 'text/plain' }) })])
    return true
  } catch {
    return false
  }
}

/** Copies a table with its caption and where it comes from. */
export const copyTable = (twin: Twin, caption: string, stamp: string): Promise<boolean> =>
  copyRich(`<p>${escaped(caption)}</p>${tableHtml(twin)}<p>${escaped(stamp)}</p>`, tableText(twin, caption, stamp))
