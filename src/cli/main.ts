import { processIo } from './io.ts'
import { runProgram } from './program.ts'

// the exit code is set, not forced, so that a pipe gets everything that was written to it
process.exitCode = await runProgram(process.argv.slice(2), processIo())
