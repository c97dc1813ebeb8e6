// Threads that read texts, with a time limit for each piece of work. A thread that takes too long is ended and another
// started in its place. Waiting for a thread has a limit of its own: under more load than the threads can bear, requests
// are refused before they are begun, and no thread is ended for the sake of the queue.
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { Refusal } from './refuse.js'

export class WorkPool {
  #pool
  #timeLimitMs
  #waitLimitMs
  #free
  #queue = []

  constructor({ threads = availableParallelism(), timeLimitMs, waitLimitMs, worker }) {
    this.#timeLimitMs = timeLimitMs
    this.#waitLimitMs = waitLimitMs
    this.#free = threads
    this.#pool = new Tinypool({
      filename: (worker ?? new URL('worker.js', import.meta.url)).href,
      minThreads: threads,
      maxThreads: threads,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    // What goes wrong with a piece of work is told to whoever waits for it; threads are replaced by themselves.
    this.#pool.on('error', () => {})
  }

  /** Starts a pool of which every thread has read its tables, so that the first requests are no slower than others. */
  static async open(options) {
    const pool = new WorkPool(options)
    await Promise.all(Array.from({ length: pool.#free }, () => pool.#warmUp()))
    return pool
  }

  /** How many pieces of work wait for a thread. */
  get waiting() {
    return this.#queue.length
  }

  /**
   * What `worker.js` makes of a task, which is asked for when its turn comes; an urgent one goes first. Refused with 503
   * where it waits too long, with 504 where it works too long.
   */
  async run(makeTask, { isUrgent = false } = {}) {
    await this.#takeTurn(isUrgent)
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(), this.#timeLimitMs)
    try {
      return await this.#pool.run(makeTask(), { signal: limit.signal })
    } catch (error) {
      throw limit.signal.aborted ? new Refusal(504, 'TIME_LIMIT') : error
    } finally {
      clearTimeout(timer)
      // The thread in the place of one that was ended reads its tables before it takes on work.
      if (limit.signal.aborted) this.#warmUp().then(() => this.#passTurn())
      else this.#passTurn()
    }
  }

  close() {
    return this.#pool.destroy()
  }

  #takeTurn(isUrgent) {
    if (this.#free > 0) {
      this.#free--
      return undefined
    }
    return new Promise((begin, reject) => {
      const waiting = { begin, timer: undefined }
      const giveUp = () => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1)
        reject(new Refusal(503, 'BUSY'))
      }
      waiting.timer = setTimeout(giveUp, this.#waitLimitMs)
      if (isUrgent) this.#queue.unshift(waiting)
      else this.#queue.push(waiting)
    })
  }

  #passTurn() {
    const next = this.#queue.shift()
    clearTimeout(next?.timer)
    if (next) next.begin()
    else this.#free++
  }

  async #warmUp() {
    const article = { body: 'Det regner i Skagen. It rains in Skagen.' }
    await this.#pool.run({ task: 'analyze', article }).catch(() => {})
  }
}
