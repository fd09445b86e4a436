import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { HotLoop, HotLoops } from './hot-loops.ts'
import { median, processorTime } from './timing.ts'

/** One loop timed side by side, nanoseconds of processor per item. */
export interface SideBySide {
  readonly loop: 'learning' | 'ranking'
  readonly engine: number
  readonly objects?: number
  readonly c?: number
  /** Median over rounds of engine ÷ C, and of objects ÷ engine. */
  readonly ratioToC?: number
  readonly ratioOfObjects?: number
  /** Whether every checksum of every round was the same. */
  readonly equal: boolean
}

/** The first C compiler there is. */
const compiler = (): string | undefined =>
  ['clang', 'gcc', 'cc'].find((name) => {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })

/** The C program on the arrays of a county, answering one measurement at a time; undefined without a compiler. */
function startC(arrays: Uint8Array) {
  const name = compiler()
  if (name === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'hengtu-bench-'))
  const program = join(folder, 'hot-loops')
  execFileSync(name, ['-O3', '-march=native', '-ffp-contract=off', '-o', program, join('test', 'bench', 'hot-loops.c')], { stdio: 'inherit' })
  writeFileSync(join(folder, 'county.bin'), arrays)
  const child = spawn(program, [join(folder, 'county.bin')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    compiler: name,
    async measure(what: 'learn' | 'rank', passes: number): Promise<{ nanoseconds: number; checksum: string }> {
      child.stdin.write(`${what} ${passes}\n`)
      const [nanoseconds, checksum] = ((await answers.next()).value as string).split(' ')
      return { nanoseconds: Number(nanoseconds), checksum: checksum! }
    },
    close() {
      child.stdin.end()
      rmSync(folder, { recursive: true })
    },
  }
}

function measure({ pass, checksum, items }: HotLoop, passes: number): { nanoseconds: number; checksum: string } {
  const start = processorTime()
  for (let p = 0; p < passes; p++) pass()
  const nanoseconds = ((processorTime() - start) * 1e6) / (passes * items)
  return { nanoseconds, checksum: checksum() }
}

/** Times the loops in turn, engine, objects, C, for some rounds of some passes. */
export async function sideBySide({ learn, learnOnObjects, rank, arrays }: HotLoops, rounds: number, passes: number): Promise<{ compiler: string | undefined; loops: SideBySide[] }> {
  const c = startC(arrays)
  const compare = async (loop: SideBySide['loop'], engine: HotLoop, objects?: HotLoop): Promise<SideBySide> => {
    const times = { engine: [] as number[], objects: [] as number[], c: [] as number[] }
    let equal = true
    for (let round = -3; round < rounds; round++) {
      const ours = measure(engine, passes)
      const plain = objects && measure(objects, passes)
      const theirs = await c?.measure(loop === 'learning' ? 'learn' : 'rank', passes)
      equal &&= (plain?.checksum ?? ours.checksum) === ours.checksum && (theirs?.checksum ?? ours.checksum) === ours.checksum
      if (round < 0) continue
      times.engine.push(ours.nanoseconds)
      if (plain) times.objects.push(plain.nanoseconds)
      if (theirs) times.c.push(theirs.nanoseconds / (passes * engine.items))
    }
    const ratios = (above: number[], below: number[]): number => median(above.map((time, i) => time / below[i]!))
    return {
      loop,
      engine: median(times.engine),
      equal,
      ...(times.objects.length > 0 && { objects: median(times.objects), ratioOfObjects: ratios(times.objects, times.engine) }),
      ...(times.c.length > 0 && { c: median(times.c), ratioToC: ratios(times.engine, times.c) }),
    }
  }
  const loops = [await compare('learning', learn, learnOnObjects), await compare('ranking', rank)]
  c?.close()
  return { compiler: c?.compiler, loops }
}
