import { describe, expect, it } from 'vitest'
import { displayWidth, textTable } from '../../src/cli/text-table.ts'

describe('tables in a terminal', () => {
  it('count two columns for a Chinese character and for full-width signs', () => {
    expect(displayWidth('学年')).toBe(4)
    expect(displayWidth('（CV）')).toBe(6)
    expect(displayWidth('0.502 ✓ m²')).toBe(10)
  })
  it('align numbers to the right and words to the left, whatever the script', () => {
    expect(
      textTable(
        [
          ['学年', 'name', '多支出'],
          ['2025', '县', '8,640万元'],
          ['2026', 'town', '0元'],
        ],
        '',
      ),
    ).toBe('学年  name     多支出\n2025  县    8,640万元\n2026  town        0元\n')
  })
  it('leave no space at the end of a line', () =>
    expect(
      textTable([
        ['a', 'b'],
        ['long', 'x'],
      ]),
    ).toBe('  a     b\n  long  x\n'))
})
