// The archive: an index in memory that all threads share, and the same bytes in a file. A change is answered when it is
// on the disk. Changes that come while others are being made wait, and are then made together, with one write.
import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { buildRelatedIndex, indexInfo, loadIndex, saveIndex } from 'klartekst'
import { Refusal } from './refuse.js'

const mostWaiting = 1000

export class Archive {
  /**
   * The archive as it stands: `bytes`, the index as `saveIndex` writes it, in memory that threads share; `version`, by
   * which they know it again; `articles`, how many. Never changed, only replaced.
   */
  state
  #file
  #pool
  #waiting = []
  #working = Promise.resolve()
  #isWorking = false

  /** `state` as `readArchive` gives it. */
  constructor(file, state, pool) {
    this.#file = file
    this.#pool = pool
    this.state = state
  }

  /** Makes a change, `{ upsert: articles }` or `{ remove: ids }`, and tells whose lists may have changed. */
  change(change) {
    if (this.#waiting.length >= mostWaiting) throw new Refusal(503, 'BUSY')
    return new Promise((resolve, reject) => {
      this.#waiting.push({ change, resolve, reject })
      if (!this.#isWorking) this.#working = this.#makeChanges()
    })
  }

  /** When all that was asked for is done. */
  close() {
    return this.#working
  }

  async #makeChanges() {
    this.#isWorking = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0)
      try {
        await this.#make(batch)
      } catch (error) {
        // One that takes too long must not take the others with it.
        if (batch.length === 1 || error.code === 'BUSY') for (const { reject } of batch) reject(error)
        else for (const one of batch) await this.#make([one]).catch(one.reject)
      }
    }
    this.#isWorking = false
  }

  async #make(batch) {
    const changes = batch.map(({ change }) => change)
    const makeTask = () => ({ task: 'change', archive: this.state, changes })
    const { answers, articles, bytes } = await this.#pool.run(makeTask, { isUrgent: true })
    if (bytes) {
      await replaceFile(this.#file, new Uint8Array(bytes))
      this.state = { version: this.state.version + 1, bytes, articles }
    }
    for (const [place, { resolve }] of batch.entries()) resolve(answers[place])
  }
}

/** The state of the archive in a file; an empty one where there is no such file. Throws where the file is damaged. */
export async function readArchive(file) {
  const saved = await readFile(file).catch((error) => {
    if (error.code !== 'ENOENT') throw error
    return saveIndex(buildRelatedIndex([]))
  })
  const bytes = new SharedArrayBuffer(saved.length)
  new Uint8Array(bytes).set(saved)
  return { version: 0, bytes, articles: indexInfo(loadIndex(new Uint8Array(bytes))).articles }
}

/** The file holds the old bytes or the new ones, whenever the power goes. */
async function replaceFile(path, bytes) {
  const part = await open(`${path}.part`, 'w')
  try {
    await part.writeFile(bytes)
    await part.sync()
  } finally {
    await part.close()
  }
  await rename(`${path}.part`, path)
  // Windows does not open folders.
  const folder = await open(dirname(path), 'r').catch(() => undefined)
  await folder?.sync().finally(() => folder.close())
}
