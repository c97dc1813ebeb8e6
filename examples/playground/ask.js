// The page's end of the worker.

// Where the browser knows trusted types, only this address may become a script.
const policy = globalThis.trustedTypes?.createPolicy('playground', {
  createScriptURL: (url) => (url === 'worker.js' ? url : ''),
})
const worker = new Worker(policy ? policy.createScriptURL('worker.js') : 'worker.js')
const waiting = new Map()
let count = 0

worker.addEventListener('message', ({ data: { id, answer, error } }) => {
  const { resolve, reject } = waiting.get(id)
  waiting.delete(id)
  if (error === undefined) resolve(answer)
  else reject(new Error(error))
})

// The library itself did not load.
worker.addEventListener('error', () => {
  for (const { reject } of waiting.values()) reject(new Error('npm run build'))
  waiting.clear()
})

/** The worker's answer to a question. */
export function ask(kind, payload) {
  count++
  worker.postMessage({ id: count, kind, payload })
  return new Promise((resolve, reject) => waiting.set(count, { resolve, reject }))
}

/**
 * Asks one kind of question, of which only the latest matters: while one is under way, a newer one waits and takes the
 * place of those before it. `onAnswer(answer, payload)` hears of the latest alone.
 */
export function askLatest(kind, { onAnswer, onError }) {
  let latest
  let isBusy = false
  return async (payload) => {
    latest = payload
    if (isBusy) return
    isBusy = true
    let asked
    while (asked !== latest) {
      asked = latest
      try {
        const answer = await ask(kind, asked)
        if (asked === latest) onAnswer(answer, asked)
      } catch (error) {
        if (asked === latest) onError(error)
      }
    }
    isBusy = false
  }
}
