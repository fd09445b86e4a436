import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesUnder, root, textOf } from '../support/source-files.ts'

/** Files of the repository, if this is one (an unpacked archive is not), else those of the folders that ship. */
function shipped(): string[] {
  if (existsSync(join(root, '.git'))) return execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)
  return [...filesUnder(['src', 'workers', 'scenarios', 'docs', '.ci'], ['']), 'package.json', 'package-lock.json', 'index.html']
}

const files = shipped().filter((file) => existsSync(join(root, file)))
const isText = (file: string): boolean => !/\.(png|jpg|ico|xlsx|parquet|woff2?)$/.test(file)

describe('what ships', () => {
  test('stands under the given top level', () => {
    const allowed = [
      'src', 'workers', 'scenarios', 'test', 'docs', '.ci', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts',
      'tsconfig.json', 'README.md', 'LICENSE', 'CITATION.cff', 'CHANGELOG.md', '.gitignore', '.gitattributes',
    ] // prettier-ignore
    const top = [...new Set(files.map((file) => file.split('/')[0]!))]
    expect(top.filter((name) => !allowed.includes(name))).toEqual([])
  })

  test('loads nothing from elsewhere', () => {
    const loads = /(?:src|href|import|from|fetch|url|Worker)\s*[=(]?\s*["'`(]+https?:\/\//
    const ours = files.filter((file) => /^(src|workers|index\.html)/.test(file) && isText(file))
    expect(ours.filter((file) => textOf(file).split('\n').some((line) => loads.test(line) && !/\bhref="https:\/\/[^"]+"[^>]*rel="/.test(line)))).toEqual([])
  })

  test('keeps no address of a package registry', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }> }
    const entries = Object.entries(lock.packages).filter(([path]) => path !== '')
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([])
    expect(entries.filter(([, entry]) => entry.integrity === undefined && !entry.link).map(([path]) => path)).toEqual([])
    expect(existsSync(join(root, '.npmrc'))).toBe(false)
  })

  test('has files short enough to be one idea', () => {
    // catalogues of words and of sources are lists, not ideas
    const lists = /^src\/(words\/(en|zh)\.ts|engine\/sources)/
    const code = files.filter((file) => /^(src|workers)\/.*\.(ts|svelte)$/.test(file) && !lists.test(file))
    const lengths = code.map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    const long = lengths.filter(({ lines }) => lines > 200).map(({ file, lines }) => `${file} ${lines}`)
    if (long.length > 0) console.warn(`over 200 lines, a reason to talk: ${long.join(', ')}`)
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  })

  test('keeps versions in step', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string }
    const numbers = /numbersCounter = (\d+)/.exec(textOf('src/engine/version.ts'))![1]
    expect(textOf('src/engine/version.ts')).toContain(`engineVersion = '${version}'`)
    expect(textOf('CITATION.cff')).toContain(`\nversion: ${version}\n`)
    const day = /engineReleased = ('[\d-]+')/.exec(textOf('src/engine/version.ts'))![1]
    expect(textOf('CITATION.cff')).toContain(`\ndate-released: ${day}\n`)
    const entries = textOf('CHANGELOG.md').split('\n## ').slice(1)
    expect(entries[0]).toMatch(new RegExp(`^${version.replaceAll('.', '\\.')} \\(numbers ${numbers}\\)\n`))
    expect(entries.filter((entry) => !entry.includes('\nNumbers changed: '))).toEqual([])
  })
})
