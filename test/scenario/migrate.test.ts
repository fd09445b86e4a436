import { describe, expect, it } from 'vitest'
import { migrations, type Migration } from '../../src/scenario/migrations/index.ts'
import { migrate } from '../../src/scenario/migrate.ts'
import { latestFormat } from '../../src/scenario/schema.ts'

const chain: readonly Migration[] = [
  { from: 1, name: '0002-name-becomes-title', up: ({ name, ...rest }) => ({ ...rest, title: name }) },
  {
    from: 2,
    name: '0003-years-become-a-span',
    up: ({ start, length, ...rest }) => ({ ...rest, years: { from: start, to: Number(start) + Number(length) } }),
  },
]

describe('migrate', () => {
  it('brings an old file forward, one numbered step after the other', () => {
    expect(migrate({ format: 1, name: 'x', start: 2026, length: 10 }, chain)).toEqual({
      file: { format: 3, title: 'x', years: { from: 2026, to: 2036 } },
      applied: ['0002-name-becomes-title', '0003-years-become-a-span'],
      problems: [],
    })
  })
  it('starts at the file’s own format', () =>
    expect(migrate({ format: 2, start: 1, length: 1 }, chain)).toMatchObject({ applied: ['0003-years-become-a-span'] }))
  it('leaves a file in the latest format alone', () => {
    const file = { format: 3, title: 'x' }
    expect(migrate(file, chain).file).toBe(file)
  })
  it('does not change what it was given', () => {
    const file = Object.freeze({ format: 1, name: 'x', start: 1, length: 1 })
    expect(() => migrate(file, chain)).not.toThrow()
  })
  it('is polite about the future', () =>
    expect(migrate({ format: 4 }, chain).problems).toMatchObject([
      { path: 'format', text: { en: expect.stringContaining('format 4') as string } },
    ]))
})

it('the shipped migrations are numbered without gaps up to the latest format', () => {
  expect(migrations.map(({ from }) => from)).toEqual(migrations.map((_, m) => m + 1))
  expect(latestFormat).toBe(1 + migrations.length)
  for (const { from, name } of migrations) expect(name).toMatch(new RegExp(`^${String(from + 1).padStart(4, '0')}-[a-z-]+$`))
})
