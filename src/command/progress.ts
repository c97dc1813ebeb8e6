import type { Terminal } from './options.js'

/** How far a run has come. */
export interface ProgressState {
  readonly records: number
  readonly errors: number
  /** Bytes read of the archives. */
  readonly bytes: number
}

/** Tells a person, a log or a program how far a run has come; on standard error. */
export interface Progress {
  update(state: ProgressState): void
  /** Another part of the work has begun. */
  stage(name: string): void
  finish(state: ProgressState): void
}

const intervals = { bar: 200, lines: 10_000, json: 1000 } // milliseconds; by hand: a log is read later, a bar now
const barWidth = 24

/**
 * @param total - bytes of the archives, if known: without it there is no share and no time left.
 * @param now - milliseconds.
 */
export function openProgress(
  kind: 'bar' | 'lines' | 'json' | 'none',
  { stderr }: Pick<Terminal, 'stderr'>,
  total: number | undefined,
  now: () => number = Date.now,
): Progress {
  if (kind === 'none') return { update: () => {}, stage: () => {}, finish: () => {} }
  const started = now()
  let last = started
  let first: ProgressState | undefined
  let stage = 'reading'
  const tell = (state: ProgressState, isLast: boolean): void => {
    const seconds = Math.max(0.001, (now() - started) / 1000)
    const rate = (state.records - (first?.records ?? 0)) / seconds
    const share = total ? Math.min(1, state.bytes / total) : undefined
    const left = share && share > 0.001 && !isLast ? (seconds * (1 - share)) / share : undefined
    if (kind === 'json') {
      const round = (value: number): number => Math.round(value * 1000) / 1000
      const event = {
        stage: isLast ? 'done' : stage,
        records: state.records,
        errors: state.errors,
        recordsPerSecond: round(rate),
        ...(share !== undefined && { share: round(share) }),
        ...(left !== undefined && { secondsLeft: Math.round(left) }),
      }
      stderr.write(`${JSON.stringify(event)}\n`)
      return
    }
    const facts = [
      `${state.records} articles`,
      `${rate.toFixed(rate < 10 ? 1 : 0)}/s`,
      ...(left === undefined ? [] : [`${duration(left)} left`]),
      ...(state.errors > 0 ? [`${state.errors} bad`] : []),
      ...(isLast ? [`in ${duration(seconds)}`] : []),
    ].join(' · ')
    if (kind === 'lines') stderr.write(`${stage === 'reading' ? '' : `${stage}: `}${facts}\n`)
    else {
      const filled = Math.round((isLast ? 1 : (share ?? 0)) * barWidth)
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      stderr.write(`\r\u001b[K${bar} ${facts}${isLast ? '\n' : ` · ${stage}`}`)
    }
  }
  return {
    update(state) {
      first ??= state
      if (now() - last < intervals[kind]) return
      last = now()
      tell(state, false)
    },
    stage(name) {
      stage = name
    },
    finish: (state) => tell(state, true),
  }
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`
  return `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`
}
