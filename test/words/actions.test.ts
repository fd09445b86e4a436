import { describe, expect, it } from 'vitest'
import { catalogues, type WordKey } from '../../src/words/index.ts'

/* Bar Q58: what failed, was refused or must wait says what to do. */

/** Said beside a button that does it, or where nothing has gone wrong. */
const beside: Readonly<Record<string, string>> = {
  'fan.failed': 'Try again, in the foot of the picture',
  'share.link.refused': 'Details, or try again, in the notice',
  'history.state.failed': 'Look, in the row of the file',
  'official.absent': 'no message: a case that must not occur did not',
}
const told = (Object.keys(catalogues.zh) as WordKey[]).filter((key) => /\.(failed|refused|wait|absent)$/.test(key))

describe('Q58 a message that something did not work', () => {
  it('names the next step in both languages, unless a button beside it does', () => {
    const silent = told.filter((key) => !(key in beside) && !(/请|再试|改存|改用/.test(catalogues.zh[key]) && /\b(try|use|press|save|close|choose|send|ask|reload)\b/i.test(catalogues.en[key])))
    expect(silent).toEqual([])
    expect(told.length).toBeGreaterThan(10)
  })
  it('and what is said to have its button still is a message', () => expect(Object.keys(beside).filter((key) => !told.includes(key as WordKey))).toEqual([]))
})
