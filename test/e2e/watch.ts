import type { Page } from '@playwright/test'

/** What a page notes of itself while it is used; milliseconds since it began. */
export interface Watched {
  /** From an input that moved a lever to another value to the second frame after the picture has changed. */
  readonly answers: readonly number[]
  /** When each picture came. */
  readonly pictures: readonly number[]
  /** When the numbers of the card, or the headline, changed. */
  readonly cards: readonly number[]
  readonly frames: readonly number[]
  /** Tasks over 50 ms: when, and how long. */
  readonly tasks: readonly (readonly [number, number])[]
  /** When the fan of bands came into the picture, and when every run was there. */
  readonly bands: readonly number[]
  readonly complete: readonly number[]
  /** When a worker said that it has stopped. */
  readonly stopped: readonly number[]
  readonly inputs: readonly number[]
  /** When a lever stood at another value than before. */
  readonly places: readonly number[]
}

/** In the page, before its own script: hears what workers answer, and which tasks are long. */
function listen(): void {
  const log = { answers: [] as number[], pictures: [] as number[], cards: [] as number[], frames: [] as number[], tasks: [] as [number, number][], bands: [] as number[], complete: [] as number[], stopped: [] as number[], inputs: [] as number[], places: [] as number[] }
  Object.assign(window, { watched: log })
  const post = Worker.prototype.postMessage
  const heard = new WeakSet<Worker>()
  Worker.prototype.postMessage = function (this: Worker, ...words: Parameters<typeof post>) {
    if (!heard.has(this)) {
      heard.add(this)
      this.addEventListener('message', (event: MessageEvent<{ value?: { status?: string } }>) => {
        if (event.data.value?.status === 'cancelled') log.stopped.push(performance.now())
      })
    }
    post.apply(this, words)
  } as typeof post
  new PerformanceObserver((list) => log.tasks.push(...list.getEntries().map(({ startTime, duration }): [number, number] => [startTime, duration]))).observe({ type: 'longtask', buffered: true })
}

/** In the page, once it is at rest: notes every input and every picture. */
function note(): void {
  const { watched: log } = window as unknown as { watched: { answers: number[]; pictures: number[]; cards: number[]; frames: number[]; bands: number[]; complete: number[]; inputs: number[]; places: number[] } }
  let asked: number | null = null
  const ask = (event: Event) => {
    if ((event.target as Element).matches('.rail input[type=range]')) log.inputs.push(event.timeStamp)
  }
  // a lever has steps: a hand that moves within one asks for nothing, and is answered by nothing
  new MutationObserver(() => {
    log.places.push(performance.now())
    asked ??= log.inputs.at(-1) ?? null
  }).observe(document.querySelector('.rail')!, { subtree: true, attributes: true, attributeFilter: ['aria-valuetext'] })
  addEventListener('keydown', ask, true)
  addEventListener('input', ask, true)
  const tick = (now: number) => {
    log.frames.push(now)
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
  const wide = document.querySelector('.wide')!
  let banded = wide.querySelector('.fan') !== null
  new MutationObserver(() => {
    const now = performance.now()
    const has = wide.querySelector('.fan') !== null
    if (has && !banded) log.bands.push(now)
    banded = has
    log.pictures.push(now)
    if (asked === null) return
    const from = asked
    asked = null
    requestAnimationFrame(() => requestAnimationFrame(() => log.answers.push(performance.now() - from)))
  }).observe(wide, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] })
  const card = new MutationObserver(() => log.cards.push(performance.now()))
  for (const one of document.querySelectorAll('.verdict tbody, #verdict-title')) card.observe(one, { subtree: true, childList: true, characterData: true })
  const runs = document.querySelector('.status .runs')!
  new MutationObserver(() => {
    if (/1–20/.test(runs.textContent)) log.complete.push(performance.now())
  }).observe(runs, { subtree: true, childList: true, characterData: true })
}

/** Has a page note what it does; called before it opens. */
export const listenFrom = (page: Page): Promise<unknown> => page.addInitScript(listen)

/** Begins to note inputs and pictures. */
export const beginNotes = (page: Page): Promise<void> => page.evaluate(note)

export const watchedBy = (page: Page): Promise<Watched> => page.evaluate(() => structuredClone((window as unknown as { watched: Watched }).watched))

/** The value at share `p` of some values. */
export function atShare(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? NaN
}
