import { describe, expect, it, vi } from 'vitest'
import { AllotForm } from '../../../../src/app/stores/roster/allot-form.svelte.ts'
import { beginWith, ruleOf } from '../../../../src/app/stores/roster/allot-rule.ts'
import { RosterImport } from '../../../../src/app/stores/roster/import.svelte.ts'
import { rosterThreads } from '../../../support/roster-threads.ts'

/* Directed places: what is written is allotted or refused, never rounded, and a result goes with the rule that made it. */

const table = '初中学校\t符合条件人数\t城乡类型\n第一中学\t500\t城区\n第二中学\t300\t镇区\n第三中学\t101\t乡村\n'
async function opened(content = table) {
  const held: (() => void)[] = []
  let holds = false
  let asked = 0
  const { hire } = rosterThreads((call, answer) => (call === 'allotment' && ++asked && holds ? new Promise((resolve) => held.push(() => resolve(answer()))) : answer()))
  const roster = new RosterImport('places', hire)
  await roster.choose({ name: '粘贴', content })
  const form = new AllotForm(beginWith('by-leavers'))
  return { roster, form, held, hold: () => (holds = true), times: () => asked, ask: () => form.follow(roster, ruleOf(form.rule, '高中')) }
}
const places = (form: AllotForm) => form.made!.report!.seniors[0]!.allotment.units.map((unit) => unit.places)

describe('directed places', () => {
  it('are allotted as written: 90 of 901 leavers', async () => {
    const { form, ask } = await opened()
    form.seats = '90'
    await ask()
    // 49.945, 29.967 and 10.089: whole parts 88, two remainders
    expect(places(form)).toEqual([50, 30, 10])
    form.seats = '0'
    await ask()
    expect([form.seatsAreWrong, places(form)]).toEqual([false, [0, 0, 0]])
  })
  it('are none where no number of places is written, and nothing is asked', async () => {
    const { form, ask, times } = await opened()
    await ask()
    const before = times()
    for (const text of ['-5', '', '360.7', '1e3', '12345678', '十']) {
      form.seats = text
      await ask()
      expect([text, form.seatsAreWrong, form.made, form.stopped]).toEqual([text, true, null, false])
    }
    expect(times()).toBe(before)
    // a rule that names senior highs does not ask for it
    form.rule.seniors = [{ name: '一中', plan: 100, share: 0.5 }]
    await ask()
    expect([form.seatsAreWrong, form.made!.report!.pool]).toEqual([false, 50])
  })
  it('go with the rule and the table that made them, while others are computed and when that was stopped', async () => {
    const { form, roster, ask, hold, held } = await opened()
    form.rule.seed = '甲'
    await ask()
    const before = form.made
    expect(before!.rule.seed).toBe('甲')
    hold()
    form.rule.seed = '乙'
    const asked = ask()
    await vi.waitFor(() => expect(held.length).toBe(1))
    expect(form.made).toBe(before)
    roster.cancel()
    await asked
    expect([form.made, form.stopped]).toEqual([null, true])
    const again = ask()
    await vi.waitFor(() => expect(held.length).toBe(2))
    expect(form.stopped).toBe(false)
    // the answer before comes too late
    held[0]!()
    held[1]!()
    await again
    expect(form.made!.rule.seed).toBe('乙')
    await roster.choose({ name: '粘贴', content: table.replace('101', '201') })
    const other = ask()
    expect(form.made).toBeNull()
    await vi.waitFor(() => expect(held.length).toBe(3))
    held[2]!()
    await other
    expect(form.made!.of).toBe(roster.snapshot)
  })
})
