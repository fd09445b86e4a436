import { expect, test } from 'vitest'
import { expectEqual, expectThat, InvariantError } from '../../../src/engine/kernel/expect.ts'

test('an invariant that fails says what, what it expected and what it got', () => {
  expect(() => expectEqual('pupils placed', 412, 411, 'year 2029, step admission')).toThrow('pupils placed: expected 412, got 411 (year 2029, step admission)')
  expect(() => expectEqual('pupils placed', 412, 411)).toThrow(/^pupils placed: expected 412, got 411$/)
  expect(() => expectEqual('pupils', 1, NaN)).toThrow(InvariantError)
  expect(() => expectThat(false, 'ledger: unknown actor x')).toThrow(new InvariantError('ledger: unknown actor x'))
})

test('one that holds says nothing', () => {
  expect(() => expectEqual('pupils', 3, 3)).not.toThrow()
  expect(() => expectThat(true, 'nothing')).not.toThrow()
})
