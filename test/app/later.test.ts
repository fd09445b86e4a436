import { beforeEach, expect, test, vi } from 'vitest'

/* Parts of the page that do not come: somebody says so, once. */

const gone = { is: false }
vi.mock('../../src/app/charts/save.ts', () => {
  if (gone.is) throw new Error('the network is down')
  return { saveText: () => undefined }
})
vi.mock('../../src/app/stores/said/spoken.svelte.ts', () => ({ learnLater: () => Promise.reject(new Error('no words')) }))

beforeEach(() => {
  vi.resetModules()
  gone.is = true
})
const laterAnew = () => import('../../src/app/later.ts')
const errorOf = (part: Promise<unknown>): Promise<object> => part.then(() => ({}), (error: object) => error)

test('a part asked for by a button has no place that says it did not come: the page has to', async () => {
  const { isSaid, later } = await laterAnew()
  expect(isSaid(await errorOf(later.save()))).toBe(false)
})

test('of a part with a place of its own, and of one that nobody has asked for yet, the page says nothing', async () => {
  const { isSaid, later, saidThere } = await laterAnew()
  expect(isSaid(await errorOf(saidThere(later.save())))).toBe(true)
  expect(isSaid(await errorOf(saidThere(later.data())))).toBe(true)
})

test('a part that did not come is asked for anew, and the same is given to everybody once it is there', async () => {
  const { later } = await laterAnew()
  await errorOf(later.save())
  vi.resetModules()
  gone.is = false
  const part = later.save()
  expect(await part).toHaveProperty('saveText')
  expect(later.save()).toBe(part)
})
