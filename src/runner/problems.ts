import { engineVersion, numbersCounter, type Problem, type Scenario } from '../engine/index.ts'
import type { EngineStamp } from './protocol.ts'

/** What a bug report needs besides the message, in one line. */
export interface Circumstances {
  readonly runId: string
  readonly scenario: Scenario
  readonly replicate: number
  /** The last simulated year that ended well, if any, and its arm. */
  readonly after?: { readonly arm: string; readonly year: number } | undefined
}

/** What this build says of itself; a worker with another stamp is not used. */
export const ownStamp: EngineStamp = { engine: engineVersion, numbers: numbersCounter }

const messageOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error))

/** The engine stopped: an invariant of ours failed. Nothing is patched up; the problem says how to see it again. */
export function engineProblem(error: unknown, { runId, scenario, replicate, after }: Circumstances): Problem {
  const key = `run ${runId}, scenario ${scenario.id}, seed ${scenario.seed}, replicate ${replicate}, engine ${engineVersion} (numbers ${numbersCounter})`
  const message = messageOf(error)
  const armEn = after && (after.arm === '' ? ' of the years all arms share' : ` of arm ${after.arm}`)
  const armZh = after && (after.arm === '' ? '各方案共同年份' : `方案${after.arm}`)
  return {
    path: 'run',
    text: {
      en: `The simulation stopped${after ? ` after ${after.year}${armEn}` : ' before its first year ended'}: ${message}`,
      zh: `模拟在${after ? `${armZh}的${after.year}学年之后` : '第一学年结束之前'}中止：${message}`,
    },
    hint: {
      en: `This is a fault of the program. Please report it with the scenario file and this line: ${key}.`,
      zh: `这是程序错误。请附上方案文件和下面这一行反馈：${key}。`,
    },
  }
}

/** A worker ended by itself, or could not start. */
export function workerProblem(error: unknown): Problem {
  const message = messageOf(error)
  return {
    path: 'run',
    text: { en: `A simulation worker ended unexpectedly: ${message}`, zh: `模拟线程意外结束：${message}` },
    hint: {
      en: 'Run again. If it happens every time, close other programs to free memory, or use fewer workers.',
      zh: '请重新运行。如每次都出现，请关闭其他程序以释放内存，或减少线程数。',
    },
  }
}

/** Page and worker come from different builds, as after an update in another tab. */
export function stampProblem(worker: EngineStamp): Problem {
  const theirs = `${worker.engine} (numbers ${worker.numbers})`
  const ours = `${ownStamp.engine} (numbers ${ownStamp.numbers})`
  return {
    path: 'run',
    text: {
      en: `The simulation worker is version ${theirs}, this program is version ${ours}; their results must not be mixed.`,
      zh: `模拟线程版本为${theirs}，本程序版本为${ours}，两者结果不能混用。`,
    },
    hint: { en: 'Reload the page, or build the program again.', zh: '请重新加载页面，或重新构建程序。' },
  }
}

/** The problem of a run that could not begin, as an exception for calls that return no outcome. */
export class RunnerError extends Error {
  override readonly name = 'RunnerError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.text.en)
    this.problem = problem
  }
}

/** What to tell of whatever was thrown where runs are asked for: what a runner knows about it, or at least what it says. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RunnerError) return error.problem
  const message = messageOf(error)
  return {
    path: 'run',
    text: { en: `The run could not be completed: ${message}`, zh: `运行未能完成：${message}` },
    hint: { en: 'Try again. If it happens every time, copy the error and report it.', zh: '请重试；如每次都出现，请复制错误信息并反馈。' },
  }
}
