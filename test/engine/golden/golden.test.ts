import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { numbersCounter } from '../../../src/engine/index.ts'
import { counterOf, entryFor, goldenTexts, saysNumbersChanged } from './golden-run.ts'

/*
 * If one of these fails, results changed. If that was meant: raise `numbersCounter`, say in CHANGELOG.md what changed, run
 * `npm run golden`, and read the difference before committing it.
 */

const texts = goldenTexts()
const read = (arm: string): string => readFileSync(`test/engine/golden/${arm}.txt`, 'utf8')

test.each([...texts.keys()])('the golden run %s is what it was', (arm) => {
  expect(texts.get(arm)).toBe(read(arm))
})

test('every golden file is run', () => {
  const files = readdirSync('test/engine/golden').filter((file) => file.endsWith('.txt'))
  expect(files.sort()).toEqual([...texts.keys()].map((arm) => `${arm}.txt`).sort())
})

test('the golden files carry the counter of the engine, and the change log says what changed with it', () => {
  for (const arm of texts.keys()) expect(counterOf(read(arm))).toBe(numbersCounter)
  const entry = entryFor(readFileSync('CHANGELOG.md', 'utf8'), numbersCounter)
  expect(entry).toBeDefined()
  expect(saysNumbersChanged(entry!)).toBe(true)
})

test('the change log has an entry for every counter up to now, newest first', () => {
  const counters = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## .*\(numbers (\d+)\)$/gm)].map((match) => Number(match[1]))
  expect([...new Set(counters)]).toEqual(Array.from({ length: numbersCounter }, (_, i) => numbersCounter - i))
})

describe('the arms', () => {
  test('share their past and part where their policies begin', () => {
    const states = (arm: string): string[] => [...texts.get(arm)!.matchAll(/^20\d\d .* ([0-9a-f]{16})$/gm)].map((match) => match[1]!)
    const quo = states('status-quo')
    expect(quo.length).toBe(6)
    expect(states('rotation')[0]).toBe(quo[0])
    expect(states('rotation')[1]).not.toBe(quo[1])
    expect(states('quota').slice(0, 2)).toEqual(quo.slice(0, 2))
    expect(states('quota')[2]).not.toBe(quo[2])
    expect(new Set([...texts.keys()].map((arm) => states(arm)[5])).size).toBe(texts.size)
  })
})

describe('the rules of golden files', () => {
  const log = '# Changes\n\n## 0.2.0 (numbers 2)\n\nNumbers changed: yes. Admission now fills zones before the lottery.\n\n## 0.1.0 (numbers 1)\n\nNumbers changed: no.\n'

  test('see a missing entry and an entry that says nothing', () => {
    expect(entryFor(log, 2)).toContain('0.2.0')
    expect(entryFor(log, 3)).toBeUndefined()
    expect(entryFor(log.replace('# Changes', '# Changes\n\n## 0.3.0 (numbers 2)\n\nNumbers changed: no.'), 2)).toContain('0.2.0')
    expect(saysNumbersChanged(entryFor(log, 2)!)).toBe(true)
    expect(saysNumbersChanged(entryFor(log, 1)!)).toBe(false)
    expect(saysNumbersChanged('Numbers changed: yes. \n')).toBe(false)
    expect(counterOf('numbers 12\nTiny')).toBe(12)
    expect(counterOf('Tiny')).toBeNaN()
  })
})
