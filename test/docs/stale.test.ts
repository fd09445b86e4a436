import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { columnNames } from '../../docs/generator/column-names.ts'
import { declaredPages } from '../../docs/generator/pages.ts'
import { columnsOf } from '../../src/engine/index.ts'

const written = (path: string): string => {
  try {
    return readFileSync(join('docs', path), 'utf8')
  } catch {
    return ''
  }
}

describe('generated documents', () => {
  it.each(declaredPages().map((page) => [page.path, page.text] as const))('docs/%s is up to date (npm run docs)', (path, text) => {
    expect(written(path)).toBe(text)
  })

  it('every column of the county has a Chinese wording, and no wording is left over', () => {
    const declared = Object.entries(columnsOf).map(([name, columns]) => [name, Object.keys(columns).sort()] as const)
    const worded = Object.entries(columnNames).map(([name, columns]) => [name, Object.keys(columns).sort()] as const)
    expect(Object.fromEntries(worded)).toEqual(Object.fromEntries(declared))
  })
})

describe('links between documents', () => {
  const pages = ['odd.md', 'odd.zh.md', 'counties.md', 'counties.zh.md', 'add-a-policy.md', 'glossary.md', 'uncertainty.md', 'uncertainty.zh.md']
  const links = pages.flatMap((page) => [...written(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => [page, link!] as const))
  it.each(links)('%s leads to %s', (_, link) => {
    expect(() => readFileSync(join('docs', link))).not.toThrow()
  })
})
