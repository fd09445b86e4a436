import { describe, expect, test } from 'vitest'
import { belowTwin, dictionaryTwin, givesTwin, yearsTwin } from '../../src/app/charts/prepare/report.ts'
import { openText } from '../../src/app/share/open.ts'
import { catalogues } from '../../src/words/index.ts'
import { csvOf, plain, printed } from '../../src/app/charts/prepare/twin.ts'
import { verdictTwin } from '../../src/app/charts/prepare/verdict-words.ts'
import { fill } from '../../src/words/fill.ts'
import type { Speech } from '../../src/app/charts/prepare/doors.ts'
import { shippedCounties } from '../../src/app/counties-later.ts'
import { readFileSync } from 'node:fs'
import { handFrame, handRun } from '../charts/hand-county.ts'

const speech: Speech = { language: 'zh', t: (key, slots) => fill(catalogues.zh[key], slots ?? {}) }
const run = handRun(1, [{ cv: 0.6 }, { cv: 0.502 }, { cv: 0.4 }])
const view = handFrame.standards['balance-2017']

describe('the table of all years', () => {
  const twin = yearsTwin(speech, handFrame, view, [run])
  test('has a row for every year, level and item, and its dictionary a meaning for every column', () => {
    expect(twin.rows.length).toBe(handFrame.years.length * 2 * view.items.length)
    expect(twin.rows.every((row) => row.length === twin.heads.length)).toBe(true)
    // 0.502 against 0.50 keeps its third digit
    const row = twin.rows.find((cells) => printed(cells[0]!) === '2027' && cells[1] === '小学')!
    expect(row.slice(5, 7).map(printed)).toEqual(['0.502', '0.50'])
    expect(row.slice(5, 7).map(plain)).toEqual(['0.502', '0.5'])
  })
})

describe('the data dictionary', () => {
  const below = belowTwin(speech, handFrame, view, [run], 0)
  test.each([
    ['the table of all years', yearsTwin(speech, handFrame, view, [run])],
    ['the official table', verdictTwin(speech, handFrame, view, [run], 0)],
    ['schools that do not pass', below],
  ])('is of the table it comes with: %s', (_, twin) => {
    const dictionary = dictionaryTwin(speech, twin)
    expect(dictionary.rows.map((row) => row[0])).toEqual(twin.heads)
    expect(dictionary.rows.every((row) => row[1] !== '')).toBe(true)
  })
  test('stands under a CSV, and no cell of it reads like a date', () => {
    const lines = csvOf(below, 'stamp').replace('\uFEFF', '').split('\n')
    // three schools that reach 1.00 in the one item and yet are said not to pass, then a line for each of the four columns, then the stamp
    expect(lines[0]).toBe('学校,学段,达标项数（共 1 项）,未达标的指标')
    expect(lines.slice(1, 4).map((line) => line.split(',')[2])).toEqual(['1', '1', '1'])
    expect(lines.slice(5, 9).map((line) => line.split(',')[0])).toEqual(below.heads)
    expect(lines.at(-1)).toBe('stamp')
    expect(lines.join('\n')).not.toMatch(/(^|,)\d+[/-]\d+(,|$)/m)
  })
})

describe('who gives, who gains', () => {
  test('has one row a kind of place, and net is moved in less moved out', () => {
    // every year school s of the hand-made county takes s teachers: 1 in town, 2 in the township, none in the village
    const { rows } = givesTwin(speech, handFrame, [run], handFrame.years.length - 1)
    expect(rows.map((row) => row.map(printed))).toEqual([
      ['县城', '0', '3', '+3', '0'],
      ['镇区', '0', '6', '+6', '0'],
      ['乡村', '0', '0', '0', '0'],
    ])
  })
})

describe('what somebody pastes', () => {
  const published = readFileSync('test/scenario/archive/0.1.0/links.txt', 'utf8').trim().split('\n')
  test('Q26 every published link and code opens', () => {
    expect(published.map((text) => openText(text, shippedCounties).kind)).toEqual(['scenario', 'code', 'code'])
  })
  test('a county file is taken as one', () => {
    const opened = openText(readFileSync('scenarios/counties/mountain-county.json', 'utf8'), [])
    expect(opened).toMatchObject({ kind: 'county', county: { id: 'mountain-county' } })
  })
  test('a link to a county that is not here names it; with its file it opens', () => {
    const link = readFileSync('test/scenario/foreign-link.txt', 'utf8')
    expect(openText(link, shippedCounties)).toMatchObject({ kind: 'refused', problems: [{ path: 'county', text: { zh: expect.stringContaining('far-county') as string } }] })
    const far = { ...shippedCounties.find((county) => county.id === 'mountain-county')!, id: 'far-county' }
    expect(openText(link, [...shippedCounties, far])).toMatchObject({ kind: 'scenario', notes: [] })
  })
  test.each([
    ['https://example.org/#v1.ab!cd', '“!”'],
    [published[0]!.slice(0, -9), '截断'],
    ['#v3.abc', 'v3'],
  ])('a broken link says which part failed: %s', (text, part) => {
    const opened = openText(text, shippedCounties)
    expect(opened.kind === 'refused' && opened.problems[0]!.text.zh).toContain(part)
  })
})
