import { describe, expect, it } from 'vitest'
import {
  apply,
  baselineOf,
  checkTable,
  current,
  isClear,
  openRoster,
  redo,
  review,
  tableOf,
  undo,
  undoAll,
} from '../../src/roster/index.ts'
import { fc } from '../support/property.ts'
import { fixtureBytes } from './fixtures.ts'

/*
 * Whatever is done to a roster, reading it ends in rows whose numbers are known to be good, or in messages that say where and what.
 */

const base = new TextDecoder()
  .decode(fixtureBytes('29-private-and-points.csv'))
  .trim()
  .split('\n')
  .map((line) => line.split(','))

const oddText = fc.constantFrom(
  '',
  ' ',
  '—',
  '无',
  '１２３',
  '1,234',
  '12 3',
  '-5',
  '3.7',
  '1e3',
  '186人',
  '3亩',
  '120万元',
  '约40',
  '2025-03-05',
  '小学',
  '镇',
  '合计',
  'NaN',
  'Infinity',
  '__proto__',
  'constructor',
  '<b>1</b>',
  '=1+1',
  '"',
  'a"b',
  '😀',
  '\u0000',
  '99999999999999999999',
  '１，２３４',
)
const cell = fc.oneof(oddText, fc.string({ maxLength: 12 }), fc.integer({ min: -10, max: 100000 }).map(String))

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => row.map(quoted).join(',')).join('\n'))

const change = fc.record({ row: fc.nat(base.length - 1), column: fc.nat(base[0]!.length - 1), text: cell })
const shuffledRows = fc.shuffledSubarray(base.slice(1), { minLength: 0 })

/** The promise: clear rows hold usable numbers, unclear ones have addressed messages. */
async function holds(bytes: Uint8Array, name: string): Promise<void> {
  const opened = await openRoster(bytes, name)
  if (!opened.draft) {
    expect(opened.problems.length).toBeGreaterThan(0)
    for (const problem of opened.problems) expect(problem.text.zh && problem.hint?.zh && problem.path).toBeTruthy()
    return
  }
  const { table, findings } = review(opened.draft)
  for (const finding of findings) for (const place of finding.at) expect(place.address).toBeTruthy()
  if (!isClear(findings)) return
  for (const row of table.rows) {
    expect(row.values['pupils']).toSatisfy((n: unknown) => Number.isInteger(n) && (n as number) >= 0)
    expect(['primary', 'junior']).toContain(row.values['level'])
  }
  for (const regime of baselineOf(table)) {
    for (const level of regime.levels) {
      for (const item of level.items) {
        expect(item.stock.every((x) => Number.isNaN(x) || x >= -1e-9 || item.item.terms.length > 1)).toBe(true)
        if (item.missing > 0) expect(item.coefficient).toBeNaN()
      }
    }
  }
}

describe('fuzzing rosters', () => {
  it('cells replaced by anything, rows dropped and reordered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), shuffledRows, async (changes, rows) => {
        const all = [base[0]!, ...rows].map((row) => row.slice())
        for (const { row, column, text } of changes) if (all[row]) all[row]![column] = text
        await holds(csv(all), '测试.csv')
      }),
      { numRuns: 150 },
    )
  })

  it('bytes flipped, cut off and put in front', async () => {
    const whole = fixtureBytes('03-gb18030.csv')
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.uint8Array({ maxLength: 8 }),
        async (end, flips, front) => {
          const bytes = whole.slice(0, end)
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value
          await holds(Uint8Array.of(...front, ...bytes), 'a.csv')
        },
      ),
      { numRuns: 150 },
    )
  })

  it('any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 400, unit: 'grapheme' }), async (text) => holds(new TextEncoder().encode(text), 'x.txt')),
      { numRuns: 100 },
    )
  })

  it('every fix on offer can be pressed, undone and redone without losing anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 10 }), fc.array(fc.nat(), { maxLength: 8 }), async (changes, presses) => {
        const rows = base.map((row) => row.slice())
        for (const { row, column, text } of changes) if (row > 0) rows[row]![column] = text
        const opened = await openRoster(csv(rows), 'a.csv')
        if (!opened.draft) return
        let draft = opened.draft
        for (const press of presses) {
          const offered = checkTable(tableOf(current(draft), draft.set)).flatMap((f) =>
            [...f.all, ...f.at.flatMap((p) => p.fixes)].map((fix) => ({ fix, why: f.text })),
          )
          if (offered.length === 0) break
          const { fix, why } = offered[press % offered.length]!
          const next = apply(draft, { edits: fix.edits, why })
          expect(current(undo(next))).toEqual(current(draft))
          expect(current(redo(undo(next)))).toEqual(current(next))
          draft = next
        }
        expect(current(undoAll(draft))).toEqual(current(opened.draft))
      }),
      { numRuns: 80 },
    )
  })
})
