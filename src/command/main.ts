#!/usr/bin/env node
import { run } from './run.js'

const interruption = new AbortController()
// The first time the run stops where it can be gone on with; the second time at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => (interruption.signal.aborted ? process.exit(130) : interruption.abort()))
}

const { stdin, stdout, stderr, env } = process
process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, interruption: interruption.signal })
// What an interrupted run was still reading does not hold the process up.
if (interruption.signal.aborted) process.exit()
