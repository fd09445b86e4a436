import fc from 'fast-check'

/*
 * Property tests draw the same cases in every run, as everything here does: a change is judged by what it changed, not by luck.
 * To look further, give another seed: PROPERTY_SEED=7 npm run test:unit. A counterexample found that way becomes a case of its own.
 */
const seed = Number(process.env['PROPERTY_SEED'] ?? 1)
if (!Number.isInteger(seed)) throw new Error(`PROPERTY_SEED must be a whole number, not "${process.env['PROPERTY_SEED']}"`)
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })

export { fc }
