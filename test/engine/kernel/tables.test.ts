import { describe, expect, test } from 'vitest'
import { createTables, float64, int16, int32, int8, uint16, uint8 } from '../../../src/engine/kernel/tables.ts'

const shapes = {
  first: { columns: { a: int8('a'), b: uint8('b'), c: int16('c') }, capacity: 3 },
  second: { columns: { d: uint16('d'), e: int32('e'), f: float64('f') }, capacity: 5 },
} as const

describe('tables', () => {
  test('give every column its kind and capacity, and start empty', () => {
    const { first, second } = createTables(shapes).tables
    expect(first.a).toBeInstanceOf(Int8Array)
    expect(first.b).toBeInstanceOf(Uint8Array)
    expect(first.c).toBeInstanceOf(Int16Array)
    expect(second.d).toBeInstanceOf(Uint16Array)
    expect(second.e).toBeInstanceOf(Int32Array)
    expect(second.f).toBeInstanceOf(Float64Array)
    expect([first.count, first.capacity, second.count, second.capacity]).toEqual([0, 3, 0, 5])
    expect([first.a.length, second.f.length]).toEqual([3, 5])
    expect([...second.f]).toEqual([0, 0, 0, 0, 0])
  })

  test('keep their columns apart in the common buffer', () => {
    const { first, second } = createTables(shapes).tables
    const columns = [first.a, first.b, first.c, second.d, second.e, second.f]
    columns.forEach((column, i) => column.fill(i + 1))
    columns.forEach((column, i) => expect([...column].every((value) => value === i + 1)).toBe(true))
    expect(new Set(columns.map((column) => column.buffer)).size).toBe(1)
    for (const column of columns) expect(column.byteOffset % 8).toBe(0)
  })

  test('are brought back by a saved state, row counts included, as often as wanted', () => {
    const { tables, save, restore } = createTables(shapes)
    tables.first.count = 2
    tables.second.count = 4
    tables.second.f.set([1.5, NaN, -0, Infinity])
    const saved = save()
    for (let round = 0; round < 2; round++) {
      tables.first.count = 3
      tables.second.count = 0
      tables.second.f.fill(9)
      tables.first.a.fill(-7)
      restore(saved)
      expect([tables.first.count, tables.second.count]).toEqual([2, 4])
      expect([...tables.second.f]).toEqual([1.5, NaN, -0, Infinity, 0])
      expect([...tables.first.a]).toEqual([0, 0, 0])
    }
  })

  test('save a copy that later writing does not reach, equal for equal states', () => {
    const { tables, save } = createTables(shapes)
    const before = save()
    tables.second.e[0] = 5
    expect(before).not.toEqual(save())
    tables.second.e[0] = 0
    expect(save()).toEqual(before)
    tables.first.count = 1
    expect(save()).not.toEqual(before)
  })

  test('can be brought back in other tables of the same shapes', () => {
    const one = createTables(shapes)
    one.tables.first.count = 1
    one.tables.first.c[0] = -300
    const two = createTables(shapes)
    two.restore(one.save())
    expect(two.tables.first.count).toBe(1)
    expect(two.tables.first.c[0]).toBe(-300)
    expect(two.save()).toEqual(one.save())
  })
})
