import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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
  const pages = ['odd.md', 'odd.zh.md', 'counties.md', 'counties.zh.md', 'add-a-policy.md', 'glossary.md', 'uncertainty.md', 'uncertainty.zh.md', 'rosters.md', 'rosters.zh.md', 'scenario-files.md', 'scenario-files.zh.md', '../README.md']
  const links = pages.flatMap((page) => [...written(page).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => [page, link!] as const))
  it.each(links)('%s leads to %s', (page, link) => {
    expect(existsSync(join('docs', dirname(page), link))).toBe(true)
  })
})

describe('what pages say in words', () => {
  it('of the short set of uncertain things is what its page counts', () => {
    const short = written('generated/parameter-sets.md').split('## ').find((part) => part.startsWith('The short set'))!
    const count = Math.max(...[...short.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number)))
    const words: Readonly<Record<number, readonly [string, string]>> = { 10: ['ten', '十'], 11: ['eleven', '十一'], 12: ['twelve', '十二'], 13: ['thirteen', '十三'], 14: ['fourteen', '十四'] }
    expect(written('uncertainty.md')).toContain(`${words[count]![0]} things`)
    expect(written('uncertainty.zh.md')).toContain(`最大的${words[count]![1]}项`)
  })

  it('of speed is dated: every heading names the version that was measured', () => {
    const heads = [...written('speed.md').matchAll(/^## (.*)$/gm)].map(([, head]) => head!)
    expect(heads.length).toBeGreaterThan(5)
    expect(heads.filter((head) => !/: versions? \d+\.\d+\.\d+/.test(head))).toEqual([])
  })
})

describe('the README', () => {
  const readme = written('../README.md')
  const [english, chinese] = readme.split('\n## 中文\n') as [string, string]
  const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort()

  it('shows the same commands in both halves', () => {
    const commands = /npx hengtu ([a-z-]+)/g
    expect(all(chinese, commands)).toEqual(all(english, commands))
    expect(all(english, commands).length).toBeGreaterThan(7)
  })

  it('names scripts that there are, the same in both halves', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const named = /npm (?:run )?([a-z:]+)/g
    expect(all(chinese, named)).toEqual(all(english, named))
    expect(all(english, named).filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it('leads Chinese readers to Chinese pages wherever there is one', () => {
    const english = all(chinese, /\]\((docs\/[^)]*\.md)\)/g).filter((link) => !link.endsWith('.zh.md'))
    expect(english.filter((link) => existsSync(link.replace('.md', '.zh.md')))).toEqual([])
  })
})
